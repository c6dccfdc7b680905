import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CallLine } from '../../crm/call-line';
import type { BrowserMemory } from '../../ui/browser-memory';
import { rowOfId, withRows } from '../table/rows';
import {
  type Listed,
  NEW_PAGE,
  type PageShown,
  type RecordsState,
  type Row,
  type Shown,
} from './records-state';

/** What the rest of the page stands on. */
export interface PageParts {
  readonly line: CallLine;
  /** Kept in this browser, and in this tab. */
  readonly memory: BrowserMemory;
  readonly session: BrowserMemory;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** The state of the page and the ways to change it that keep it consistent. */
export interface PageStore extends PageParts {
  readonly api: StoreApi<RecordsState>;
  /** The page when it is shown, else null. */
  page(): PageShown | null;
  listed(): Listed | null;
  row(id: string): Row | null;
  update(change: Partial<PageShown>): void;
  updateList(change: Partial<Listed>): void;
  /** Replaces rows of the list; those it does not hold are passed over. */
  changeRows(ids: Iterable<string>, change: (row: Row) => Row): void;
  /** Another list, or the same one with other rows in it: what is shown of it is worked out anew. */
  showList(list: Listed): void;
  /** Works out anew what is shown, where details that came have a say in it. */
  reorder(): void;
  /** Starts a new page: whatever was under way for the one before is dropped. */
  begin(change: Partial<PageShown>): void;
  /** Whether `moment` is still that of the page that is shown. */
  isCurrent(moment: number): boolean;
  moment(): number;
  readonly hooks: PageHooks;
}

/** What the parts that are loaded after the first rows do at these moments. */
export interface PageHooks {
  /** What is shown of these rows, and in which order. */
  view(rows: readonly Row[], view: Pick<Shown, 'sorting' | 'filter'>): Shown;
  /** The list is about to be read again: what was read of its rows is out of date. */
  refreshed(): void;
  /** Rows came, or came anew. */
  rowsCame(): void;
  /** Details of these rows came, or could not be read. */
  detailsCame(ids: readonly string[]): void;
  /** Another page begins. */
  begun(): void;
}

export function createPageStore(parts: PageParts): PageStore {
  const api = createStore<RecordsState>(() => ({ kind: 'connecting', slow: false }));
  let moment = 0;

  const hooks: PageHooks = {
    view: (rows, view) => ({ ...view, order: Array.from(rows.keys()), unjudged: 0 }),
    refreshed() {},
    rowsCame() {},
    detailsCame() {},
    begun() {},
  };
  const page = (): PageShown | null => {
    const state = api.getState();
    return state.kind === 'page' ? state : null;
  };
  const listed = (): Listed | null => {
    const list = page()?.list;
    return list?.kind === 'listed' ? list : null;
  };
  const update = (change: Partial<PageShown>): void => {
    const before = page();
    if (before) api.setState({ ...before, ...change }, true);
  };

  return {
    ...parts,
    api,
    hooks,
    page,
    listed,
    update,
    row(id) {
      const list = listed();
      return list && rowOfId(list, id);
    },
    updateList(change) {
      const list = listed();
      if (list) update({ list: { ...list, ...change } });
    },
    changeRows(ids, change) {
      const list = listed();
      if (list) update({ list: withRows(list, ids, change) });
    },
    showList(list) {
      const before = page();
      if (!before) return;
      update({ list, shown: hooks.view(list.rows, before.shown) });
      hooks.rowsCame();
    },
    reorder() {
      const before = page();
      const list = listed();
      if (before && list) update({ shown: hooks.view(list.rows, before.shown) });
    },
    begin(change) {
      moment += 1;
      api.setState({ ...NEW_PAGE, ...change }, true);
      hooks.begun();
    },
    isCurrent: (then) => then === moment,
    moment: () => moment,
  };
}
