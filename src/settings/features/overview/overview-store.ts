import { createStore, type StoreApi } from 'zustand/vanilla';
import { countRecords } from '../../../crm/count-records';
import type { CrmError } from '../../../crm/errors';
import type { Send } from '../../../crm/transport';
import { countAllLockedQuery } from '../../../locking/criteria/coql/query';
import { isLockable, type ModuleRow } from '../../editing/module-row';
import { modulesShown } from '../../editing/page-state';
import type { Page } from '../../editing/page-store';

/** How many records of a module are locked now. */
export type LockedNow =
  | { readonly kind: 'counting' }
  | { readonly kind: 'counted'; readonly count: number }
  | { readonly kind: 'failed'; readonly error: CrmError };

export type Column = 'module' | 'locking' | 'locked' | 'findings' | 'changed';

export interface Sorting {
  readonly by: Column;
  readonly descending: boolean;
}

export interface OverviewState {
  /** By API name; a module that does not lock has none. */
  readonly locked: { readonly [module: string]: LockedNow };
  /** Null: in the order of the CRM. */
  readonly sorting: Sorting | null;
}

/** What the overview shows beside the modules' configurations. */
export interface Overview {
  readonly state: StoreApi<OverviewState>;
  /** Sorts by a column, the other way round when it is by that one already. */
  sortBy(column: Column): void;
  /** Counts again what could not be counted. */
  countAgain(module: string): void;
}

/** Columns in which the largest is looked for first. */
const LARGEST_FIRST: readonly Column[] = ['locked', 'findings', 'changed'];

const hasLocks = ({ status }: ModuleRow): boolean => status.kind === 'known' && status.summary !== null;

/** Counts the locked records of each module as soon as it is known that there may be any: one call each. */
export function createOverview(page: Pick<Page, 'state' | 'background' | 'send'>): Overview {
  const state = createStore<OverviewState>(() => ({ locked: {}, sorting: null }));
  const set = (module: string, now: LockedNow): void =>
    state.setState(({ locked }) => ({ locked: { ...locked, [module]: now } }));

  async function count(module: string, send: Send): Promise<void> {
    set(module, { kind: 'counting' });
    const answer = await countRecords(send, countAllLockedQuery(module));
    set(
      module,
      answer.ok ? { kind: 'counted', count: answer.value } : { kind: 'failed', error: answer.error },
    );
  }

  /** What a module's count belongs to: saving and deleting change it. */
  const counted = new Map<string, unknown>();
  function look(): void {
    const shown = modulesShown(page.state.getState());
    // Whoever edits a module waits for nothing else.
    if (!shown || shown.current !== null) return;
    for (const row of shown.modules.filter(isLockable)) {
      if (row.status.kind !== 'known') continue;
      const source = row.status.summary?.source;
      if (!hasLocks(row) || counted.get(row.apiName) === source) continue;
      counted.set(row.apiName, source);
      void count(row.apiName, page.background);
    }
  }
  look();
  page.state.subscribe(look);

  return {
    state,
    countAgain: (module) => void count(module, page.send),
    sortBy: (by) =>
      state.setState(({ sorting }) => ({
        sorting: {
          by,
          descending: sorting?.by === by ? !sorting.descending : LARGEST_FIRST.includes(by),
        },
      })),
  };
}
