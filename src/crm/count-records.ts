import { isObject } from '../base/json';
import { errorOf, fail, ok, type Result } from './errors';
import { text } from './parse';
import type { CrmReply, Send } from './transport';

/** A record found by a query: enough to show it and to open it. */
export interface FoundRecord {
  readonly id: string;
  /** Empty when the record has none. */
  readonly name: string;
}

/** COQL answers 204 when nothing is found. */
const query = async (send: Send, selectQuery: string): Promise<Result<readonly unknown[]>> => {
  const reply = await send({
    method: 'POST',
    path: '/crm/v8/coql',
    body: { select_query: selectQuery },
  });
  const error = errorOf(reply, 'data');
  if (error) return { ok: false, error };
  const rows = rowsOf(reply);
  return rows ? ok(rows) : fail('unexpected');
};

const rowsOf = (reply: CrmReply): readonly unknown[] | null => {
  if (!('body' in reply)) return null;
  if (reply.status === 204) return [];
  const list = isObject(reply.body) ? reply.body.data : undefined;
  return Array.isArray(list) ? list : null;
};

const countIn = (value: unknown): number | null => {
  const count = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
  return typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 ? count : null;
};

/**
 * The number that a query with COUNT gives, in one call. Zoho does not promise under which key it comes, so it has to be the only
 * number of the only row; a reply of another form, or an empty one that does not say 204, is `unexpected` and never 0.
 */
export async function countRecords(send: Send, countQuery: string): Promise<Result<number>> {
  const found = await query(send, countQuery);
  if (!found.ok) return found;
  const [row, ...others] = found.value;
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
  const found = await query(send, sampleQuery);
  if (!found.ok) return found;
  const records = found.value.map((row) => {
    const id = isObject(row) ? text(row.id) : null;
    return isObject(row) && id !== null && /^\w{1,200}$/.test(id)
      ? { id, name: text(row[nameField]) ?? '' }
      : null;
  });
  const known = records.filter((record) => record !== null);
  return known.length === records.length ? ok(known) : fail('unexpected');
}
