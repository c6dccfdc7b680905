import type { ConfigurationRequest } from '../locking/configuration/saving/request';
import { errorOf, fail, ok, type Result } from './errors';
import { first, text } from './parse';
import { segment } from './path';
import type { CrmRequest, Send } from './transport';

const KEY = 'record_locking_configurations';
const PATH = `/crm/v8/settings/${KEY}`;

/** Creates or changes a module's configuration. Zoho takes the id of the one to change from the body. */
export const saveConfiguration = (
  send: Send,
  module: string,
  { method, body }: ConfigurationRequest,
): Promise<Result<null>> => write(send, { method, path: PATH, query: moduleOf(module), body });

/** Deletes a module's configuration, which unlocks every record of the module. */
export const deleteConfiguration = (send: Send, module: string, id: string): Promise<Result<null>> =>
  write(send, {
    method: 'DELETE',
    path: `${PATH}/${segment('Configuration id', id)}`,
    query: moduleOf(module),
  });

const moduleOf = (module: string) => ({ module: segment('Module', module) });

/** Only an explicit success is one: a proxy's page or an empty body proves nothing. */
async function write(send: Send, request: CrmRequest): Promise<Result<null>> {
  const reply = await send(request);
  const error = errorOf(reply, KEY);
  if (error) return { ok: false, error };
  return text(first('body' in reply && reply.body, KEY)?.code) === 'SUCCESS' ? ok(null) : fail('unexpected');
}
