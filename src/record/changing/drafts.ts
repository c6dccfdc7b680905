import { hasManualPart, type Lock } from '../../locking/lock/lock';
import { reasonMark, sameReason } from '../../locking/lock/reason';
import { IDLE, type RecordShown, type Task } from '../start/record-state';
import type { Draft } from './typed-memory';

/** What to keep of the form that is open; null when nothing was typed. `open`: the form opens again after a reload. */
export function draftToKeep({ task, lock }: RecordShown, open: boolean): Draft | null {
  if (task.kind === 'locking' && task.draft) return { text: task.draft, open, base: null, lockId: null };
  if (task.kind === 'editing' && lock && task.draft !== (task.base ?? ''))
    return { text: task.draft, open, base: reasonMark(task.base), lockId: lock.id };
  return null;
}

/** The task to go on with after a reload: a form that was open opens again, or a choice if the lock has changed. */
export function resumedTask(draft: Draft | null, lock: Lock | null): Task {
  if (!draft?.open) return IDLE;
  const { text, lockId, base } = draft;
  if (!lock && lockId === null) return { kind: 'locking', draft: text, checked: false };
  if (lock && lock.id === lockId && reasonMark(lock.reason) === base)
    return { kind: 'editing', draft: text, checked: false, base: lock.reason };
  return choice(text, lock);
}

/** What the user is in the middle of survives a refresh; a lock that changed since turns it into a choice. */
export function taskAfterRefresh({ task, lock: before }: RecordShown, lock: Lock | null): Task {
  switch (task.kind) {
    case 'locking':
      return lock ? choice(task.draft, lock) : task;
    case 'editing':
      return lock && lock.id === before?.id && sameReason(lock.reason, task.base)
        ? task
        : choice(task.draft, lock);
    case 'unlocking':
      return lock && lock.id === before?.id && hasManualPart(lock) ? task : IDLE;
    case 'choosing':
      return choice(task.mine, lock);
    case 'idle':
      return task;
  }
}

/** Both texts are shown where there is one typed here that could still be used and that differs. */
export const choice = (mine: string, lock: Lock | null): Task =>
  mine.trim() && (!lock || (hasManualPart(lock) && !sameReason(mine, lock.reason)))
    ? { kind: 'choosing', mine }
    : IDLE;
