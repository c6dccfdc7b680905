import type { RowFilter } from '../../locking/bulk/row-filter';
import type { Column, Sorting } from '../../locking/bulk/row-order';
import type { PageStore } from '../start/page-store';
import type { PageShown, Row } from '../start/records-state';

/** Which rows are ticked, and in which order they are shown. */
export interface Arranging {
  /** `range`: and all between this row and the one that was ticked before. */
  choose(id: string, on: boolean, range: boolean): void;
  /** All that are shown. */
  chooseAll(on: boolean): void;
  /** The other way round where the list is sorted by it already. */
  sortBy(column: Column): void;
  setSorting(sorting: Sorting | null): void;
  filter(change: Partial<RowFilter>): void;
}

export function createArranging(store: PageStore): Arranging {
  let last: string | null = null;

  const setChosen = (ids: readonly string[], on: boolean): void => {
    const page = store.page();
    if (!page || page.run?.phase === 'running') return;
    const chosen = new Set(page.chosen);
    for (const id of ids)
      if (on) chosen.add(id);
      else chosen.delete(id);
    store.update({ chosen });
  };

  const shownIds = (): string[] => {
    const page = store.page();
    return page ? shownRows(page).map(({ id }) => id) : [];
  };

  function arrange(change: { readonly sorting?: Sorting | null; readonly filter?: RowFilter }): void {
    const page = store.page();
    const rows = store.listed()?.rows ?? [];
    if (page) store.update({ shown: store.hooks.view(rows, { ...page.shown, ...change }) });
  }

  return {
    choose(id, on, range) {
      const ids = range && last !== null ? between(shownIds(), last, id) : [id];
      last = id;
      setChosen(ids, on);
    },
    chooseAll: (on) => setChosen(shownIds(), on),
    sortBy(column) {
      const before = store.page()?.shown.sorting;
      arrange({ sorting: { column, descending: before?.column === column && !before.descending } });
    },
    setSorting: (sorting) => arrange({ sorting }),
    filter(change) {
      const page = store.page();
      if (page) arrange({ filter: { ...page.shown.filter, ...change } });
    },
  };
}

/** The ids from one to the other, whichever comes first; the second alone where the first is not shown any more. */
function between(ids: readonly string[], from: string, to: string): readonly string[] {
  const [a, b] = [ids.indexOf(from), ids.indexOf(to)];
  return a < 0 || b < 0 ? [to] : ids.slice(Math.min(a, b), Math.max(a, b) + 1);
}

/** The rows that are shown, in their order. */
export const shownRows = ({ list, shown }: Pick<PageShown, 'list' | 'shown'>): readonly Row[] =>
  list.kind === 'listed' ? shown.order.flatMap((index) => list.rows[index] ?? []) : [];

/** The rows that are ticked and shown: what is out of sight by a filter is not acted upon. */
export const chosenRows = ({
  list,
  shown,
  chosen,
}: Pick<PageShown, 'list' | 'shown' | 'chosen'>): readonly Row[] =>
  chosen.size ? shownRows({ list, shown }).filter(({ id }) => chosen.has(id)) : [];
