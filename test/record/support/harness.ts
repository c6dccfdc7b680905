import { readCrmVariable } from '../../../src/crm/read-variable';
import { createTaskActions } from '../../../src/record/changing/actions';
import { createExplainer } from '../../../src/record/explanation/explain';
import { createSummaries } from '../../../src/record/explanation/published-explanations';
import { createRecordStore } from '../../../src/record/start/record-store';
import type { BrowserMemory } from '../../../src/ui/browser-memory';
import { type Crm, createCrm, DEALS, type Line, type UserKey } from './crm';

/** A browser's memory that outlives a page; it keeps text, as a real one does. */
export function fakeMemory(): BrowserMemory {
  const kept = new Map<string, string>();
  return {
    get: (name) => JSON.parse(kept.get(name) ?? 'null'),
    set: (name, value) => void (value === null ? kept.delete(name) : kept.set(name, JSON.stringify(value))),
    names: () => [...kept.keys()],
  };
}

export interface Desk {
  readonly crm?: Crm;
  readonly user?: UserKey;
  readonly line?: Line;
  readonly memory?: BrowserMemory;
  readonly session?: BrowserMemory;
  readonly now?: () => number;
  readonly module?: string;
  /** The name of the user's profile where the host tells it. */
  readonly profile?: string;
  /** Opened at once unless null. */
  readonly id?: string | null;
}

/** The widget without its views, over the sandbox: what a person sees is `state()`, what they do are the actions. */
export async function sitDown(desk: Desk = {}) {
  const crm = desk.crm ?? createCrm();
  const line = desk.line ?? crm.as(desk.user ?? 'sales');
  const memory = desk.memory ?? fakeMemory();
  const session = desk.session ?? fakeMemory();
  const { module = 'Deals', id = DEALS.openDeal } = desk;
  const store = createRecordStore(line.send, desk.now ?? Date.now);
  const changed: string[] = [];
  const summaries = createSummaries(readCrmVariable(line.send), memory, session, store.now);
  store.hooks.explain = createExplainer(store, session, summaries, () => desk.profile ?? null);
  store.hooks.changed = (record) => void changed.push(record.id);
  const actions = createTaskActions(store, memory);
  if (id !== null) store.open({ kind: 'record', module, id });
  await line.quiet();
  actions.resume();
  const shown = () => {
    const state = store.api.getState();
    if (state.kind !== 'record') throw new Error(`Nothing is shown of the lock: ${state.kind}`);
    return state;
  };
  return {
    crm,
    line,
    memory,
    session,
    store,
    actions,
    /** Records whose change was told to the other widgets of the browser. */
    changed,
    state: () => store.api.getState(),
    shown,
    /** The lock as the CRM has it. */
    truth: () => (id === null ? undefined : crm.sandbox.org.lockOf(module, id)),
    quiet: line.quiet,
    /** Does something and waits until all that follows is done. */
    async settled(act: () => unknown) {
      act();
      await line.quiet();
      return shown();
    },
    async lock(reason: string) {
      actions.startLocking();
      actions.type(reason);
      actions.submit();
      await line.quiet();
      return shown();
    },
    async edit(reason: string) {
      actions.startEditing();
      actions.type(reason);
      actions.submit();
      await line.quiet();
      return shown();
    },
    async unlock() {
      actions.askToUnlock();
      void actions.unlock();
      await line.quiet();
      return shown();
    },
    async refresh() {
      store.refresh();
      await line.quiet();
      return store.api.getState();
    },
  };
}
