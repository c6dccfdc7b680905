import type { Result } from './errors';
import { lockPath, type RecordRef } from './paths';
import type { Send } from './transport';
import { type Written, write } from './write';

const withReason = (reason: string) => ({ data: [{ Locked_Reason__s: reason }] });

/** Locks a record by hand. `reason` is clean: trimmed, 1 to 3,000 characters. */
export const lockRecord = (send: Send, record: RecordRef, reason: string): Promise<Result<Written>> =>
  write(send, { method: 'POST', path: lockPath(record), body: withReason(reason) }, 'data');

export const changeLockReason = (
  send: Send,
  record: RecordRef,
  lockId: string,
  reason: string,
): Promise<Result<Written>> =>
  write(send, { method: 'PUT', path: lockPath(record, lockId), body: withReason(reason) }, 'data');

export const unlockRecord = (send: Send, record: RecordRef, lockId: string): Promise<Result<Written>> =>
  write(send, { method: 'DELETE', path: lockPath(record, lockId) }, 'data');
