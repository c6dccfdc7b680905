import type { ConfigurationRequest } from '../locking/configuration/saving/request';
import type { Result } from './errors';
import { segment } from './paths';
import type { Send } from './transport';
import { type Written, write } from './write';

const KEY = 'record_locking_configurations';
const PATH = `/crm/v8/settings/${KEY}`;

/** Creates or changes a module's configuration. Zoho takes the id of the one to change from the body. */
export const saveConfiguration = (
  send: Send,
  module: string,
  { method, body }: ConfigurationRequest,
): Promise<Result<Written>> => write(send, { method, path: PATH, query: moduleOf(module), body }, KEY);

/** Deletes a module's configuration, which unlocks every record of the module. */
export const deleteConfiguration = (send: Send, module: string, id: string): Promise<Result<Written>> =>
  write(
    send,
    { method: 'DELETE', path: `${PATH}/${segment('Configuration id', id)}`, query: moduleOf(module) },
    KEY,
  );

const moduleOf = (module: string) => ({ module: segment('Module', module) });
