import { vi } from 'vitest';
import { createCallLine } from '../../../src/crm/call-line';
import { createServices } from '../../../src/records/services';
import type { PageShown, Row } from '../../../src/records/start/records-state';
import { createRecordsStore, type Opened } from '../../../src/records/start/records-store';
import { createArranging } from '../../../src/records/table/arrange';
import type { BrowserMemory } from '../../../src/ui/browser-memory';
import { type Crm, createCrm, type Line, type UserKey } from '../../record/support/crm';
import { fakeMemory } from '../../record/support/harness';

export interface Desk {
  readonly crm?: Crm;
  readonly user?: UserKey;
  readonly line?: Line;
  readonly memory?: BrowserMemory;
  readonly session?: BrowserMemory;
  readonly now?: () => number;
  /** The name of the user's profile where the host tells it. */
  readonly profile?: string | null;
}

/** Waits are over at once, so that no test waits for a real clock. */
const noWait = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** The page without its views, over the sandbox: what a person sees is `page()`, what they do are the commands. */
export async function openRecords(opened: Opened, desk: Desk = {}) {
  const crm = desk.crm ?? createCrm();
  const user = desk.user ?? 'sales';
  const line = desk.line ?? crm.as(user);
  const memory = desk.memory ?? fakeMemory();
  const session = desk.session ?? fakeMemory();
  const limited: boolean[] = [];
  const announced: string[] = [];
  const store = createRecordsStore({
    line: createCallLine({
      send: line.send,
      wait: noWait,
      onLimited: (now) => void limited.push(now),
      random: () => 0.5,
    }),
    memory,
    session,
    now: desk.now ?? Date.now,
  });
  const person = crm.sandbox.people.find(({ key }) => key === user);
  const services = createServices({
    store,
    me: () => person?.id ?? null,
    profile: () => (desk.profile === undefined ? (person?.profile.name ?? null) : desk.profile),
    announce: (module, id) => void announced.push(`${module}/${id}`),
    later: (task) => void setImmediate(task),
  });
  const arranging = createArranging(store);
  const quiet = async () => {
    await line.quiet();
    // Ways that are seldom needed are in a file of their own.
    await vi.dynamicImportSettled();
    await line.quiet();
  };
  store.open(opened);
  await quiet();

  const page = (): PageShown => {
    const shown = store.page();
    if (!shown) throw new Error('No page is shown');
    return shown;
  };
  const rows = (): readonly Row[] => store.listed()?.rows ?? [];
  /** Does something and waits until all that follows is done. */
  const after = async (act: () => unknown): Promise<PageShown> => {
    act();
    await quiet();
    return page();
  };
  return {
    crm,
    line,
    memory,
    session,
    store,
    ...services,
    arranging,
    limited,
    announced,
    page,
    rows,
    after,
    row: (id: string) => store.row(id),
    /** The lock as the CRM has it. */
    truth: (id: string) => crm.sandbox.org.lockOf('Deals', id) ?? null,
    lock: (reason: string) =>
      after(() => {
        services.changing.startLocking();
        services.changing.type(reason);
        void services.changing.submit();
      }),
    edit: (reason: string) =>
      after(() => {
        services.changing.startEditing();
        services.changing.type(reason);
        void services.changing.submit();
      }),
    unlock: () =>
      after(() => {
        services.changing.askToUnlock();
        void services.changing.unlock();
      }),
  };
}

export type RecordsDesk = Awaited<ReturnType<typeof openRecords>>;

export const selection = (...ids: string[]): Opened => ({
  kind: 'selection',
  module: 'Deals',
  ids,
  popup: true,
});
export const locked = (module: string | null = 'Deals'): Opened => ({ kind: 'locked', module, popup: false });

/** Deals without a lock, in the order of the CRM. */
export const unlockedDeals = ({ sandbox }: Crm, count: number): string[] =>
  sandbox.org
    .records('Deals')
    .filter(({ id }) => !sandbox.org.lockOf('Deals', id))
    .slice(0, count)
    .map(({ id }) => id);

/** The call, without the ids and queries that only make it long. */
export const short = (calls: readonly string[]): string[] =>
  calls.map((call) => call.replace(/\/\d+/g, '/#'));
