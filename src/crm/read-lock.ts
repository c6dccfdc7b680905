import type { UnknownObject } from '../base/json';
import type { Lock, LockSource } from '../locking/lock/lock';
import { errorOf, fail, ok, type Result } from './errors';
import { first, isEmpty, personIn, saysNone, text } from './parse';
import { lockPath, type RecordRef } from './paths';
import { readAccess } from './read-access';
import type { CrmReply, CrmRequest, Send } from './transport';

/** Reading without a lock id needs `fields`. */
const FIELDS = [
  'Locked_For__s',
  'Locked_Reason__s',
  'Lock_Source__s',
  'Locked_Time__s',
  'Locked_By__s',
  'Record_Locking_Rule_Id__s',
  'Record_Locking_Configuration_Id__s',
].join();

/** The call that reads a lock. */
export const lockRequest = (record: RecordRef): CrmRequest => ({
  method: 'GET',
  path: lockPath(record),
  query: { fields: FIELDS },
});

/** What a reply to it says; null when it is empty without saying 204, which says nothing. */
export function lockIn(reply: CrmReply): Result<Lock | null> | null {
  const error = errorOf(reply, 'data');
  // Here the relation that is not found is the module's: it has no locks.
  if (error?.kind === 'notFound' && /relation/i.test(error.message ?? '')) return fail('notSupported');
  if (error) return { ok: false, error };
  if (saysNone(reply)) return ok(null);
  const row = first(reply, 'data');
  const lock = row && parseLock(row);
  if (lock) return ok(lock);
  return isEmpty(reply) ? null : fail('unexpected');
}

/** The lock of a record, null when it is not locked. One call; a second one only if the reply is empty without saying 204. */
export async function readLock(send: Send, record: RecordRef): Promise<Result<Lock | null>> {
  const found = lockIn(await send(lockRequest(record)));
  if (found) return found;
  // Some hosts may hide the 204. An empty reply alone must not pass for "unlocked": the record decides.
  const access = await readAccess(send, record);
  if (!access.ok) return access;
  return access.value.locked === false ? ok(null) : fail('unexpected');
}

/**
 * The lock with this id, as a write has just left it; when it is gone, the lock there is in its place, or null. One call; a second
 * one only if the lock is gone. By its own address a lock comes with all its fields.
 */
export async function readLockById(
  send: Send,
  record: RecordRef,
  lockId: string,
): Promise<Result<Lock | null>> {
  const reply = await send({ method: 'GET', path: lockPath(record, lockId) });
  const error = errorOf(reply, 'data');
  if (error && error.kind !== 'notFound') return { ok: false, error };
  const row = error ? null : first(reply, 'data');
  const lock = row && parseLock(row);
  if (lock) return ok(lock);
  return error || isEmpty(reply) ? readLock(send, record) : fail('unexpected');
}

const SOURCES: ReadonlyMap<unknown, LockSource> = new Map([
  ['Manual', 'manual'],
  ['Automatic', 'automatic'],
  ['Both', 'both'],
]);

/** A lock without a plain id is not one we could act on. */
function parseLock(row: UnknownObject): Lock | null {
  const id = text(row.id);
  if (id === null || !/^\w{1,200}$/.test(id)) return null;
  return {
    id,
    source: SOURCES.get(row.Lock_Source__s) ?? 'unknown',
    reason: text(row.Locked_Reason__s),
    lockedBy: personIn(row.Locked_By__s),
    lockedAt: text(row.Locked_Time__s),
    ruleId: text(row.Record_Locking_Rule_Id__s),
    configurationId: text(row.Record_Locking_Configuration_Id__s),
  };
}
