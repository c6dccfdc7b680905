import type { CrmRequest } from '../../src/crm/transport';
import type { Lock as ShownLock } from '../../src/locking/lock/lock';
import { cleanReason, sameReason } from '../../src/locking/lock/reason';
import { draftOf } from '../../src/record/changing/typed-memory';
import { createServices } from '../../src/record/deferred/services';
import type { Notice, RecordShown } from '../../src/record/start/record-state';
import { createRecordStore } from '../../src/record/start/record-store';
import { fakeMemory } from '../record/support/harness';
import { isArray, isObject } from '../sandbox/api/json';
import type { Lock } from '../sandbox/api/types';
import type { Asker, Seen, Wire, Wish } from './wire';
import { MODULE } from './world';

export const RECORD_ACTS = [
  'open',
  'lock',
  'edit',
  'unlock',
  'submit',
  'undo',
  'mine',
  'theirs',
  'cancel',
  'refresh',
  'look',
  'reload',
] as const;
export type RecordAct = (typeof RECORD_ACTS)[number];

const SOURCES = { Manual: 'manual', Automatic: 'automatic', Both: 'both' } as const;

/** How a lock that is shown differs from the CRM's; null when it does not. */
export function lockDifference(shown: ShownLock | null, lock: Lock | null): string | null {
  if (!shown || !lock) return shown || lock ? `${shown ? 'a lock' : 'no lock'} is shown` : null;
  const pairs = [
    [shown.id, lock.id],
    [shown.source, SOURCES[lock.source]],
    [shown.reason, lock.reason],
    [shown.lockedBy?.id, lock.by?.id],
    [shown.lockedBy?.name, lock.by?.name],
    [shown.lockedAt, lock.time],
    [shown.ruleId, lock.rule],
  ];
  const wrong = pairs.find(([a, b]) => (a ?? null) !== (b ?? null));
  return wrong ? `${wrong[0]} is shown for ${wrong[1]}` : null;
}

const reasonSent = ({ body }: CrmRequest): unknown => {
  const list = isObject(body) ? body.data : undefined;
  const row = isArray(list) ? list[0] : undefined;
  return isObject(row) ? row.Locked_Reason__s : undefined;
};

type Intent =
  | { readonly kind: 'lock' | 'edit'; readonly reason: string; readonly base?: string | null }
  | { readonly kind: 'unlock'; readonly lockId: string };

const fulfilled = (intent: Intent, lock: Lock | null): boolean =>
  intent.kind === 'unlock'
    ? !lock || lock.source === 'Automatic'
    : !!lock && lock.source !== 'Automatic' && sameReason(lock.reason, intent.reason);

interface RecordWish extends Wish {
  readonly record: string;
  readonly intent: Intent;
}

/** One person's record page, without its views; it checks every word of what it says. */
export function openRecordPage(wire: Wire, user: string, now: () => number) {
  const { world, wrongs, counts } = wire;
  const memory = fakeMemory();
  const session = fakeMemory();
  let record: string | null = null;
  let page = load();
  /** What was typed and not yet sent for certain. */
  let unsent: { readonly record: string; readonly text: string } | null = null;

  function load() {
    const asker: Asker = {
      user,
      shows: 'lock',
      about: () => store.record()?.id,
      gone: false,
      wish: null,
      seen: null,
      lastFault: null,
      faults: [],
    };
    const send = wire.send(asker);
    const store = createRecordStore(send, now);
    const { commands } = createServices({
      store,
      send,
      now,
      memory,
      session,
      profile: () => null,
      userId: () => null,
      announce() {},
    });
    let wish: RecordWish | null = null;
    let before: RecordShown | null = null;
    let shownAt = 0;
    store.api.subscribe(() => {
      const state = store.shown();
      const record = store.record()?.id;
      if (state && record) {
        if (!before || state.lock !== before.lock || state.checkedAt !== before.checkedAt)
          shownAt = judgeShown(state, record, asker.seen, shownAt);
        if (state.notice && state.notice !== before?.notice && wish?.record === record)
          judgeNotice(state.notice, state, wish, asker.seen);
      }
      before = state;
    });
    return {
      asker,
      store,
      commands,
      resumed: false,
      /** The next write is asked for; any other one is not. */
      want(intent: Intent | null) {
        const id = store.record()?.id;
        if (store.shown()?.busy === 'writing') return;
        wish = intent && id ? { ...judged(intent, id, asker), record: id, intent } : null;
        asker.wish = wish;
      },
    };
  }

  function judged(intent: Intent, id: string, asker: Asker): Wish {
    const path = `/crm/v8/${MODULE}/${id}/Locking_Information__s`;
    const what = intent.kind === 'unlock' ? 'unlock' : `${intent.kind} with ${intent.reason}`;
    return {
      what: `${user}'s ${what}`,
      sent: false,
      effective: false,
      judge(request) {
        const { seen } = asker;
        if (intent.kind === 'unlock')
          return request.method === 'DELETE' && request.path === `${path}/${intent.lockId}`
            ? null
            : 'other lock';
        if (reasonSent(request) !== intent.reason) return `reason ${reasonSent(request)}`;
        if (intent.kind === 'lock')
          return request.method === 'POST' && request.path === path ? null : 'other record';
        if (request.method !== 'PUT' || request.path !== `${path}/${seen?.lock?.id}`) return 'other lock';
        // Nobody's text is overwritten unseen.
        return sameReason(seen?.lock?.reason ?? null, intent.base ?? null) ? null : 'an unseen reason';
      },
    };
  }

  /** What is shown was read, from this record, and is never older than what was shown before. */
  function judgeShown(state: RecordShown, id: string, seen: Seen | null, shownAt: number): number {
    if (seen?.record !== id) {
      wrongs.push(`${user} is shown what was not read of this record`);
      return 0;
    }
    if (state.notice?.kind === 'reasonChanged') return Math.max(shownAt, seen.at);
    const wrong = lockDifference(state.lock, seen.lock);
    if (wrong !== null) wrongs.push(`${user} is shown what was not read: ${wrong}`);
    if (seen.at < shownAt) wrongs.push(`${user} is shown what is older than what was shown before`);
    return seen.at;
  }

  function judgeNotice({ kind }: Notice, state: RecordShown, wish: RecordWish, seen: Seen | null): void {
    const lock = seen?.lock ?? null;
    const { intent, effective } = wish;
    const wrong = (why: string) => wrongs.push(`${user} is told "${kind}", but ${why} (${wish.what})`);
    counts.claims += 1;
    switch (kind) {
      case 'locked':
      case 'unlocked':
      case 'reasonChanged':
        if (!effective) wrong('it did not happen');
        if (kind !== 'reasonChanged' && !fulfilled(intent, lock)) wrong('the record reads otherwise');
        return;
      case 'lockedAfterAll':
      case 'unlockedAfterAll':
      case 'reasonChangedAfterAll':
        if (!fulfilled(intent, lock)) wrong('the record reads otherwise');
        return;
      case 'ruleRemains':
        if (lock?.source !== 'Automatic') wrong('no rule alone holds it');
        return;
      case 'unconfirmed':
        if (!effective) wrong('it did not happen');
        return;
      case 'nothingHappened':
        if (effective && seen?.author === wish) wrong('it happened');
        return;
      case 'failed':
        if (effective) wrong('it happened');
        return;
      case 'lockedByOther':
        if (!lock) wrong('it is not locked');
        return;
      case 'removedByOther':
      case 'changedByOther':
        if (effective && seen?.author === wish) wrong('nobody else did');
        return;
      case 'contradicted':
        if (fulfilled(intent, lock)) wrong('it is so');
        return;
      case 'checked':
        if (lockDifference(state.lock, lock) !== null) wrong('something is new');
        return;
      case 'outcomeUnknown':
      case 'notRefreshed':
        return;
    }
  }

  /** No failure loses a text: it stands in a form, is kept, or is the reason. */
  function checkTyped(): void {
    const state = page.store.shown();
    const ref = page.store.record();
    if (!unsent || !state || state.busy === 'writing' || ref?.id !== unsent.record) return;
    const { task, lock } = state;
    const { text } = unsent;
    const places = [
      'draft' in task ? task.draft : null,
      task.kind === 'choosing' ? task.mine : null,
      draftOf(memory, ref, 'locking', now())?.text ?? null,
      draftOf(memory, ref, 'editing', now())?.text ?? null,
      lock?.reason ?? null,
    ];
    const said = /^(locked|unlocked|reasonChanged)/.test(state.notice?.kind ?? '');
    if (said || (lock && sameReason(lock.reason, text))) unsent = null;
    else if (!places.includes(text)) wrongs.push(`${user} lost the text "${text}"`);
  }

  /** Opens the form if none is open, writes into it and sends it. */
  function fill(text: string, start: () => void): void {
    const { store, commands } = page;
    start();
    commands.type(text);
    const task = store.shown()?.task;
    const id = store.record()?.id;
    if (task && 'draft' in task && task.draft === text && id && store.shown()?.busy !== 'writing')
      unsent = { record: id, text };
    submit();
  }

  function submit(): void {
    const task = page.store.shown()?.task;
    if (!task || !('draft' in task)) return;
    const reason = cleanReason(task.draft);
    page.want(task.kind === 'locking' ? { kind: 'lock', reason } : { kind: 'edit', reason, base: task.base });
    page.commands.submit();
  }

  function open(id: string): void {
    record = id;
    page.store.open({ kind: 'record', module: MODULE, id });
  }

  function act(what: RecordAct, text: string, id: string): unknown {
    const { store, commands } = page;
    const state = store.shown();
    const { task, lock } = state ?? {};
    if (record === null) return open(id);
    switch (what) {
      case 'open':
        page.want(null);
        return open(id);
      case 'reload':
        page.asker.gone = true;
        page = load();
        return open(record);
      case 'lock':
      case 'edit':
        // Whichever of the two there is a button for.
        if (task?.kind !== 'idle' || lock?.source === 'automatic') return;
        return fill(text, lock ? commands.startEditing : commands.startLocking);
      case 'submit':
        return submit();
      case 'unlock':
        // There is no button for it while a form or a choice is open.
        if (!lock || lock.source === 'automatic' || (task?.kind !== 'idle' && task?.kind !== 'unlocking'))
          return;
        // Who unlocks the record lets go of what they typed about its lock.
        if (state?.busy !== 'writing' && unsent?.record === store.record()?.id) unsent = null;
        commands.askToUnlock();
        page.want({ kind: 'unlock', lockId: lock.id });
        return void commands.unlock();
      case 'undo': {
        const reason = state?.notice?.undo;
        if (reason) page.want({ kind: 'lock', reason });
        return commands.undo();
      }
      case 'mine':
        if (task?.kind === 'choosing') {
          const reason = cleanReason(task.mine);
          page.want(lock ? { kind: 'edit', reason, base: lock.reason } : { kind: 'lock', reason });
        }
        return commands.useMine();
      case 'theirs':
        if (task?.kind !== 'choosing') return;
        if (state?.busy !== 'writing') unsent = null;
        return commands.keepTheirs();
      case 'cancel':
        return commands.cancel();
      case 'refresh':
        return store.refresh(true);
      case 'look':
        return store.lookedAt();
    }
  }

  return {
    asker: () => page.asker,
    act,
    refresh: () => page.store.refresh(),
    check: checkTyped,
    /** After all replies have come: nothing hangs. */
    checkQuiet(): void {
      if (!page.resumed && page.store.shown()) {
        page.resumed = true;
        page.commands.resume();
      }
      const state = page.store.api.getState();
      if (state.kind === 'connecting' ? record !== null : 'busy' in state && state.busy)
        wrongs.push(`${user} waits for nothing`);
    },
    /** After the faults have ended and a refresh: the truth is shown. */
    checkTruth(): void {
      if (record === null) return;
      const state = page.store.api.getState();
      const lock = world.lock(record);
      const hidden = world.options.missingConfiguration === 'not-allowed' && !world.configuration() && !lock;
      if (hidden ? state.kind !== 'notConfigured' : state.kind !== 'record')
        return void wrongs.push(`${user} sees ${state.kind} at the end`);
      const wrong = state.kind === 'record' ? lockDifference(state.lock, lock) : null;
      if (wrong !== null) wrongs.push(`${user} sees at the end what is not so: ${wrong}`);
    },
  };
}
