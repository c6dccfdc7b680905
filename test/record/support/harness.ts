import type { RecordRef } from '../../../src/crm/paths';
import { createServices } from '../../../src/record/deferred/services';
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
  /** Where the host tells it. */
  readonly userId?: string;
  /** The name of the user's profile where the host tells it. */
  readonly profile?: string;
  readonly announce?: (record: RecordRef) => void;
  /** Opened at once unless null. */
  readonly id?: string | null;
}

/** The widget without its views, over the sandbox: what a person sees is `state()`, what they do are the commands. */
export async function sitDown(desk: Desk = {}) {
  const crm = desk.crm ?? createCrm();
  const line = desk.line ?? crm.as(desk.user ?? 'sales');
  const memory = desk.memory ?? fakeMemory();
  const session = desk.session ?? fakeMemory();
  const { module = 'Deals', id = DEALS.openDeal } = desk;
  const now = desk.now ?? Date.now;
  const store = createRecordStore(line.send, now);
  const changed: string[] = [];
  const { commands, explain, barriers } = createServices({
    store,
    send: line.send,
    now,
    memory,
    session,
    profile: () => desk.profile ?? null,
    userId: () => desk.userId ?? null,
    announce(record) {
      changed.push(record.id);
      desk.announce?.(record);
    },
  });
  if (id !== null) store.open({ kind: 'record', module, id });
  await line.quiet();
  commands.resume();
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
    commands,
    explain,
    barriers,
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
      commands.startLocking();
      commands.type(reason);
      commands.submit();
      await line.quiet();
      return shown();
    },
    async edit(reason: string) {
      commands.startEditing();
      commands.type(reason);
      commands.submit();
      await line.quiet();
      return shown();
    },
    async unlock() {
      commands.askToUnlock();
      void commands.unlock();
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
