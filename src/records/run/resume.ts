import { type CrmError, type CrmErrorKind, fail } from '../../crm/errors';
import type { Journal, JournalledOutcome } from '../../locking/bulk/journal';
import { outcomeOfReading } from '../../locking/bulk/outcome';
import type { RowTask } from '../../locking/bulk/plan-run';
import { lockOf } from '../../locking/bulk/record-row';
import { hasManualPart } from '../../locking/lock/lock';
import { sameReason } from '../../locking/lock/reason';
import type { Row } from '../start/records-state';
import type { RunStart } from './create-run';
import type { CrmOutcome } from './settle-row';

/** A reply that a page which is gone was waiting for. */
const LOST: CrmError = fail('connection').error;

// A word that is none of ours has no text, and says no more than that it was refused.
const errorNamed = (kind = 'refused'): CrmError => fail(kind as CrmErrorKind).error;

/**
 * A run that was cut short, with what its journal tells and with the records as they are now: what became of the writes that were out,
 * and what can still be sent. A lock that was replaced since is left alone. `row`: the record with the details of its lock.
 */
export function resumedRun(
  journal: Journal,
  row: (id: string) => Row | null,
  me: string | null,
): RunStart & Required<Pick<RunStart, 'outcomes'>> {
  const tasks = new Map<string, RowTask>();
  const outcomes = new Map<string, CrmOutcome>();
  for (const [place, id] of journal.ids.entries()) {
    const lockId = journal.lockIds[place] ?? '';
    const entry = journal.entries.get(id);
    const present = row(id);
    const task = taskAgain(journal, lockId, present);
    if (task) tasks.set(id, task);
    if (entry && entry !== 'begun') outcomes.set(id, outcomeKept(entry, journal, lockId, present));
    else if (entry && task) outcomes.set(id, outcomeOfBegun(task, present, me));
    else outcomes.set(id, outcomeWaiting(journal, lockId, present));
  }
  const { action, undoing } = journal;
  return { action, undoing, tasks, outcomes };
}

/** The write again; null where it would take a reason that was not kept. */
function taskAgain({ action, reason }: Journal, lockId: string, row: Row | null): RowTask | null {
  const former = (row && lockOf(row)?.reason) ?? null;
  if (action === 'unlock') return { kind: 'unlock', lockId, former };
  if (reason === null) return null;
  return action === 'lock' ? { kind: 'lock', reason } : { kind: 'edit', lockId, reason, former };
}

/** A write that was out when the page went: settled by the lock as it is now. */
function outcomeOfBegun(task: RowTask, row: Row | null, me: string | null): CrmOutcome {
  const state = row?.state;
  if (state?.kind === 'unlocked') return outcomeOfReading(task, LOST, { ok: true, value: null }, me);
  if (state?.kind === 'detailed') {
    const { lock } = state;
    // Which words were there before was not kept: other ones than those that were sent may be anybody's.
    if (task.kind === 'edit' && lock.id === task.lockId && !sameReason(lock.reason, task.reason))
      return { kind: 'undone', error: LOST };
    return outcomeOfReading(task, LOST, { ok: true, value: lock }, me);
  }
  if (state?.kind === 'gone') return { kind: 'refused', error: fail('notFound').error };
  return { kind: 'unknown', error: LOST, cause: LOST };
}

/** A write whose turn had not come: it can be sent unless the record has changed since. */
function outcomeWaiting({ action, reason }: Journal, lockId: string, row: Row | null): CrmOutcome {
  const state = row?.state;
  if (state?.kind === 'gone') return { kind: 'refused', error: fail('notFound').error };
  const lock = row && lockOf(row);
  if (action === 'lock')
    return lock || state?.kind === 'locked' ? { kind: 'alreadyLocked', lock } : { kind: 'notSent' };
  if (state?.kind === 'unlocked') return { kind: 'alreadyUnlocked' };
  if (!lock) return { kind: 'notSent' };
  if (lock.id !== lockId || !hasManualPart(lock)) return { kind: 'changed', lock };
  return action === 'edit' && sameReason(lock.reason, reason) ? { kind: 'alreadySame' } : { kind: 'notSent' };
}

/** What was kept of an outcome, as an outcome again. The locks of others were not kept: they are those of now. */
function outcomeKept(
  { kind, lockId, error }: JournalledOutcome,
  { reason }: Journal,
  formerLockId: string,
  row: Row | null,
): CrmOutcome {
  const lock = row && lockOf(row);
  switch (kind) {
    case 'locked':
      return { kind, lock: lockId === undefined ? null : ownLock(lockId, reason) };
    case 'unlocked':
    case 'ruleRemains':
      return { kind, former: null };
    case 'edited':
      return { kind, lockId: formerLockId, reason: reason ?? '', former: null };
    case 'alreadyLocked':
    case 'changed':
    case 'changedSince':
      return { kind, lock };
    case 'alreadyUnlocked':
    case 'alreadySame':
      return { kind };
    case 'undone':
      return { kind, error: null };
    case 'refused':
    case 'limited':
      return { kind, error: errorNamed(error) };
    case 'unknown':
      return { kind, error: LOST, cause: errorNamed(error) };
  }
}

/** As much of a lock that this run made as Undo needs. */
const ownLock = (id: string, reason: string | null) => ({
  id,
  source: 'manual' as const,
  reason,
  lockedBy: null,
  lockedAt: null,
  ruleId: null,
  configurationId: null,
});
