import { isObject, type UnknownObject } from '../base/json';
import { errorOf, fail, ok, type Result } from './errors';
import { bodyOf, first, isEmpty } from './parse';
import { segment } from './paths';
import { askForList } from './read-list';
import type { Send } from './transport';

const KEY = 'record_locking_configurations';

/** A module's locking configuration as it came, null when there is none. `noPermission` for all but administrators. */
export async function readConfiguration(send: Send, module: string): Promise<Result<UnknownObject | null>> {
  const reply = await askForList(send, {
    method: 'GET',
    path: `/crm/v8/settings/${KEY}`,
    query: { module: segment('Module', module) },
  });
  const error = errorOf(reply, KEY);
  if (error) return { ok: false, error };
  const body = bodyOf(reply);
  const list = isObject(body) ? body[KEY] : undefined;
  // A module has one at most: none of two is the right one to edit.
  if (Array.isArray(list) && list.length > 1) return fail('unexpected');
  const found = first(reply, KEY);
  if (found || isEmpty(reply)) return ok(found);
  return Array.isArray(list) && list.length === 0 ? ok(null) : fail('unexpected');
}
