import type { RecordAccess } from '../locking/lock/lock';
import { errorOf, fail, ok, type Result } from './errors';
import { first, flag, saysNone } from './parse';
import { type RecordRef, recordPath } from './paths';
import type { CrmReply, CrmRequest, Send } from './transport';

/** What the record itself says of its lock for the calling user. One call; nothing else of the record is kept. */
export const readAccess = async (send: Send, record: RecordRef): Promise<Result<RecordAccess>> =>
  accessIn(await send(accessRequest(record)));

export const accessRequest = (record: RecordRef): CrmRequest => ({
  method: 'GET',
  path: recordPath(record),
});

/** What a reply to it says. */
export function accessIn(reply: CrmReply): Result<RecordAccess> {
  const error = errorOf(reply, 'data');
  if (error) return { ok: false, error };
  const row = first(reply, 'data');
  // A reply that is merely empty is none at all: it does not say that the record is gone.
  if (!row) return fail(saysNone(reply) ? 'notFound' : 'unexpected');
  return ok({
    locked: flag(row.Locked__s),
    lockedForMe: flag(row.$locked_for_me),
    editable: flag(row.$editable),
  });
}
