import { isObject } from '../base/json';
import type { Named } from '../base/named';
import { errorOf, fail, ok, type Result } from './errors';
import { first, personIn, text } from './parse';
import type { CrmRequest, Send } from './transport';

/** What a write's reply tells. */
export interface Written {
  /** Of what was written; null where the reply does not name it plainly. */
  readonly id: string | null;
  /** Of what was made: by whom, and when (ISO 8601 with offset). */
  readonly createdBy: Named | null;
  readonly createdAt: string | null;
}

/** Sends a write, once. Only an explicit success is one: a proxy's page or an empty body proves nothing. */
export async function write(send: Send, request: CrmRequest, key: string): Promise<Result<Written>> {
  const reply = await send(request);
  const error = errorOf(reply, key);
  if (error) return { ok: false, error };
  const row = first(reply, key);
  if (text(row?.code) !== 'SUCCESS') return fail('unexpected');
  const details = isObject(row?.details) ? row.details : {};
  const id = text(details.id);
  return ok({
    id: id !== null && /^\w{1,200}$/.test(id) ? id : null,
    createdBy: personIn(details.Created_By),
    createdAt: text(details.Created_Time),
  });
}
