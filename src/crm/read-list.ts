import { askForList } from './ask-for-list';
import { errorOf, fail, ok, type Result } from './errors';
import { isObject, type Json } from './parse';
import { type CrmRequest, isEmpty, type Send } from './transport';

/** The objects of a list reply `{key: […]}`; none for a reply without content. */
export async function readList(
  send: Send,
  request: Omit<CrmRequest, 'method' | 'body'>,
  key: string,
): Promise<Result<readonly Json[]>> {
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
  parse: (row: Json) => T | null | undefined,
): Promise<Result<readonly T[]>> {
  const answer = await readList(send, request, key);
  return answer.ok ? ok(answer.value.flatMap((row) => parse(row) ?? [])) : answer;
}
