import { createStore, type StoreApi } from 'zustand/vanilla';
import type { HostProblem } from '../../base/host';
import type { CrmError } from '../../crm/errors';
import { readConfiguration } from '../../crm/read-configuration';
import { readLockingFeature } from '../../crm/read-metadata';
import { readModules } from '../../crm/read-modules';
import { createRequestQueue } from '../../crm/request-queue';
import type { Send } from '../../crm/transport';
import { DEFAULT_LIMITS, type Limits } from '../../locking/configuration/limits';
import type { BrowserMemory } from '../../ui/browser-memory';
import { isLockable, type ModuleRow, type ModuleStatus, type ModuleSummary, summaryOf } from './module-row';
import type { Announcement, ModulesShown, SettingsState } from './page-state';

/** Calls under way at once, all together. */
export const CALLS_AT_ONCE = 3;
/** Milliseconds without an answer after which the user is told that it takes long. */
export const SLOW_AFTER = 3_000;
/** Name under which the last module is remembered. */
const LAST = 'module';

/** What was opened: the module that the host named, if any. */
export interface Opened {
  readonly kind: string;
  readonly module?: string;
}

export interface SettingsStore {
  readonly api: StoreApi<SettingsState>;
  /** Calls that the user waits for; they go before the ones that fill the list. */
  readonly send: Send;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** The state when there are modules to show, else null. */
  shown(): ModulesShown | null;
  open(opened: Opened): void;
  hostFailed(problem: HostProblem): void;
  /** Starts over after a failure. */
  retry(): void;
  search(text: string): void;
  unfold(unfolded: boolean): void;
  /** Opens a module's editor; asks first when there are unsaved changes. */
  choose(module: string): void;
  stay(): void;
  leave(): void;
  /** Reads the state of one module again. */
  readStatus(module: string): void;
  /** From the editor: what was read or saved. */
  tell(module: string, summary: ModuleSummary | null): void;
  /** From the editor: the module could not be read. */
  tellFailed(module: string, error: CrmError): void;
  /** From the editor: the module turned out not to be lockable, or this user not to be allowed. */
  refused(module: string, error: CrmError): boolean;
  setUnsaved(unsaved: boolean): void;
  announce(announcement: Announcement | null): void;
}

/** The list of modules with their states, and which of them is open. */
export function createSettingsStore(send: Send, memory: BrowserMemory, now: () => number): SettingsStore {
  const api = createStore<SettingsState>(() => ({ kind: 'connecting', slow: false }));
  const set = (state: SettingsState) => api.setState(state, true);
  const queue = createRequestQueue(send, CALLS_AT_ONCE);
  let wanted: string | null = null;
  let started = false;

  const shown = (): ModulesShown | null => {
    const state = api.getState();
    return state.kind === 'modules' ? state : null;
  };
  const update = (change: Partial<ModulesShown>): void => {
    const state = shown();
    if (state) set({ ...state, ...change });
  };
  const updateRow = (module: string, change: Partial<ModuleRow>): void =>
    update({
      modules: shown()?.modules.map((row) => (row.apiName === module ? { ...row, ...change } : row)) ?? [],
    });

  /** What an error means for more than the one module; true when it was dealt with. */
  function refused(module: string, { kind }: CrmError): boolean {
    // Who has read a configuration may read them: a refusal is about the one module then.
    const known = shown()?.modules.some(({ status }) => status.kind === 'known');
    if (!known && (kind === 'noPermission' || kind === 'edition')) set({ kind: 'refused', why: kind });
    else if (kind === 'notSupported' && shown()) {
      updateRow(module, { support: 'zoho' });
      if (shown()?.current === module) update({ current: null, unsaved: false });
    } else return false;
    return true;
  }

  async function readRow(module: string, through: Send): Promise<void> {
    const waiting = () =>
      shown()?.modules.some(({ apiName, status }) => apiName === module && status.kind === 'waiting');
    if (!waiting()) return;
    const answer = await readConfiguration(through, module);
    // The editor has read or saved it meanwhile: what it told is newer.
    if (!waiting()) return;
    if (!answer.ok && refused(module, answer.error)) return;
    const status: ModuleStatus = answer.ok
      ? { kind: 'known', summary: answer.value && summaryOf(answer.value) }
      : { kind: 'failed', error: answer.error };
    updateRow(module, { status });
  }

  function show(modules: readonly ModuleRow[], limits: Limits): void {
    const lockable = modules.filter(isLockable).map(({ apiName }) => apiName);
    const last = memory.get(LAST);
    const current =
      [wanted, last].find((name): name is string => lockable.some((one) => one === name)) ?? null;
    set({
      kind: 'modules',
      modules,
      limits,
      search: '',
      unfolded: current === null,
      current,
      unsaved: false,
      leavingTo: null,
      announcement: null,
    });
    // The open module's editor reads its configuration itself.
    const todo = lockable.filter((module) => module !== current);
    for (let i = 0; i < CALLS_AT_ONCE; i++) void readRows(todo);
  }

  /** One call after the other, so that none is sent any more once the user latest out not to be allowed. */
  async function readRows(todo: string[]): Promise<void> {
    for (let module = todo.shift(); module !== undefined && shown(); module = todo.shift())
      if (module !== shown()?.current) await readRow(module, queue.background);
  }

  async function load(): Promise<void> {
    const slow = setTimeout(() => {
      if (api.getState().kind === 'connecting') set({ kind: 'connecting', slow: true });
    }, SLOW_AFTER);
    const [modules, feature] = await Promise.all([
      readModules(queue.urgent),
      readLockingFeature(queue.urgent),
    ]);
    clearTimeout(slow);
    if (feature.ok && feature.value.available === false) return set({ kind: 'refused', why: 'edition' });
    if (!feature.ok && feature.error.kind === 'edition') return set({ kind: 'refused', why: 'edition' });
    if (!modules.ok) {
      if (!refused('', modules.error)) set({ kind: 'failed', error: modules.error, busy: false });
      return;
    }
    // Without an answer the documented limits hold; Zoho has the last word at saving.
    show(
      modules.value.map((module) => ({ ...module, status: { kind: 'waiting' } })),
      feature.ok ? feature.value.limits : DEFAULT_LIMITS,
    );
  }

  function enter(module: string): void {
    memory.set(LAST, module);
    update({ current: module, unsaved: false, leavingTo: null, unfolded: false, announcement: null });
  }

  function choose(module: string): void {
    const state = shown();
    if (!state?.modules.some((row) => row.apiName === module && isLockable(row))) return;
    if (module === state.current) update({ unfolded: false });
    // What is being written is settled first; every call of it has a bound.
    else if (state.announcement === 'saving' || state.announcement === 'deleting') return;
    else if (state.unsaved) update({ leavingTo: module });
    else enter(module);
  }

  return {
    api,
    send: queue.urgent,
    now,
    shown,
    open({ module }) {
      wanted = module ?? null;
      if (shown()) {
        if (module !== undefined) choose(module);
      } else if (!started) {
        started = true;
        set({ kind: 'connecting', slow: false });
        void load();
      }
    },
    hostFailed(problem) {
      // A host that turns out to be alive after all is believed, not the bound it missed.
      if (!started) set({ kind: 'hostProblem', problem });
    },
    retry() {
      const state = api.getState();
      if (state.kind === 'failed') {
        if (state.busy) return;
        set({ ...state, busy: true });
      } else set({ kind: 'connecting', slow: false });
      void load();
    },
    search: (search) => update({ search }),
    unfold: (unfolded) => update({ unfolded }),
    choose,
    stay: () => update({ leavingTo: null }),
    leave() {
      const to = shown()?.leavingTo;
      if (to) enter(to);
    },
    readStatus(module) {
      updateRow(module, { status: { kind: 'waiting' } });
      void readRow(module, queue.urgent);
    },
    tell: (module, summary) => updateRow(module, { status: { kind: 'known', summary } }),
    tellFailed: (module, error) => updateRow(module, { status: { kind: 'failed', error } }),
    refused,
    setUnsaved(unsaved) {
      if (shown()?.unsaved !== unsaved) update({ unsaved });
    },
    announce(announcement) {
      if (shown()?.announcement !== announcement) update({ announcement });
    },
  };
}
