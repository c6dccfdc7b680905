import { errorOf, ok, type Result } from './errors';
import { first, type Json } from './parse';
import { segment } from './path';
import type { Send } from './transport';

const KEY = 'record_locking_configurations';

/** A module's locking configuration as it came, null when there is none. `noPermission` for all but administrators. */
export async function readConfiguration(send: Send, module: string): Promise<Result<Json | null>> {
  const reply = await send({
    method: 'GET',
    path: `/crm/v8/settings/${KEY}`,
    query: { module: segment('Module', module) },
  });
  const error = errorOf(reply, KEY);
  return error ? { ok: false, error } : ok('body' in reply ? first(reply.body, KEY) : null);
}
