import type { StoreApi } from 'zustand/vanilla';
import type { CrmError } from '../../../crm/errors';
import type { Variables } from '../../../crm/write-variable';
import type { Finding } from '../../../locking/findings/finding';
import type { ModuleFindings } from '../../editing/findings/read-findings';
import type { ModuleRow } from '../../editing/module-row';
import type { Page } from '../../editing/page-store';

/** How many records of a module are locked now. */
export type LockedNow =
  | { readonly kind: 'counting' }
  | { readonly kind: 'counted'; readonly count: number }
  | { readonly kind: 'failed'; readonly error: CrmError };

/** What checking a module has found; `shown` leaves out what was dismissed. */
export type Checked =
  | { readonly kind: 'checking' }
  | { readonly kind: 'checked'; readonly found: ModuleFindings; readonly shown: readonly Finding[] }
  | { readonly kind: 'failed'; readonly error: CrmError };

export type Column = 'module' | 'locking' | 'locked' | 'findings' | 'changed';

export interface Sorting {
  readonly by: Column;
  readonly descending: boolean;
}

export interface OverviewState {
  /** By API name; a module that does not lock has none. */
  readonly locked: { readonly [module: string]: LockedNow };
  /** By API name; a module that does not lock, or that Zoho manages, has none. */
  readonly checked: { readonly [module: string]: Checked };
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
  /** Publishes that a finding is dismissed; false when that did not come about. */
  dismiss(module: string, finding: Finding): Promise<boolean>;
}

export const hasLocks = ({ status }: ModuleRow): boolean =>
  status.kind === 'known' && status.summary !== null;

export interface OverviewParts {
  readonly page: Pick<Page, 'state' | 'background' | 'send'>;
  /** Where what explains locks is published; absent: in the variables of the CRM. */
  readonly variables?: Variables | undefined;
}
