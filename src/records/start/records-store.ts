import type { HostProblem } from '../../base/host';
import { readLocked } from '../reading/read-locked';
import { readSelection } from '../reading/read-selection';
import { createPageStore, type PageParts, type PageStore } from './page-store';

/** What was opened: the placement that the host told. */
export type Opened =
  | {
      readonly kind: 'selection';
      readonly module: string;
      readonly ids: readonly string[];
      readonly popup: boolean;
    }
  | { readonly kind: 'locked'; readonly module: string | null; readonly popup: boolean };

export interface RecordsStore extends PageStore {
  open(opened: Opened): void;
  hostFailed(problem: HostProblem): void;
  /** The locked records of this module. */
  chooseModule(module: string): void;
  /** Reads the list again. */
  refresh(): void;
}

/** Milliseconds without an answer after which the user is told that it takes long. */
const SLOW_AFTER = 3_000;

/** Name in the browser's memory: the module whose locked records were looked at last. */
const LAST_MODULE = 'records.module';

/** The records of a list after one call, or the locked ones of a module after one, or two where none was chosen before. */
export function createRecordsStore(parts: PageParts): RecordsStore {
  const store = createPageStore(parts);
  const { api, memory } = store;
  let ids: readonly string[] = [];

  function readList(): void {
    const page = store.page();
    if (!page?.module) return;
    const { module, mode } = page;
    void (mode === 'selection' ? readSelection(store, module, ids) : readLocked(store, module));
  }

  function open(opened: Opened): void {
    const { popup } = opened;
    if (opened.kind === 'selection') {
      const { module } = opened;
      ids = [...new Set(opened.ids)];
      store.begin({ mode: 'selection', popup, module, list: { kind: 'reading' }, chosen: new Set(ids) });
      readList();
      return;
    }
    const kept = memory.get(LAST_MODULE);
    const module = opened.module ?? (typeof kept === 'string' && /^\w{1,100}$/.test(kept) ? kept : null);
    store.begin({ mode: 'locked', popup, module, list: { kind: module ? 'reading' : 'none' } });
    readList();
  }

  setTimeout(() => {
    if (api.getState().kind === 'connecting') api.setState({ kind: 'connecting', slow: true }, true);
  }, SLOW_AFTER);

  return {
    ...store,
    open,
    hostFailed(problem) {
      // A host that has named what is open is alive, whatever bound it missed; without ZRC it is of no use.
      if (store.page() && problem !== 'noZrc') return;
      api.setState({ kind: 'hostProblem', problem }, true);
    },
    chooseModule(module) {
      const page = store.page();
      if (page?.mode !== 'locked' || page.module === module) return;
      memory.set(LAST_MODULE, module);
      const { modules, popup } = page;
      store.begin({ mode: 'locked', popup, module, modules, list: { kind: 'reading' } });
      readList();
    },
    refresh() {
      const page = store.page();
      if (!page) return;
      const { list } = page;
      if (list.kind === 'listed') {
        if (list.busy) return;
        store.updateList({ busy: true });
      } else if (list.kind === 'failed') {
        if (list.busy) return;
        store.update({ list: { ...list, busy: true } });
      } else return;
      store.update({ forbidden: { lock: null, unlock: null } });
      store.hooks.refreshed();
      readList();
    },
  };
}
