import { errorOf, fail, ok, type Result } from './errors';
import { first, text } from './parse';
import { lockPath, type RecordRef } from './record-path';
import type { CrmRequest, Send } from './transport';

const withReason = (reason: string) => ({ data: [{ Locked_Reason__s: reason }] });

/** Locks a record by hand. `reason` is clean: trimmed, 1 to 3,000 characters. */
export const lockRecord = (send: Send, record: RecordRef, reason: string): Promise<Result<null>> =>
  write(send, { method: 'POST', path: lockPath(record), body: withReason(reason) });

export const changeLockReason = (
  send: Send,
  record: RecordRef,
  lockId: string,
  reason: string,
): Promise<Result<null>> =>
  write(send, { method: 'PUT', path: lockPath(record, lockId), body: withReason(reason) });

export const unlockRecord = (send: Send, record: RecordRef, lockId: string): Promise<Result<null>> =>
  write(send, { method: 'DELETE', path: lockPath(record, lockId) });

/** Only an explicit success is one: a proxy's page or an empty body proves nothing. */
async function write(send: Send, request: CrmRequest): Promise<Result<null>> {
  const reply = await send(request);
  const error = errorOf(reply, 'data');
  if (error) return { ok: false, error };
  return text(first('body' in reply && reply.body, 'data')?.code) === 'SUCCESS'
    ? ok(null)
    : fail('unexpected');
}
