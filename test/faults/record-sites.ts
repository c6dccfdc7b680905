import { draftOf } from '../../src/record/changing/typed-memory';
import { createServices } from '../../src/record/deferred/services';
import { createRecordStore } from '../../src/record/start/record-store';
import { fakeMemory } from '../record/support/harness';
import { createSandbox, type SandboxOptions } from '../sandbox/api/sandbox';
import { landmarks } from '../sandbox/data/landmarks';
import type { CallName } from './catalogue';
import { faultyLine } from './faulty-line';
import { whatIsWrong } from './record-truth';
import type { Session, Site } from './session';

const DEALS = landmarks();
const TYPED = 'Waiting for the contract';
const NOW = Date.parse('2026-11-09T12:00:00Z');
/** Calls at once, as `src/record/main.tsx` says. */
const CALLS_AT_ONCE = 2;

type Parts = Awaited<ReturnType<typeof sitDown>>;

async function sitDown({ user = 'sales', options }: Pick<Plan, 'user' | 'options'>) {
  const sandbox = createSandbox({ ...options, now: () => new Date(NOW) });
  const line = faultyLine(sandbox, user, CALLS_AT_ONCE);
  const memory = fakeMemory();
  const store = createRecordStore(line.send, () => NOW);
  const session = fakeMemory();
  const { commands } = createServices({
    store,
    send: line.send,
    now: () => NOW,
    memory,
    session,
    profile: () => null,
    userId: () => null,
    announce() {},
  });
  const open = (id: string) => store.open({ kind: 'record', module: 'Deals', id });
  return { sandbox, line, memory, store, commands, open };
}

interface Plan {
  readonly deal: string;
  readonly user?: string;
  /** What the organisation may do. */
  readonly options?: SandboxOptions;
  /** What comes before the action, without faults; the record is open by then unless `opening`. */
  readonly opening?: true;
  readonly prepare?: (parts: Parts) => void;
  readonly act: (parts: Parts) => void;
  /** Whether a write has had its effect. */
  readonly done?: (reason: string | null | undefined) => boolean;
  readonly typed?: string;
  readonly goOn: (parts: Parts) => void;
}

async function begin(plan: Plan): Promise<Session> {
  const parts = await sitDown(plan);
  const { sandbox, line, store, commands, memory, open } = parts;
  let asked = 0;
  if (!plan.opening) {
    open(plan.deal);
    await line.settled();
  }
  plan.prepare?.(parts);
  await line.settled();
  const reason = () => {
    const lock = sandbox.org.lockOf('Deals', plan.deal);
    return lock && (lock.reason ?? null);
  };
  const done = plan.done ? () => plan.done?.(reason()) === true : null;

  return {
    sandbox,
    line,
    act() {
      if (done) asked += 1;
      plan.act(parts);
    },
    goOn: () => plan.goOn(parts),
    lies: (forbidden) => whatIsWrong(store.api.getState(), sandbox, store.record(), done, forbidden),
    lost() {
      const record = store.record();
      if (!plan.typed || !record || done?.()) return [];
      const task = store.shown()?.task;
      const inForm = task && ('draft' in task ? task.draft : 'mine' in task ? task.mine : null);
      const kept = (['locking', 'editing'] as const).map((kind) => draftOf(memory, record, kind, NOW)?.text);
      const there = store.shown() ? inForm : kept.find(Boolean);
      return there === plan.typed ? [] : [`the text is ${there === null ? 'gone' : `“${there}”`}`];
    },
    async retry() {
      if (store.record()?.id === plan.deal) store.refresh(true);
      else open(plan.deal);
      await line.settled();
      const task = store.shown()?.task;
      if (!done || done()) return;
      asked += 1;
      if (task && 'draft' in task) commands.submit();
      else if (task?.kind === 'choosing') commands.useMine();
      else void commands.unlock();
      await line.settled();
    },
    missing() {
      const state = store.shown();
      const wrong = whatIsWrong(store.api.getState(), sandbox, store.record(), done, false);
      if (!state) wrong.push(`nothing is shown of the lock: ${store.api.getState().kind}`);
      if (state?.notice?.error) wrong.push(`still says ${state.notice.kind}`);
      if (done && !done()) wrong.push('the action has not come about');
      return wrong;
    },
    asked: () => asked,
  };
}

const site = (name: string, call: CallName, plan: Plan, more: Partial<Site> = {}): Site => ({
  page: 'record',
  name,
  call,
  start: () => begin(plan),
  ...more,
});

const elsewhere = ({ open }: Parts) => open(DEALS.openDeal);
/** Presses whatever there is, several times: none of it may send a second write. */
const impatient = ({ commands, store }: Parts) => {
  commands.submit();
  void commands.unlock();
  store.refresh(true);
  commands.cancel();
  commands.submit();
};
const type = ({ commands }: Parts) => commands.type(TYPED);
const submit = ({ commands }: Parts) => commands.submit();

const OPENING: Plan = {
  deal: DEALS.manualDeal,
  opening: true,
  act: ({ open }) => open(DEALS.manualDeal),
  goOn: elsewhere,
};
const LOCKING: Plan = {
  deal: DEALS.openDeal,
  prepare(parts) {
    parts.commands.startLocking();
    type(parts);
  },
  act: submit,
  done: (reason) => reason === TYPED,
  typed: TYPED,
  goOn: impatient,
};
const EDITING: Plan = {
  ...LOCKING,
  deal: DEALS.manualDeal,
  prepare(parts) {
    parts.commands.startEditing();
    type(parts);
  },
};
const UNLOCKING: Plan = {
  deal: DEALS.manualDeal,
  prepare: ({ commands }) => commands.askToUnlock(),
  act: ({ commands }) => void commands.unlock(),
  done: (reason) => reason === undefined,
  goOn: impatient,
};

export const RECORD_SITES: readonly Site[] = [
  site('opening', 'read lock', OPENING),
  site('refresh', 'read lock', {
    deal: DEALS.manualDeal,
    act: ({ store }) => store.refresh(true),
    goOn: elsewhere,
  }),
  site('what it means to me, and what is published', 'read several', OPENING),
  site('what it means to me, by itself', 'read access', { ...OPENING, options: { composite: 'refused' } }),
  site('what is published, by itself', 'read variable', { ...OPENING, options: { composite: 'refused' } }),
  site('why it is locked', 'read configuration', {
    ...OPENING,
    user: 'admin',
    deal: DEALS.automaticDeal,
    act: ({ open }) => open(DEALS.automaticDeal),
  }),
  site('lock', 'lock', LOCKING),
  site('lock, read back', 'read lock by id', LOCKING),
  site('edit, look before', 'read lock', EDITING),
  site('edit', 'edit reason', EDITING),
  site('edit, read back', 'read lock by id', EDITING),
  site('lock, reasons read again', 'read variable', LOCKING),
  site('unlock', 'unlock', UNLOCKING),
  site('unlock, read back', 'read lock', UNLOCKING),
];
