import { createStore, type StoreApi } from 'zustand/vanilla';
import type { HostProblem } from '../../base/host';
import type { CrmError } from '../../crm/errors';
import { readConfiguration } from '../../crm/read-configuration';
import { type LockableModules, readLockableModules } from '../../crm/read-lockable-modules';
import { readLockingFeature } from '../../crm/read-locking-feature';
import { readModules } from '../../crm/read-modules';
import { createRequestQueue } from '../../crm/request-queue';
import type { Send } from '../../crm/transport';
import { DEFAULT_LIMITS, type Limits } from '../../locking/configuration/limits';
import type { BrowserMemory } from '../../ui/browser-memory';
import { isLockable, type ModuleRow, type ModuleStatus, type ModuleSummary, summaryOf } from './module-row';
import {
  type Announcement,
  type ModulesShown,
  modulesShown,
  OVERVIEW,
  type SettingsState,
} from './page-state';

/** Calls under way at once, all together. */
export const CALLS_AT_ONCE = 3;
/** Milliseconds without an answer after which the user is told that it takes long. */
export const SLOW_AFTER = 3_000;
/** Name under which a module with unsaved changes is kept, and the open one when the page itself asks for a reload. */
export const OPEN_MODULE = 'module';

/** What was opened: the module that the host named, if any. */
export interface Opened {
  readonly kind: string;
  readonly module?: string;
}

/** What the page's views can ask for. */
export interface PageCommands {
  /** Starts over after a failure. */
  retry(): void;
  search(text: string): void;
  unfold(unfolded: boolean): void;
  /** Opens a module's editor, or the overview; asks first when there are unsaved changes. */
  choose(module: string): void;
  stay(): void;
  leave(): void;
  /** Reads the state of one module again. */
  readStatus(module: string): void;
}

/** What the editor of the open module tells the page. */
export interface EditorPage {
  /** What was read or saved; null: no configuration. */
  tell(module: string, summary: ModuleSummary | null): void;
  /** The module could not be read. */
  tellFailed(module: string, error: CrmError): void;
  /** The module turned out not to be lockable, or this user not to be allowed; true when that was dealt with. */
  refused(module: string, error: CrmError): boolean;
  setUnsaved(unsaved: boolean): void;
  announce(announcement: Announcement | null): void;
}

/** What the host tells the page. */
export interface HostPage {
  open(opened: Opened): void;
  failed(problem: HostProblem): void;
}

/** The list of modules with their states, and which of them is open. */
export interface Page {
  readonly state: StoreApi<SettingsState>;
  readonly commands: PageCommands;
  readonly editor: EditorPage;
  readonly host: HostPage;
  /** Calls that the user waits for; they go before the ones that fill the list. */
  readonly send: Send;
  /** Calls that complete the picture. */
  readonly background: Send;
}

export function createPage(send: Send, memory: BrowserMemory): Page {
  const state = createStore<SettingsState>(() => ({ kind: 'connecting', slow: false }));
  const set = (next: SettingsState) => state.setState(next, true);
  const queue = createRequestQueue(send, CALLS_AT_ONCE);
  let wanted: string | null = null;
  let started = false;

  const shown = () => modulesShown(state.getState());
  const update = (change: Partial<ModulesShown>): void => {
    const before = shown();
    if (before) set({ ...before, ...change });
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

  function show({ modules: listed, saidBy }: LockableModules, limits: Limits): void {
    const modules = listed.map((module): ModuleRow => ({ ...module, status: { kind: 'waiting' } }));
    const lockable = modules.filter(isLockable).map(({ apiName }) => apiName);
    const last = memory.get(OPEN_MODULE);
    memory.set(OPEN_MODULE, null);
    const current =
      [wanted, last].find((name): name is string => lockable.some((one) => one === name)) ?? null;
    set({
      kind: 'modules',
      modules,
      limits,
      search: '',
      unfolded: false,
      saidBy,
      current,
      unsaved: false,
      leavingTo: null,
      announcement: null,
    });
    // The open module's editor reads its configuration itself.
    const todo = lockable.filter((module) => module !== current);
    const readings = Array.from({ length: CALLS_AT_ONCE }, () => readRows(todo));
    if (saidBy === 'crm') void Promise.all(readings).then(listOthers);
  }

  /** Those that cannot be locked, for whoever looks for one of them. Without an answer they are not listed. */
  async function listOthers(): Promise<void> {
    if (!shown()) return;
    const all = await readModules(queue.background);
    const rows = shown()?.modules;
    if (!all.ok || !rows) return;
    const others = all.value
      .filter(({ apiName }) => !rows.some((row) => row.apiName === apiName))
      .map(
        (module): ModuleRow => ({
          ...module,
          support: module.support === 'extension' ? 'extension' : 'zoho',
          status: { kind: 'waiting' },
        }),
      );
    update({ modules: [...rows, ...others] });
  }

  /** One call after the other, so that none is sent any more once the user turns out not to be allowed. */
  async function readRows(todo: string[]): Promise<void> {
    for (let module = todo.shift(); module !== undefined && shown(); module = todo.shift())
      if (module !== shown()?.current) await readRow(module, queue.background);
  }

  async function load(): Promise<void> {
    const slow = setTimeout(() => {
      if (state.getState().kind === 'connecting') set({ kind: 'connecting', slow: true });
    }, SLOW_AFTER);
    const [modules, feature] = await Promise.all([
      readLockableModules(queue.urgent),
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
    show(modules.value, feature.ok ? feature.value.limits : DEFAULT_LIMITS);
  }

  function enter(module: string): void {
    update({
      current: module === OVERVIEW ? null : module,
      unsaved: false,
      leavingTo: null,
      unfolded: false,
      announcement: null,
    });
  }

  function choose(module: string): void {
    const before = shown();
    if (!before) return;
    const known = before.modules.some((row) => row.apiName === module && isLockable(row));
    if (!known && module !== OVERVIEW) return;
    if (module === (before.current ?? OVERVIEW)) update({ unfolded: false });
    // What is being written is settled first; every call of it has a bound.
    else if (before.announcement === 'saving' || before.announcement === 'deleting') return;
    else if (before.unsaved) update({ leavingTo: module });
    else enter(module);
  }

  return {
    state,
    send: queue.urgent,
    background: queue.background,
    commands: {
      search: (search) => update({ search }),
      unfold: (unfolded) => update({ unfolded }),
      choose,
      stay: () => update({ leavingTo: null }),
      leave() {
        const to = shown()?.leavingTo;
        if (to !== null && to !== undefined) enter(to);
      },
      readStatus(module) {
        updateRow(module, { status: { kind: 'waiting' } });
        void readRow(module, queue.urgent);
      },
      retry() {
        const before = state.getState();
        if (before.kind === 'failed') {
          if (before.busy) return;
          set({ ...before, busy: true });
        } else set({ kind: 'connecting', slow: false });
        void load();
      },
    },
    editor: {
      tell: (module, summary) => updateRow(module, { status: { kind: 'known', summary } }),
      tellFailed: (module, error) => updateRow(module, { status: { kind: 'failed', error } }),
      refused,
      setUnsaved(unsaved) {
        const before = shown();
        if (!before || before.unsaved === unsaved) return;
        memory.set(OPEN_MODULE, unsaved ? before.current : null);
        update({ unsaved });
      },
      announce(announcement) {
        if (shown()?.announcement !== announcement) update({ announcement });
      },
    },
    host: {
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
      failed(problem) {
        // A host that turns out to be alive after all is believed, not the bound it missed.
        if (!started) set({ kind: 'hostProblem', problem });
      },
    },
  };
}
