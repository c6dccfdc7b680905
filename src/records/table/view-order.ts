import { lacksDetails, lockOf } from '../../locking/bulk/record-row';
import { filtersDetails, passes, searchText } from '../../locking/bulk/row-filter';
import { needsDetails, orderOf, sortValue } from '../../locking/bulk/row-order';
import type { Row, RowResult, Shown } from '../start/records-state';
import type { TextRanks } from './text-ranks';

export interface OrderTools {
  /** Of records' names: there are many, and they come with the list. */
  readonly names: TextRanks;
  /** Of reasons and people: few, and they come with the details. */
  readonly words: TextRanks;
  /** The searchable text of a row. */
  readonly haystack: (row: Row) => string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** Searchable texts, made once for each row. */
export function createHaystack(): (row: Row) => string {
  const known = new WeakMap<Row, string>();
  return (row) => {
    const found = known.get(row);
    if (found !== undefined) return found;
    const lock = lockOf(row);
    const text = searchText([row.name, lock?.reason, lock?.lockedBy?.name].filter(Boolean).join('\n'));
    known.set(row, text);
    return text;
  };
}

/** Results in the order in which a list sorted by them shows them: what is wrong first. */
const RESULTS: readonly RowResult['kind'][] = [
  'unknown',
  'refused',
  'limited',
  'undone',
  'changedSince',
  'changed',
  'alreadyLocked',
  'alreadyUnlocked',
  'alreadySame',
  'notSent',
  'waiting',
  'sending',
  'settling',
  'ruleRemains',
  'locked',
  'unlocked',
  'edited',
];

/** The rows that a view shows, and how many it cannot judge before their details are read. */
export function viewOf(
  rows: readonly Row[],
  { sorting, filter }: Pick<Shown, 'sorting' | 'filter'>,
  { names, words, haystack, now }: OrderTools,
): Shown {
  const wanted = { ...filter, text: searchText(filter.text.trim()) };
  const at = now();
  let unjudged = 0;
  const shown: number[] = [];
  for (const [index, row] of rows.entries()) {
    const passed = passes(row, wanted, haystack, at);
    if (passed) shown.push(index);
    else if (passed === null) unjudged += 1;
  }
  if (!sorting) return { sorting, filter, order: shown, unjudged };
  const { column, descending } = sorting;
  const values: (string | number | null)[] = [];
  let unread = 0;
  for (const index of shown) {
    const row = rows[index];
    if (!row) continue;
    if (lacksDetails(row)) unread += 1;
    values.push(
      column === 'result' ? row.result && RESULTS.indexOf(row.result.kind) : sortValue(row, column),
    );
  }
  const ranks = column === 'record' ? names : words;
  const order = orderOf(values, (text) => ranks.rank(text), descending);
  return {
    sorting,
    filter,
    order: order.map((place) => shown[place] ?? 0),
    unjudged: needsDetails(column) && !filtersDetails(filter) ? unread : unjudged,
  };
}

/** The names of rows. */
export const namesOf = (rows: readonly Row[]): string[] => rows.flatMap(({ name }) => name || []);

/** The other texts that rows may be sorted by. */
export const wordsOf = (rows: readonly Row[]): string[] =>
  rows.flatMap((row) => {
    const lock = lockOf(row);
    return [lock?.reason?.trim() ?? '', lock?.lockedBy?.name ?? ''].filter(Boolean);
  });
