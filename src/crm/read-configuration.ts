import { askForList } from './ask-for-list';
import { errorOf, fail, ok, type Result } from './errors';
import { first, isObject, type Json } from './parse';
import { segment } from './path';
import { isEmpty, type Send } from './transport';

const KEY = 'record_locking_configurations';

/** A module's locking configuration as it came, null when there is none. `noPermission` for all but administrators. */
export async function readConfiguration(send: Send, module: string): Promise<Result<Json | null>> {
  const reply = await askForList(send, {
    method: 'GET',
    path: `/crm/v8/settings/${KEY}`,
    query: { module: segment('Module', module) },
  });
  const error = errorOf(reply, KEY);
  if (error) return { ok: false, error };
  const body = 'body' in reply ? reply.body : null;
  const found = first(body, KEY);
  if (found || isEmpty(reply)) return ok(found);
  const list = isObject(body) ? body[KEY] : undefined;
  return Array.isArray(list) && list.length === 0 ? ok(null) : fail('unexpected');
}
