// Loaded beforehand: what a file does that comes late or not at all is tried in the browser (`files-matrix.spec.ts`).
import '../../src/crm/find-locked-ways';
import { createCallLine } from '../../src/crm/call-line';
import { createServices } from '../../src/records/services';
import { createRecordsStore, type Opened } from '../../src/records/start/records-store';
import { fakeMemory } from '../record/support/harness';
import { createSandbox, type SandboxOptions } from '../sandbox/api/sandbox';
import { landmarks } from '../sandbox/data/landmarks';
import type { CallName } from './catalogue';
import { faultyLine } from './faulty-line';
import { wrongOfRecords } from './records-truth';
import type { Session, Site } from './session';

const DEALS = landmarks();
const NOW = Date.parse('2026-11-09T12:00:00Z');
const TYPED = 'Waiting for the contract';

type Parts = Awaited<ReturnType<typeof sitDown>>;

async function sitDown(user: string, options: SandboxOptions) {
  const sandbox = createSandbox({ now: () => new Date(NOW), ...options });
  const line = faultyLine(sandbox, user, null);
  const memory = fakeMemory();
  const store = createRecordsStore({
    line: createCallLine({
      send: line.bare,
      wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
      onLimited() {},
      random: () => 0.5,
    }),
    memory,
    session: fakeMemory(),
    now: () => NOW,
  });
  const person = sandbox.people.find(({ key }) => key === user);
  const services = createServices({
    store,
    me: () => person?.id ?? null,
    profile: () => person?.profile.name ?? null,
    announce() {},
    later: (task) => void setImmediate(task),
  });
  return { sandbox, line, store, ...services };
}

interface Plan {
  readonly user?: string;
  readonly options?: SandboxOptions;
  readonly opened: (parts: Parts) => Opened;
  /** What comes before the action, without faults; the list is shown by then unless `opening`. */
  readonly opening?: true;
  readonly prepare?: (parts: Parts) => void;
  readonly act: (parts: Parts) => void;
  /** Whether a write has had its effect on this record. */
  readonly done?: (parts: Parts, id: string) => boolean;
  readonly goOn: (parts: Parts) => void;
}

async function begin(plan: Plan): Promise<Session> {
  const parts = await sitDown(plan.user ?? 'sales', plan.options ?? {});
  const { sandbox, line, store, runs, details, readModules } = parts;
  let asked = 0;
  if (!plan.opening) {
    store.open(plan.opened(parts));
    await line.settled();
  }
  plan.prepare?.(parts);
  await line.settled();
  const ids = (): readonly string[] => [...(store.page()?.chosen ?? [])];
  const wanted = plan.done ? ids() : [];
  const left = (): readonly string[] => wanted.filter((id) => !plan.done?.(parts, id));

  /** Presses what the page offers after a failure. */
  async function pressWhatIsOffered(): Promise<void> {
    const { list, modules } = store.page() ?? {};
    if (!store.page()) store.open(plan.opened(parts));
    if (modules?.kind === 'failed') readModules();
    if (list?.kind === 'failed' || list?.kind === 'listed') store.refresh();
    await line.settled();
    await details.read(details.rest().ids);
    runs.check();
    await line.settled();
    asked += store.page()?.run?.steps.retry ?? 0;
    runs.retry();
    await line.settled();
    asked += store.page()?.run?.steps.continue ?? 0;
    runs.goOn();
    await line.settled();
  }

  return {
    sandbox,
    line,
    effects: wanted.length,
    resends: true,
    act() {
      asked += wanted.length;
      plan.act(parts);
    },
    goOn: () => plan.goOn(parts),
    lies: (forbidden) => wrongOfRecords(store.api.getState(), sandbox, forbidden),
    lost: () => [],
    async retry() {
      await pressWhatIsOffered();
      if (!left().length) return;
      // What was refused for good is asked for anew.
      store.update({ chosen: new Set(left()) });
      asked += left().length;
      plan.prepare?.(parts);
      plan.act(parts);
      await line.settled();
      await pressWhatIsOffered();
    },
    missing() {
      const wrong = wrongOfRecords(store.api.getState(), sandbox, false);
      const page = store.page();
      const list = store.listed();
      if (!page || !list) return [...wrong, 'no list is shown'];
      if (list.error || page.details.error) wrong.push('still says that something failed');
      if (page.modules.kind === 'failed') wrong.push('the modules are not known');
      if (details.rest().ids.length) wrong.push(`${details.rest().ids.length} locks are not read`);
      if (page.run?.steps.check) wrong.push('something is still open');
      for (const id of left()) wrong.push(`${id} is not as it was wanted`);
      return wrong;
    },
    asked: () => asked,
  };
}

const site = (name: string, call: CallName, plan: Plan, more: Partial<Site> = {}): Site => ({
  page: 'records',
  name,
  call,
  start: () => begin(plan),
  ...more,
});

const selection =
  (...ids: string[]) =>
  (): Opened => ({ kind: 'selection', module: 'Deals', ids, popup: true });
const locked = (): Opened => ({ kind: 'locked', module: 'Deals', popup: false });
const MIXED = selection(DEALS.openDeal, DEALS.manualDeal, DEALS.automaticDeal, DEALS.bothDeal);

/** Three deals without a lock. */
const unlocked = ({ sandbox: { org } }: Parts): Opened => ({
  kind: 'selection',
  module: 'Deals',
  popup: true,
  ids: org
    .records('Deals')
    .filter(({ id }) => !org.lockOf('Deals', id))
    .slice(0, 3)
    .map(({ id }) => id),
});

/** Presses whatever there is, several times: none of it may send a second write. */
const impatient = ({ changing, store, runs }: Parts) => {
  void changing.submit();
  void changing.unlock();
  changing.startLocking();
  changing.type(TYPED);
  void changing.submit();
  runs.retry();
  runs.goOn();
  runs.undo();
  store.refresh();
  changing.cancel();
};

const openedWith = (opened: Plan['opened'], more: Partial<Plan> = {}): Plan => ({
  opened,
  opening: true,
  act: (parts) => parts.store.open(opened(parts)),
  goOn: ({ store }) => store.refresh(),
  ...more,
});
const inSight = ({ store, details }: Parts) => details.seen(store.listed()?.rows.map(({ id }) => id) ?? []);

const LOCKING: Plan = {
  opened: unlocked,
  prepare({ changing }) {
    changing.startLocking();
    changing.type(TYPED);
  },
  act: ({ changing }) => void changing.submit(),
  done: ({ sandbox }, id) => sandbox.org.lockOf('Deals', id)?.reason === TYPED,
  goOn: impatient,
};
const MANUAL = selection(DEALS.manualDeal);
const EDITING: Plan = {
  ...LOCKING,
  opened: MANUAL,
  prepare({ changing }) {
    changing.startEditing();
    changing.type(TYPED);
  },
};
const UNLOCKING: Plan = {
  opened: MANUAL,
  prepare: ({ changing }) => changing.askToUnlock(),
  act: ({ changing }) => void changing.unlock(),
  done: ({ sandbox }, id) => !sandbox.org.lockOf('Deals', id),
  goOn: impatient,
};

const VIEW: SandboxOptions = { lockedInCoql: 'unknown' };
const SEARCH: SandboxOptions = { coql: 'refused', lockedView: 'missing' };
const SINGLY: SandboxOptions = { composite: 'refused' };

export const RECORDS_SITES: readonly Site[] = [
  site('a selection', 'list records', openedWith(MIXED)),
  site('details', 'read several', openedWith(MIXED)),
  site('details, one by one', 'read lock', openedWith(MIXED, { options: SINGLY })),
  site('refresh', 'list records', {
    opened: MIXED,
    act: ({ store }) => store.refresh(),
    goOn: ({ store }) => store.refresh(),
  }),
  site('names of rules, by configuration', 'read configuration', openedWith(MIXED, { user: 'admin' })),
  site('names of rules, as published', 'read variable', openedWith(MIXED)),
  site('the locked ones, by a query', 'query', openedWith(locked)),
  site('the locked ones, views', 'read list views', openedWith(locked, { options: VIEW })),
  site('the locked ones, by a view', 'list records', openedWith(locked, { options: VIEW })),
  site('the locked ones, by search', 'search records', openedWith(locked, { options: SEARCH })),
  site('modules', 'read modules', openedWith(locked)),
  site('rows in sight', 'list records', { opened: locked, act: inSight, goOn: inSight }),
  site('rows in sight, details', 'read several', { opened: locked, act: inSight, goOn: inSight }),
  site('lock', 'lock', LOCKING),
  site('lock, the second', 'lock', LOCKING, { nth: 2 }),
  site('lock, read once more', 'list records', LOCKING),
  site('edit, look before', 'read lock', EDITING),
  site('edit', 'edit reason', EDITING),
  site('unlock', 'unlock', UNLOCKING),
  site('unlock, read once more', 'list records', UNLOCKING),
];
