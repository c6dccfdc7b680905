import { createStore } from 'zustand/vanilla';
import { fail } from '../../../crm/errors';
import { reloadPage } from '../../../ui/reload-page';
import { isLockable } from '../../editing/module-row';
import { modulesShown } from '../../editing/page-state';
import {
  type Column,
  hasLocks,
  type Overview,
  type OverviewParts,
  type OverviewState,
} from './overview-state';

/** Columns in which the largest is looked for first. */
const LARGEST_FIRST: readonly Column[] = ['locked', 'findings', 'changed'];

/** Counting and checking are loaded behind the rows, which do not wait for them. */
export function createOverview(parts: OverviewParts): Overview {
  const { page } = parts;
  const state = createStore<OverviewState>(() => ({ locked: {}, checked: {}, sorting: null }));
  const work = import('./count-and-check').then(({ countAndCheck }) => countAndCheck(parts, state));
  // A browser keeps a failed `import()`: only a reload asks for the file again.
  let lost = false;
  work.catch(() => {
    lost = true;
    tellLost();
    page.state.subscribe(tellLost);
  });

  /** Without that file nothing can be counted or checked, which is said at each module. */
  function tellLost(): void {
    const rows = modulesShown(page.state.getState())?.modules ?? [];
    const names = rows.filter((row) => isLockable(row) && hasLocks(row)).map(({ apiName }) => apiName);
    const { locked } = state.getState();
    if (names.every((name) => locked[name])) return;
    const failed = { kind: 'failed', error: fail('connection').error } as const;
    const all = Object.fromEntries(names.map((name) => [name, failed]));
    state.setState({ locked: all, checked: all });
  }

  return {
    state,
    dismiss: (module, finding) =>
      work.then(
        (there) => there.dismiss(module, finding),
        () => false,
      ),
    countAgain(module) {
      if (lost) reloadPage();
      else void work.then((there) => there.countAgain(module));
    },
    sortBy: (by) =>
      state.setState(({ sorting }) => ({
        sorting: {
          by,
          descending: sorting?.by === by ? !sorting.descending : LARGEST_FIRST.includes(by),
        },
      })),
  };
}
