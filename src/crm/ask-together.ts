import { isObject, plainText } from '../base/json';
import { errorOf, fail, ok, type Result } from './errors';
import { COMPOSITE, type CrmReply, type CrmRequest, type Send } from './transport';

const KEY = '__composite_requests';

/** Reads that one call may hold. */
export const MOST_TOGETHER = 5;

/**
 * Sends up to `MOST_TOGETHER` reads in one call, which costs one credit. Each gets its own reply; null where the call tells nothing
 * usable of it, so that it has to be sent by itself. Fails as a whole where the organisation does not take composite calls.
 */
export async function askTogether(
  send: Send,
  requests: readonly CrmRequest[],
): Promise<Result<readonly (CrmReply | null)[]>> {
  const parts = requests.map(({ method, path, query = {} }, index) => ({
    sub_request_id: `r${index}`,
    method,
    uri: path,
    params: query,
    body: {},
    headers: {},
  }));
  const reply = await send({
    method: 'POST',
    path: COMPOSITE,
    countsAs: parts.length,
    body: { rollback_on_fail: false, parallel_execution: true, [KEY]: parts },
  });
  const list = 'body' in reply && isObject(reply.body) ? reply.body[KEY] : undefined;
  // One part that failed does not spoil the others, so the first row is no verdict on the whole.
  if (Array.isArray(list) && list.length === requests.length) return ok(list.map(replyIn));
  const error = errorOf(reply, KEY);
  return error ? { ok: false, error } : fail('unexpected');
}

/** The status of a part that holds an error in place of a reply. */
export const NO_STATUS = 0;

/** The reply inside a part. A part that failed carries its error inside, or is one. */
function replyIn(part: unknown): CrmReply | null {
  if (!isObject(part)) return null;
  const response = isObject(part.details) ? part.details.response : undefined;
  if (!isObject(response)) return part.status === 'error' ? { status: NO_STATUS, body: part } : null;
  const status = Number(plainText(response.status_code));
  if (!Number.isInteger(status) || status < 100) return null;
  const { body } = response;
  // Nothing at all may come as an empty object.
  return { status, body: isObject(body) && Object.keys(body).length === 0 ? undefined : body };
}
