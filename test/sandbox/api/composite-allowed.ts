import { type Entry, failure } from './errors';
import type { SandboxOptions } from './options';

/** Path segments below `/crm/v8`: a module, an id, and a related list, whose names never begin with two underscores. */
const MODULE = '/(?!(?:settings|users|org|coql)(?:/|$)|__)\\w+';
const ID = '/\\d+';
const LIST = '/(?!__|actions)\\w+';

/** The calls that Zoho's page lists as parts of a composite one, by its own names. */
const ALLOWED: readonly (readonly [service: string, method: string, path: string])[] = [
  ['Get Org', 'GET', '/org'],
  ['Get Metadata', 'GET', '/settings/(?:modules|fields|layouts|custom_views)(?:/[^/]+)?'],
  ['Get Pipeline', 'GET', '/settings/pipeline(?:/[^/]+)?'],
  ['Get Roles', 'GET', '/settings/roles'],
  ['Get Profiles', 'GET', '/settings/profiles(?:/[^/]+)?'],
  ['Get Variables', 'GET', '/settings/variables(?:/[^/]+)?'],
  ['Get Users', 'GET', '/users(?:/[^/]+)?'],
  ['Get records through a COQL query', 'POST', '/coql'],
  ["Get Records' Count", 'GET', `${MODULE}/actions/count`],
  ['Get Records', 'GET', `${MODULE}(?:${ID})?`],
  ['Search Records', 'GET', `${MODULE}/search`],
  ['Create Records', 'POST', MODULE],
  ['Update Records', 'PUT', `${MODULE}(?:${ID})?`],
  ['Delete Records', 'DELETE', `${MODULE}${ID}`],
  ['Add Tags', 'POST', `${MODULE}${ID}/actions/(?:add|remove)_tags`],
  ['Convert a Lead', 'POST', `${MODULE}${ID}/actions/convert`],
  ['Create Notes', 'POST', `${MODULE}${ID}/Notes`],
  ['Get Related Records', 'GET', `${MODULE}${ID}${LIST}(?:${ID})?`],
  ['Update Related Records', 'PUT', `${MODULE}${ID}${LIST}${ID}`],
  ['Delink Related Records', 'DELETE', `${MODULE}${ID}${LIST}${ID}`],
];
const SERVICES = ALLOWED.map(([service, method, path]) => ({
  service,
  method,
  path: new RegExp(`^${path}$`),
}));
const LOCK = new RegExp(`^${MODULE}${ID}/Locking_Information__s(?:${ID})?$`);

/** Why a call may not be a part, or null when it may. The path begins after `/crm/v8`. */
export function allowedPart(options: SandboxOptions, method: string, path: string): Entry | null {
  const isListed = SERVICES.some((one) => one.method === method && one.path.test(path));
  if (isListed && !(options.locksInComposite === 'refused' && LOCK.test(path))) return null;
  return failure('NOT_SUPPORTED', 'the API is not supported in a composite request', {
    allowed_services: SERVICES.map(({ service }) => service),
  });
}
