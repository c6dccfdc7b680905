import { isObject } from '../base/json';
import type { Lock } from '../locking/lock/lock';
import { errorOf, fail, ok, type Result } from './errors';
import { text } from './parse';
import { lockIn, lockRequest } from './read-lock';
import type { CrmReply, Send } from './transport';

/** Reads that one composite call may hold. */
export const MOST_TOGETHER = 5;

/**
 * The locks of up to `MOST_TOGETHER` records in one call, by record id. A record whose part of the reply says nothing usable is left
 * out: it has to be read by itself. Fails as a whole where the organisation does not take composite calls.
 */
export async function readLocksTogether(
  send: Send,
  module: string,
  ids: readonly string[],
): Promise<Result<ReadonlyMap<string, Result<Lock | null>>>> {
  const parts = ids.map((id, index) => {
    const { method, path, query } = lockRequest({ module, id });
    return { sub_request_id: `r${index}`, method, uri: path, params: query, body: {}, headers: {} };
  });
  const reply = await send({
    method: 'POST',
    path: '/crm/v8/__composite_requests',
    countsAs: parts.length,
    body: { rollback_on_fail: false, parallel_execution: true, __composite_requests: parts },
  });
  const list = 'body' in reply && isObject(reply.body) ? reply.body.__composite_requests : undefined;
  // One part that failed does not spoil the others, so the first row is no verdict on the whole.
  if (!Array.isArray(list) || list.length !== ids.length) {
    const error = errorOf(reply, '__composite_requests');
    return error ? { ok: false, error } : fail('unexpected');
  }
  const rows: readonly unknown[] = list;
  return ok(
    new Map(
      ids.flatMap((id, index): [string, Result<Lock | null>][] => {
        const inner = replyIn(rows[index]);
        const found = inner && lockIn(inner);
        return found ? [[id, found]] : [];
      }),
    ),
  );
}

/** The reply inside a part; an empty body stands for none. */
function replyIn(part: unknown): CrmReply | null {
  const details = isObject(part) && isObject(part.details) ? part.details : {};
  const { response } = details;
  if (!isObject(response)) return null;
  const status = Number(
    typeof response.status_code === 'string' ? text(response.status_code) : response.status_code,
  );
  if (!Number.isInteger(status) || status < 100) return null;
  const { body } = response;
  return { status, body: isObject(body) && Object.keys(body).length === 0 ? undefined : body };
}
