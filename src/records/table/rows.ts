import type { ListedRecord } from '../../crm/listed-record';
import { GONE, LOCKED, type LockKnowledge, UNKNOWN, UNLOCKED } from '../../locking/bulk/record-row';
import type { Listed, Row } from '../start/records-state';

const stateOf = (locked: boolean | null): LockKnowledge =>
  locked === null ? UNKNOWN : locked ? LOCKED : UNLOCKED;

export const rowOf = ({ id, name, locked, lockedForMe }: ListedRecord): Row => ({
  id,
  name,
  state: stateOf(locked),
  lockedForMe,
  result: null,
});

/** A record of which only the id is known. */
export const unreadRow = (id: string): Row => rowOf({ id, name: '', locked: null, lockedForMe: null });

/** What a list tells anew of a row. Details stay as long as they fit: a list has none. */
export function relisted(row: Row, record: ListedRecord | undefined): Row {
  if (!record) return { ...row, state: GONE, lockedForMe: null };
  const { name, locked, lockedForMe } = record;
  const fits = locked === null ? row.state.kind !== 'gone' : locked && row.state.kind === 'detailed';
  return { ...row, name: name || row.name, lockedForMe, state: fits ? row.state : stateOf(locked) };
}

/** A list of these rows. */
export const listOf = (rows: readonly Row[], about: Pick<Listed, 'way' | 'next' | 'cutOff'>): Listed => ({
  kind: 'listed',
  rows,
  place: new Map(rows.map(({ id }, index) => [id, index])),
  ...about,
  busy: false,
  error: null,
});

/** The list with some of its rows replaced; ids that it does not hold are passed over. */
export function withRows(listed: Listed, ids: Iterable<string>, change: (row: Row) => Row): Listed {
  const rows = listed.rows.slice();
  for (const id of ids) {
    const place = listed.place.get(id);
    const row = place === undefined ? undefined : rows[place];
    if (place !== undefined && row) rows[place] = change(row);
  }
  return { ...listed, rows };
}

/** The list with further rows at its end; those that it holds already stay where they are. */
export function withMoreRows(listed: Listed, more: readonly Row[]): Listed {
  const rows = [...listed.rows, ...more.filter(({ id }) => !listed.place.has(id))];
  return { ...listed, rows, place: new Map(rows.map(({ id }, index) => [id, index])) };
}

export const rowOfId = ({ rows, place }: Listed, id: string): Row | null => {
  const index = place.get(id);
  return index === undefined ? null : (rows[index] ?? null);
};
