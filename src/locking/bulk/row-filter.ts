import { hasAutomaticPart, hasManualPart } from '../lock/lock';
import { lacksDetails, lockOf, type RecordRow } from './record-row';

export type SourceFilter = 'all' | 'manual' | 'rule';

export interface RowFilter {
  readonly text: string;
  readonly source: SourceFilter;
  /** Id of the rule that holds the record; null: any or none. */
  readonly rule: string | null;
  /** Id of whoever locked it; null: anybody. */
  readonly person: string | null;
  /** Locked longer ago than this; null: whenever. */
  readonly olderThanDays: number | null;
}

const DAY = 86_400_000;

/** Whether the filter asks for what only the details of a lock tell. */
export const filtersDetails = ({ source, rule, person, olderThanDays }: RowFilter): boolean =>
  source !== 'all' || rule !== null || person !== null || olderThanDays !== null;

const PLAIN = /^[\u0020-\u007e\n]*$/;

/** Text to search in and for: case and accents do not count. */
export const searchText = (text: string): string =>
  (PLAIN.test(text) ? text : text.normalize('NFKD').replace(/\p{M}/gu, '')).toLowerCase();

/**
 * Whether a row is shown; null where that cannot be told before its details are read. `haystack` is the searchable text of a row,
 * made once; `now` in milliseconds since the epoch.
 */
export function passes<R extends RecordRow>(
  row: R,
  filter: RowFilter,
  haystack: (row: R) => string,
  now: number,
): boolean | null {
  const wanted = filter.text;
  if (wanted && !haystack(row).includes(wanted)) return false;
  if (!filtersDetails(filter)) return true;
  const lock = lockOf(row);
  if (!lock) return lacksDetails(row) ? null : false;
  if (filter.source === 'manual' && !hasManualPart(lock)) return false;
  if (filter.source === 'rule' && !hasAutomaticPart(lock)) return false;
  if (filter.rule !== null && lock.ruleId !== filter.rule) return false;
  if (filter.person !== null && lock.lockedBy?.id !== filter.person) return false;
  if (filter.olderThanDays === null) return true;
  const at = Date.parse(lock.lockedAt ?? '');
  return !Number.isNaN(at) && now - at > filter.olderThanDays * DAY;
}
