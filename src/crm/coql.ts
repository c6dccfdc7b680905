import { isObject } from '../base/json';
import { errorOf, fail, ok, type Result } from './errors';
import { flag } from './parse';
import type { Send } from './transport';

export interface QueryRows {
  readonly rows: readonly unknown[];
  /** Whether more rows match than were given; null where the reply does not say. */
  readonly more: boolean | null;
}

/** The rows of a query, in one call. COQL answers 204 when nothing is found; a reply of another form is `unexpected`. */
export async function queryRows(send: Send, selectQuery: string): Promise<Result<QueryRows>> {
  const reply = await send({ method: 'POST', path: '/crm/v8/coql', body: { select_query: selectQuery } });
  const error = errorOf(reply, 'data');
  if (error) return { ok: false, error };
  if (!('body' in reply)) return fail('unexpected');
  if (reply.status === 204) return ok({ rows: [], more: false });
  const body = isObject(reply.body) ? reply.body : {};
  if (!Array.isArray(body.data)) return fail('unexpected');
  return ok({ rows: body.data, more: isObject(body.info) ? flag(body.info.more_records) : null });
}
