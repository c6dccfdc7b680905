import { isObject, type UnknownObject } from '../base/json';
import { errorOf, fail, ok, type Result } from './errors';
import { isEmpty, saysNone } from './parse';
import type { CrmReply, CrmRequest, Send } from './transport';

/** Is answered with a body in every organisation, be it a refusal. */
const NEVER_EMPTY: CrmRequest = { method: 'GET', path: '/crm/v8/__features/record_locking_configurations' };

const isBlank = (reply: CrmReply): boolean =>
  'status' in reply && reply.status < 300 && !saysNone(reply) && !reply.body;

/**
 * Sends what asks for a list. Zoho says "none" with 204. A host may hide that status, and a proxy may answer nothing at all: an
 * empty reply of another status is believed when it comes twice and another call is answered, else it is no reply. One call; two
 * more only after an empty reply.
 */
export async function askForList(send: Send, request: CrmRequest): Promise<CrmReply> {
  const reply = await send(request);
  if (!isBlank(reply)) return reply;
  const again = await send(request);
  return isBlank(again) && isBlank(await send(NEVER_EMPTY)) ? { lost: 'connection' } : again;
}

/** The objects of a list reply `{key: […]}`; none for a reply without content. */
export async function readList(
  send: Send,
  request: Omit<CrmRequest, 'method' | 'body'>,
  key: string,
): Promise<Result<readonly UnknownObject[]>> {
  const reply = await askForList(send, { method: 'GET', ...request });
  const error = errorOf(reply, key);
  if (error) return { ok: false, error };
  if (isEmpty(reply)) return ok([]);
  const list = 'body' in reply && isObject(reply.body) ? reply.body[key] : undefined;
  return Array.isArray(list) ? ok(list.filter(isObject)) : fail('unexpected');
}

/** The same, with each object parsed; those that are not what they should be are passed over. */
export async function readParsed<T>(
  send: Send,
  request: Omit<CrmRequest, 'method' | 'body'>,
  key: string,
  parse: (row: UnknownObject) => T | null | undefined,
): Promise<Result<readonly T[]>> {
  const answer = await readList(send, request, key);
  return answer.ok ? ok(answer.value.flatMap((row) => parse(row) ?? [])) : answer;
}
