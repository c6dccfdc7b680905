import type { Named } from '../base/named';
import { errorOf, fail, ok, type Result } from './errors';
import { first, personIn } from './parse';
import { type RecordRef, recordPath } from './paths';
import type { Send } from './transport';

/** Whose record it is; null where it does not say. One call. */
export async function readOwner(send: Send, record: RecordRef): Promise<Result<Named | null>> {
  const reply = await send({ method: 'GET', path: recordPath(record), query: { fields: 'Owner' } });
  const error = errorOf(reply, 'data');
  if (error) return { ok: false, error };
  const row = first(reply, 'data');
  return row ? ok(personIn(row.Owner)) : fail('unexpected');
}
