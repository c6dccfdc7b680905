import { isObject } from '../base/json';
import { queryRows } from './coql';
import { fail, ok, type Result } from './errors';
import { text } from './parse';
import type { Send } from './transport';

/** A record found by a query: enough to show it and to open it. */
export interface FoundRecord {
  readonly id: string;
  /** Empty when the record has none. */
  readonly name: string;
}

const countIn = (value: unknown): number | null => {
  const count = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
  return typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 ? count : null;
};

/**
 * The number that a query with COUNT gives, in one call. Zoho does not promise under which key it comes, so it has to be the only
 * number of the only row; a reply of another form, or an empty one that does not say 204, is `unexpected` and never 0.
 */
export async function countRecords(send: Send, countQuery: string): Promise<Result<number>> {
  const found = await queryRows(send, countQuery);
  if (!found.ok) return found;
  const [row, ...others] = found.value.rows;
  if (row === undefined) return ok(0);
  const counts = isObject(row) ? Object.values(row).flatMap((value) => countIn(value) ?? []) : [];
  const [count] = counts;
  return count === undefined || counts.length > 1 || others.length ? fail('unexpected') : ok(count);
}

/** The records that a query finds, in one call: their ids, and their names out of the field the query asks for. */
export async function sampleRecords(
  send: Send,
  sampleQuery: string,
  nameField: string,
): Promise<Result<readonly FoundRecord[]>> {
  const found = await queryRows(send, sampleQuery);
  if (!found.ok) return found;
  const records = found.value.rows.map((row) => {
    const id = isObject(row) ? text(row.id) : null;
    return isObject(row) && id !== null && /^\w{1,200}$/.test(id)
      ? { id, name: text(row[nameField]) ?? '' }
      : null;
  });
  const known = records.filter((record) => record !== null);
  return known.length === records.length ? ok(known) : fail('unexpected');
}
