import type { HostProblem } from '../../base/host';
import type { CrmError } from '../../crm/errors';
import type { LockedCursor, LockedWay } from '../../crm/find-locked-records';
import type { ModuleInfo } from '../../crm/read-modules';
import type { Outcome } from '../../locking/bulk/outcome';
import type { RecordRow } from '../../locking/bulk/record-row';
import type { RowFilter } from '../../locking/bulk/row-filter';
import type { Sorting } from '../../locking/bulk/row-order';
import type { Run } from '../run/run-state';

/** What the last run has made of a row: its turn is to come, its write is out, its lock is being read, or it is settled. */
export type RowResult = { readonly kind: 'waiting' | 'sending' | 'settling' } | Outcome<CrmError>;

export interface Row extends RecordRow {
  readonly result: RowResult | null;
}

/** The rows of the list, in the order in which they came. */
export interface Listed {
  readonly kind: 'listed';
  readonly rows: readonly Row[];
  /** Index in `rows` by record id. */
  readonly place: ReadonlyMap<string, number>;
  /** How a module's locked records were found; null for a selection. */
  readonly way: LockedWay | null;
  /** Where the list goes on; null: it is whole, unless `cutOff`. */
  readonly next: LockedCursor | null;
  readonly cutOff: boolean;
  readonly busy: boolean;
  /** A part of the list could not be read, or not anew. */
  readonly error: CrmError | null;
}

export type List =
  /** No module is chosen. */
  | { readonly kind: 'none' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed'; readonly error: CrmError; readonly busy: boolean }
  /** A file of the page that is needed for it did not come; only a reload asks for it again. */
  | { readonly kind: 'fileMissing' }
  | Listed;

export type Modules =
  | { readonly kind: 'unread' | 'reading' }
  | { readonly kind: 'failed'; readonly error: CrmError }
  | { readonly kind: 'read'; readonly list: readonly ModuleInfo[] };

/** Reading the details of locks: each costs a read of its own. */
export interface Details {
  /** How many are asked for and not there yet. */
  readonly left: number;
  /** Why the last ones could not be read. */
  readonly error: CrmError | null;
}

/** What is shown of the list, and in which order. */
export interface Shown {
  readonly sorting: Sorting | null;
  readonly filter: RowFilter;
  /** Indices in `rows`. */
  readonly order: readonly number[];
  /** Rows that cannot be filtered or sorted before their details are read. */
  readonly unjudged: number;
}

/** What the person is doing. The text lives here, so that no failure can lose it. */
export type Task =
  | { readonly kind: 'idle' }
  | { readonly kind: 'locking' | 'editing'; readonly draft: string; readonly checked: boolean }
  | { readonly kind: 'unlocking' };

export const IDLE: Task = { kind: 'idle' };

/** The records of a list, or the locked ones of a module. */
export interface PageShown {
  readonly kind: 'page';
  readonly mode: 'selection' | 'locked';
  /** Opened by a button of the CRM's, in a popup that can be closed. */
  readonly popup: boolean;
  /** API name; null until one is chosen. */
  readonly module: string | null;
  readonly modules: Modules;
  readonly list: List;
  readonly details: Details;
  readonly shown: Shown;
  /** Ids of the rows that are ticked. */
  readonly chosen: ReadonlySet<string>;
  readonly task: Task;
  readonly run: Run | null;
  /** A run of this tab that was cut short, and is about other records than those that are shown. */
  readonly interrupted: Interrupted | null;
  /** Why this person can neither lock nor unlock here, once a refusal has told so. */
  readonly forbidden: { readonly lock: CrmError | null; readonly unlock: CrmError | null };
  /** Something was changed from here: the list behind a popup is out of date. */
  readonly changed: boolean;
  /** Names of rules by id, as far as this user may know them. */
  readonly ruleNames: ReadonlyMap<string, string>;
}

export interface Interrupted {
  readonly module: string;
  readonly total: number;
  readonly done: number;
}

/** Everything the page can show. */
export type RecordsState =
  /** `slow`: it takes longer than people expect. */
  | { readonly kind: 'connecting'; readonly slow: boolean }
  | { readonly kind: 'hostProblem'; readonly problem: HostProblem }
  | PageShown;

export const NO_FILTER: RowFilter = {
  text: '',
  source: 'all',
  rule: null,
  person: null,
  olderThanDays: null,
};

const NOTHING_SHOWN: Shown = { sorting: null, filter: NO_FILTER, order: [], unjudged: 0 };

export const NEW_PAGE: PageShown = {
  kind: 'page',
  mode: 'selection',
  popup: false,
  module: null,
  modules: { kind: 'unread' },
  list: { kind: 'none' },
  details: { left: 0, error: null },
  shown: NOTHING_SHOWN,
  chosen: new Set(),
  task: IDLE,
  run: null,
  interrupted: null,
  forbidden: { lock: null, unlock: null },
  changed: false,
  ruleNames: new Map(),
};
