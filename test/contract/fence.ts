import { isObject } from '../sandbox/api/json';
import { detailsOf, entryOf } from './answers';
import type { Call } from './api';

const CONFIGURATIONS = '/settings/record_locking_configurations';

/** No record has this id, so a write to it touches none. */
const NOBODY = '1';

export interface Fence {
  readonly call: Call;
  /** The records that were made through it. */
  readonly own: ReadonlySet<string>;
}

/**
 * Keeps the suite from touching what is not its own, whatever a test does: in the named module it may make records one at a
 * time and change those; it may write the module's configuration only where that is allowed. Anything else that could
 * change the org is thrown back before it is sent.
 */
export function fence(call: Call, module: string, mayConfigure: boolean): Fence {
  const own = new Set<string>();
  const isAllowed = (method: string, path: string, body: unknown): boolean => {
    const url = new URL(path, 'http://org.example');
    if (method === 'GET' || (method === 'POST' && url.pathname === '/coql')) return true;
    if (url.pathname === CONFIGURATIONS || url.pathname.startsWith(`${CONFIGURATIONS}/`))
      return mayConfigure && url.searchParams.get('module') === module;
    const [first, id, ...rest] = url.pathname.slice(1).split('/');
    if (first !== module || url.searchParams.has('ids')) return false;
    if (id === undefined) return method === 'POST' && isOne(body);
    const isRelation = rest.length > 0;
    if (isRelation && rest[0] !== 'Locking_Information__s') return false;
    return own.has(id) || (id === NOBODY && isRelation);
  };
  return {
    own,
    call: async (method, path, body) => {
      if (!isAllowed(method, path, body))
        throw new Error(`${method} ${path} is not the suite's own to change; nothing was sent`);
      const answer = await call(method, path, body);
      const { id } = detailsOf(answer);
      const isRecord = method === 'POST' && path.split('?')[0] === `/${module}`;
      if (isRecord && entryOf(answer).code === 'SUCCESS' && typeof id === 'string') own.add(id);
      return answer;
    },
  };
}

const isOne = (body: unknown): boolean =>
  isObject(body) && Array.isArray(body.data) && body.data.length === 1 && !('id' in Object(body.data[0]));
