import { filtersDetails } from '../../locking/bulk/row-filter';
import { needsDetails } from '../../locking/bulk/row-order';
import type { PageStore } from '../start/page-store';
import { createTextRanks } from './text-ranks';
import { createHaystack, namesOf, viewOf, wordsOf } from './view-order';

export interface DetailsArranging {
  rowsCame(): void;
  detailsCame(ids: readonly string[]): void;
  setLocale(tag: string): void;
}

/** Milliseconds in which details are gathered before the rows are put in order again. */
const GATHER = 300;

/**
 * Filters and sorts the rows that are shown. What details that come say is taken in now and then, and never while a run is under way:
 * rows must not jump under a person's eyes.
 */
export function arrangeByDetails(store: PageStore, later: (task: () => void) => void): DetailsArranging {
  const names = createTextRanks(later);
  const words = createTextRanks(later);
  const tools = { names, words, haystack: createHaystack(), now: store.now };
  let gathering = false;
  store.hooks.view = (rows, view) => viewOf(rows, view, tools);

  const dependsOnDetails = (): boolean => {
    const shown = store.page()?.shown;
    return (
      !!shown && (filtersDetails(shown.filter) || (!!shown.sorting && needsDetails(shown.sorting.column)))
    );
  };

  return {
    rowsCame() {
      const rows = store.listed()?.rows ?? [];
      names.add(namesOf(rows));
      words.add(wordsOf(rows));
    },
    detailsCame(ids) {
      words.add(wordsOf(ids.flatMap((id) => store.row(id) ?? [])));
      if (gathering || !dependsOnDetails()) return;
      gathering = true;
      setTimeout(() => {
        gathering = false;
        if ((store.page()?.run?.phase ?? 'ended') === 'ended') store.reorder();
      }, GATHER);
    },
    setLocale(tag) {
      names.setLocale(tag);
      words.setLocale(tag);
    },
  };
}
