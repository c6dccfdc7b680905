import { errorOf, fail, ok, type Result } from './errors';
import { first, isObject, type Json } from './parse';
import { segment } from './path';
import { type CrmReply, type CrmRequest, isEmpty, type Send } from './transport';

const KEY = 'record_locking_configurations';

/**
 * A module's locking configuration as it came, null when there is none. `noPermission` for all but administrators. One call; a
 * second one only if the reply is empty without saying 204: some hosts may hide the 204, but one lost body must not pass for none.
 */
export async function readConfiguration(send: Send, module: string): Promise<Result<Json | null>> {
  const request: CrmRequest = {
    method: 'GET',
    path: `/crm/v8/settings/${KEY}`,
    query: { module: segment('Module', module) },
  };
  const reply = await send(request);
  const unclear = 'status' in reply && reply.status === 200 && !reply.body;
  return configurationIn(unclear ? await send(request) : reply);
}

function configurationIn(reply: CrmReply): Result<Json | null> {
  const error = errorOf(reply, KEY);
  if (error) return { ok: false, error };
  const body = 'body' in reply ? reply.body : null;
  const found = first(body, KEY);
  if (found || isEmpty(reply)) return ok(found);
  const list = isObject(body) ? body[KEY] : undefined;
  return Array.isArray(list) && list.length === 0 ? ok(null) : fail('unexpected');
}
