import type { RecordRow } from './record-row';
import { lacksDetails, lockOf, STATUSES, statusOf } from './record-row';

export const COLUMNS = ['record', 'status', 'reason', 'lockedBy', 'since', 'result'] as const;
export type Column = (typeof COLUMNS)[number];

export interface Sorting {
  readonly column: Column;
  readonly descending: boolean;
}

/** Whether rows whose details are not read yet cannot be put in their place. */
export const needsDetails = (column: Column): boolean => column !== 'record' && column !== 'result';

/** What a row is sorted by: a text, or a number; null comes last in either direction. */
export function sortValue(row: RecordRow, column: Exclude<Column, 'result'>): string | number | null {
  switch (column) {
    case 'record':
      return row.name || null;
    case 'status':
      return lacksDetails(row) ? null : STATUSES.indexOf(statusOf(row));
    case 'reason':
      return lockOf(row)?.reason?.trim() || null;
    case 'lockedBy':
      return lockOf(row)?.lockedBy?.name || null;
    case 'since': {
      const at = Date.parse(lockOf(row)?.lockedAt ?? '');
      return Number.isNaN(at) ? null : at;
    }
  }
}

/**
 * The places of `values` in order; equal ones keep the order they came in, null comes last. `rank` gives a text's place among all
 * texts, so that texts are compared as the language does, but only once.
 */
export function orderOf(
  values: readonly (string | number | null)[],
  rank: (text: string) => number,
  descending: boolean,
): number[] {
  const sign = descending ? -1 : 1;
  const keys = new Float64Array(values.length);
  for (const [place, value] of values.entries())
    keys[place] =
      value === null ? Number.POSITIVE_INFINITY : sign * (typeof value === 'number' ? value : rank(value));
  const key = (place: number): number => keys[place] ?? 0;
  // Two that are not known differ by nothing that is a number.
  return Array.from(keys.keys()).sort((a, b) => key(a) - key(b) || a - b);
}
