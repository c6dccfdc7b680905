import type { Lock } from '../locking/lock/lock';
import { askTogether, NO_STATUS } from './ask-together';
import { ok, type Result } from './errors';
import { lockIn, lockRequest } from './read-lock';
import type { Send } from './transport';

/**
 * The locks of up to `MOST_TOGETHER` records in one call, by record id. A record whose part of the reply says nothing usable is left
 * out: it has to be read by itself. Fails as a whole where the organisation does not take composite calls.
 */
export async function readLocksTogether(
  send: Send,
  module: string,
  ids: readonly string[],
): Promise<Result<ReadonlyMap<string, Result<Lock | null>>>> {
  const answer = await askTogether(
    send,
    ids.map((id) => lockRequest({ module, id })),
  );
  if (!answer.ok) return answer;
  return ok(
    new Map(
      ids.flatMap((id, index): [string, Result<Lock | null>][] => {
        const reply = answer.value[index];
        // An error in place of a reply may be about this way of reading, and says nothing of the lock.
        const found = reply && 'status' in reply && reply.status !== NO_STATUS ? lockIn(reply) : null;
        return found ? [[id, found]] : [];
      }),
    ),
  );
}
