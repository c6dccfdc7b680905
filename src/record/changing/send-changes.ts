import type { Result } from '../../crm/errors';
import type { RecordRef } from '../../crm/paths';
import { readLock } from '../../crm/read-lock';
import type { Written } from '../../crm/write';
import { changeLockReason, lockRecord, unlockRecord } from '../../crm/write-lock';
import { hasManualPart, type Lock } from '../../locking/lock/lock';
import { mayBeStoredAs, sameReason } from '../../locking/lock/reason';
import { mayBeSent } from '../../locking/published/explanation';
import { IDLE, type Notice, type Task } from '../start/record-state';
import { choice } from './drafts';
import type { ChangingPorts } from './ports';
import { settleWrite } from './settle-write';
import { addReason, forgetDrafts, keepDraft } from './typed-memory';

/** Sends what a person wants to become of the lock. `task` is what to come back to when it does not come about. */
export interface SendChanges {
  /** Locks with a reason that was given before, without asking whether it is still among those that may be. */
  lockAgain(reason: string, task: Task): Promise<void>;
  lock(reason: string, task: Task): Promise<void>;
  /** `base` is the text that the new reason is meant to replace; any other text found there is shown first. */
  changeReason(reason: string, base: string | null, task: Task): Promise<void>;
  unlock(): Promise<void>;
}

/** Milliseconds that a reason waits for the news whether it is among those that may be given. */
const OFFERED_BOUND = 2_000;

/**
 * Cost in API calls: lock and unlock 1 write and 1 read that confirms; edit reason 1 read before, so that nobody's text is
 * overwritten without showing it first, 1 write and 1 read that confirms. Before a text that is typed freely, 1 read of the reasons
 * that are offered. Only an uncertain outcome, or a lock that is gone again, costs another read.
 */
export function createSendChanges(ports: ChangingPorts): SendChanges {
  const { store, send, now, memory, published } = ports;
  const { latest, shown, update, show } = store;

  /** Begins a write, once: a second click while one is under way finds nothing to do. */
  function begin(notice: Notice | null = null): RecordRef | null {
    const record = store.record();
    const state = shown();
    if (!record || !state || state.busy === 'writing') return null;
    update({ busy: 'writing', notice });
    return record;
  }

  /** Sends a write. One that is answered after another record was opened, and this one again, is not known to that page. */
  const sendWrite = (
    record: RecordRef,
    write: () => Promise<Result<Written>>,
    then: (written: Result<Written>) => Promise<void>,
  ): Promise<void> =>
    latest.run(write, then, () => {
      const open = store.record();
      if (open?.id === record.id && open.module === record.module) store.readAnew();
    });

  /** Goes on only if the text may be given as a reason now; where that cannot be read, what was known before decides. */
  async function ifAllowed(
    reason: string,
    task: Task,
    goOn: (record: RecordRef) => Promise<void>,
  ): Promise<void> {
    const record = begin();
    if (!record) return;
    const { module } = record;
    const chosen = published.offered(module).reasons.some((offered) => sameReason(offered, reason));
    if (chosen) return goOn(record);
    await latest.run(
      () => within(OFFERED_BOUND, published.readAgain(module)),
      () => {
        if (!mayBeSent(published.offered(module), reason))
          return update({ task: formOf(task, reason), busy: null, slow: false });
        return goOn(record);
      },
    );
  }

  /** The form to correct the text in. */
  function formOf(task: Task, draft: string): Task {
    const lock = shown()?.lock;
    if ('draft' in task) return { ...task, checked: true };
    const form = { draft, checked: true };
    return lock ? { kind: 'editing', base: lock.reason, ...form } : { kind: 'locking', ...form };
  }

  const letGo = (record: RecordRef, reason: string) => () => {
    addReason(memory, reason);
    forgetDrafts(memory, record, reason);
  };

  const isMine = ({ lockedBy }: Lock): boolean => {
    const me = ports.userId();
    return !me || !lockedBy || lockedBy.id === me;
  };

  const sendLock = (record: RecordRef, reason: string, task: Task): Promise<void> =>
    sendWrite(
      record,
      () => lockRecord(send, record, reason),
      (written) =>
        settleWrite(ports, {
          action: 'lock',
          written,
          task,
          done: letGo(record, reason),
          // The id in a reply is believed before a comparison of texts: the CRM may store a text otherwise.
          happened: (found) =>
            !!found &&
            hasManualPart(found) &&
            (written.ok && written.value.id !== null
              ? found.id === written.value.id
              : mayBeStoredAs(reason, found.reason) && isMine(found)),
          sure: 'locked',
          afterAll: 'lockedAfterAll',
          already: 'lockedByOther',
        }),
    );

  async function sendReason(
    record: RecordRef,
    reason: string,
    base: string | null,
    task: Task,
  ): Promise<void> {
    await latest.run(
      () => readLock(send, record),
      async (answer) => {
        if (!answer.ok) {
          const notice: Notice = { kind: 'failed', action: 'edit', error: answer.error };
          return update({ task, busy: null, slow: false, notice });
        }
        const current = answer.value;
        if (!current || !hasManualPart(current) || !sameReason(current.reason, base)) {
          const next = choice(reason, current);
          return show(current, next, next === IDLE ? { kind: 'changedByOther' } : null);
        }
        await sendWrite(
          record,
          () => changeLockReason(send, record, current.id, reason),
          (written) =>
            settleWrite(ports, {
              action: 'edit',
              written: written.ok ? { ok: true, value: { ...written.value, id: current.id } } : written,
              task,
              done: letGo(record, reason),
              happened: (found) =>
                found?.id === current.id &&
                (sameReason(found.reason, reason) ||
                  (!sameReason(found.reason, base) && (written.ok || mayBeStoredAs(reason, found.reason)))),
              sure: 'reasonChanged',
              afterAll: 'reasonChangedAfterAll',
              already: 'changedByOther',
            }),
        );
      },
    );
  }

  return {
    lock: (reason, task) => ifAllowed(reason, task, (record) => sendLock(record, reason, task)),
    async lockAgain(reason, task) {
      // What offers it stays in its place until it is done.
      const record = begin(shown()?.notice);
      if (record) await sendLock(record, reason, task);
    },
    changeReason: (reason, base, task) =>
      ifAllowed(reason, task, (record) => sendReason(record, reason, base, task)),
    async unlock() {
      const current = shown()?.lock;
      const record = current && begin();
      if (!record) return;
      await sendWrite(
        record,
        () => unlockRecord(send, record, current.id),
        (written) =>
          settleWrite(ports, {
            action: 'unlock',
            written,
            task: { kind: 'unlocking' },
            done: () => keepDraft(memory, record, 'editing', null, now()),
            happened: (found) => !found || !hasManualPart(found),
            sure: 'unlocked',
            afterAll: 'unlockedAfterAll',
            already: 'removedByOther',
            ...(current.reason?.trim() && { undo: current.reason }),
          }),
      );
    },
  };
}

/** Waits for something, but not longer than this many milliseconds. */
function within(ms: number, what: Promise<void>): Promise<void> {
  return Promise.race([what, new Promise<void>((resolve) => setTimeout(resolve, ms))]);
}
