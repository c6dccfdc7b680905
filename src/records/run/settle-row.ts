import type { CrmError, Result } from '../../crm/errors';
import {
  needsReading,
  type Outcome,
  outcomeOfReading,
  outcomeOfReply,
  type Written,
} from '../../locking/bulk/outcome';
import type { RowTask } from '../../locking/bulk/plan-run';
import { GONE, knownLock, LOCKED, type LockKnowledge, UNLOCKED } from '../../locking/bulk/record-row';
import { hasManualPart, type Lock } from '../../locking/lock/lock';
import { sameReason } from '../../locking/lock/reason';

export type CrmOutcome = Outcome<CrmError>;

/** What a write came to, and what is known of the record's lock from then on; null: nothing new. */
export interface Settled {
  readonly outcome: CrmOutcome;
  readonly state: ((before: LockKnowledge) => LockKnowledge) | null;
}

type Read = () => Promise<Result<Lock | null>>;

const always = (state: LockKnowledge) => () => state;

const isGone = (outcome: CrmOutcome): boolean =>
  outcome.kind === 'refused' && outcome.error.kind === 'notFound';

/** The lock as a read found it; where it found none to read, the record is gone. */
const stateFound = (found: Result<Lock | null>, outcome: CrmOutcome): Settled['state'] =>
  found.ok ? always(knownLock(found.value)) : isGone(outcome) ? always(GONE) : null;

/** Whether the lock that a reason is to be changed of is still the one that was shown, with the text that was shown. */
export function outcomeBeforeEdit(
  task: Extract<RowTask, { readonly kind: 'edit' }>,
  found: Result<Lock | null>,
): Settled | null {
  if (!found.ok) {
    const outcome: CrmOutcome =
      found.error.kind === 'notFound'
        ? { kind: 'refused', error: found.error }
        : found.error.kind === 'rateLimited'
          ? { kind: 'limited', error: found.error }
          : { kind: 'undone', error: found.error };
    return { outcome, state: stateFound(found, outcome) };
  }
  const lock = found.value;
  const state = always(knownLock(lock));
  if (!lock) return { outcome: { kind: 'alreadyUnlocked' }, state };
  return lock.id === task.lockId && hasManualPart(lock) && sameReason(lock.reason, task.former)
    ? null
    : { outcome: { kind: 'changed', lock }, state };
}

/** Settles one write; a doubt is settled by reading the lock once. */
export async function settleRow(
  task: RowTask,
  written: Written<CrmError>,
  me: string | null,
  read: Read,
): Promise<Settled> {
  if (written.ok || !needsReading(task, written)) {
    const outcome = outcomeOfReply(task, written);
    return {
      outcome,
      state: written.ok ? stateWritten(task, written.lock) : isGone(outcome) ? always(GONE) : null,
    };
  }
  const found = await read();
  const outcome = outcomeOfReading(task, written.error, found, me);
  return {
    outcome,
    state: stateFound(found, outcome) ?? (outcome.kind === 'alreadyLocked' ? always(LOCKED) : null),
  };
}

function stateWritten(task: RowTask, lock: Lock | null): Settled['state'] {
  switch (task.kind) {
    case 'lock':
      return always(lock ? knownLock(lock) : LOCKED);
    case 'unlock':
      return always(UNLOCKED);
    case 'edit':
      return (before) =>
        before.kind === 'detailed' && before.lock.id === task.lockId
          ? knownLock({ ...before.lock, reason: task.reason })
          : LOCKED;
  }
}
