import { hasAutomaticPart, hasManualPart, type Lock } from '../lock/lock';
import { sameReason } from '../lock/reason';
import type { RowTask } from './plan-run';

/** Why a call failed, as the calls of the CRM tell it. `certain`: it certainly changed nothing. */
export interface Failure {
  readonly kind: string;
  readonly certain: boolean;
}

/** What a write came to: done, with the id of the lock where Zoho told it, or not. */
export type Written<E extends Failure> =
  | { readonly ok: true; readonly lock: Lock | null }
  | { readonly ok: false; readonly error: E };

/** What a reading of the lock afterwards found; null is no lock. */
export type Found<E extends Failure> =
  | { readonly ok: true; readonly value: Lock | null }
  | { readonly ok: false; readonly error: E };

/**
 * What became of one record in a run.
 * - `locked`, `unlocked`, `edited`: done by this run. `ruleRemains`: the manual part is gone, a rule still holds it.
 * - `alreadyLocked`, `alreadyUnlocked`, `alreadySame`: somebody was quicker. `changed`: the lock is another one, or says something else, than
 *   was shown; it was left alone.
 * - `refused`: for good. `limited`: the CRM took no more calls. `undone`: reading shows that it was not done.
 * - `unknown`: the reply was lost and so was the reading. `notSent`: the run ended before its turn.
 * - `changedSince`: it was done, and a later reading shows something else.
 */
export type Outcome<E extends Failure = Failure> =
  /** `lock` is null where its id is not known: Undo cannot take that one back. */
  | { readonly kind: 'locked'; readonly lock: Lock | null }
  | { readonly kind: 'unlocked' | 'ruleRemains'; readonly former: string | null }
  | {
      readonly kind: 'edited';
      readonly lockId: string;
      readonly reason: string;
      readonly former: string | null;
    }
  | { readonly kind: 'alreadyLocked' | 'changed' | 'changedSince'; readonly lock: Lock | null }
  | { readonly kind: 'alreadyUnlocked' | 'alreadySame' }
  | { readonly kind: 'refused' | 'limited'; readonly error: E }
  /** `error`: why the lock could not be read; `cause`: what had become of the write. */
  | { readonly kind: 'unknown'; readonly error: E; readonly cause: E }
  | { readonly kind: 'undone'; readonly error: E | null }
  | { readonly kind: 'notSent' };

export type OutcomeKind = Outcome['kind'];

/** Refusals after which only the lock itself tells how things are. */
const CONTRADICTIONS: ReadonlySet<string> = new Set([
  'alreadyLocked',
  'notFound',
  'automaticLock',
  'refused',
]);

/** Whether the lock has to be read before anything can be said of this write. */
export const needsReading = <E extends Failure>(task: RowTask, written: Written<E>): boolean =>
  !written.ok &&
  // A record that cannot be locked because it is not found is gone, and so is its lock.
  (!written.error.certain ||
    (CONTRADICTIONS.has(written.error.kind) && !(task.kind === 'lock' && written.error.kind === 'notFound')));

const done = (task: RowTask, lock: Lock | null): Outcome<never> => {
  switch (task.kind) {
    case 'lock':
      return { kind: 'locked', lock };
    case 'unlock':
      return { kind: lock ? 'ruleRemains' : 'unlocked', former: task.former };
    case 'edit':
      return { kind: 'edited', lockId: task.lockId, reason: task.reason, former: task.former };
  }
};

/** What a write without a doubt came to. */
export function outcomeOfReply<E extends Failure>(task: RowTask, written: Written<E>): Outcome<E> {
  if (written.ok) return done(task, task.kind === 'lock' ? written.lock : null);
  const { error } = written;
  return { kind: error.kind === 'rateLimited' ? 'limited' : 'refused', error };
}

/**
 * What a write came to that left a doubt, by the lock that was read afterwards. `me`: the id of whoever wrote, null where it is
 * not known. A lock of somebody else is never taken for one's own.
 */
export function outcomeOfReading<E extends Failure>(
  task: RowTask,
  error: E,
  found: Found<E>,
  me: string | null,
): Outcome<E> {
  if (!found.ok) return afterNoReading(task, error, found.error);
  const lock = found.value;
  switch (task.kind) {
    case 'lock':
      return ofLocking(task.reason, error, lock, me);
    case 'unlock':
      if (!lock) return error.certain ? { kind: 'alreadyUnlocked' } : done(task, null);
      if (lock.id !== task.lockId) return { kind: 'changed', lock };
      if (!hasManualPart(lock)) return error.certain ? { kind: 'refused', error } : done(task, lock);
      return error.certain ? { kind: 'refused', error } : { kind: 'undone', error };
    case 'edit':
      if (!lock) return { kind: 'alreadyUnlocked' };
      if (lock.id !== task.lockId || !hasManualPart(lock)) return { kind: 'changed', lock };
      if (error.certain) return { kind: 'refused', error };
      if (sameReason(lock.reason, task.reason)) return done(task, lock);
      return sameReason(lock.reason, task.former) ? { kind: 'undone', error } : { kind: 'changed', lock };
  }
}

function ofLocking<E extends Failure>(
  reason: string,
  error: E,
  lock: Lock | null,
  me: string | null,
): Outcome<E> {
  if (!lock)
    return error.certain && error.kind === 'refused' ? { kind: 'refused', error } : { kind: 'undone', error };
  if (error.certain || !hasManualPart(lock) || !sameReason(lock.reason, reason))
    return { kind: 'alreadyLocked', lock };
  // The same words by somebody else are somebody else's lock; by nobody that is known, it may be.
  if (me === null || !lock.lockedBy) return { kind: 'locked', lock: null };
  return lock.lockedBy.id === me ? { kind: 'locked', lock } : { kind: 'alreadyLocked', lock };
}

/** A refusal still says what it says when nothing more can be read. */
function afterNoReading<E extends Failure>(task: RowTask, error: E, unread: E): Outcome<E> {
  if (unread.kind === 'notFound' && unread.certain) return { kind: 'refused', error: unread };
  if (!error.certain) return { kind: 'unknown', error: unread, cause: error };
  if (error.kind === 'alreadyLocked' && task.kind === 'lock') return { kind: 'alreadyLocked', lock: null };
  return error.kind === 'notFound' && task.kind !== 'lock'
    ? { kind: 'unknown', error: unread, cause: error }
    : { kind: 'refused', error };
}

/** Whether a record ought to be locked after this; null where the run says nothing of it. */
export function expectsLocked({ kind }: Outcome): boolean | null {
  if (kind === 'locked' || kind === 'ruleRemains' || kind === 'edited') return true;
  return kind === 'unlocked' ? false : null;
}

/** What a later reading makes of something that was done: the same, or that it has changed since. */
export function outcomeConfirmed<E extends Failure>(outcome: Outcome<E>, lock: Lock | null): Outcome<E> {
  switch (outcome.kind) {
    case 'locked':
      return lock && hasManualPart(lock) && (!outcome.lock || outcome.lock.id === lock.id)
        ? outcome
        : { kind: 'changedSince', lock };
    case 'unlocked':
      return lock
        ? hasManualPart(lock)
          ? { kind: 'changedSince', lock }
          : { ...outcome, kind: 'ruleRemains' }
        : outcome;
    case 'ruleRemains':
      return lock && hasAutomaticPart(lock) ? outcome : { kind: 'changedSince', lock };
    case 'edited':
      return lock?.id === outcome.lockId ? outcome : { kind: 'changedSince', lock };
    default:
      return outcome;
  }
}

/** Signed out is a refusal that ends with the next sign-in. */
const PASSES: ReadonlySet<string> = new Set(['unauthorised']);

/** Whether the same write may succeed when it is sent again; never one whose outcome is open, never one refused for good. */
export const mayRetry = (outcome: Outcome): boolean =>
  outcome.kind === 'undone' ||
  outcome.kind === 'limited' ||
  (outcome.kind === 'refused' && PASSES.has(outcome.error.kind));

/** What would take back what this run did to one record; null where it did nothing, or nothing that can be taken back. */
export function undoTask(outcome: Outcome): RowTask | null {
  switch (outcome.kind) {
    case 'locked':
      return outcome.lock && { kind: 'unlock', lockId: outcome.lock.id, former: outcome.lock.reason };
    case 'unlocked':
      // Zoho takes no lock without a reason, nor one where a rule holds the record.
      return outcome.former?.trim() ? { kind: 'lock', reason: outcome.former } : null;
    case 'edited':
      return outcome.former?.trim()
        ? { kind: 'edit', lockId: outcome.lockId, reason: outcome.former, former: outcome.reason }
        : null;
    default:
      return null;
  }
}
