import type { CrmErrorKind, Result } from '../../crm/errors';
import { readLock } from '../../crm/read-lock';
import type { Written } from '../../crm/write';
import { type Lock, sameLock } from '../../locking/lock/lock';
import { IDLE, type Notice, type NoticeKind, type Task } from '../start/record-state';
import { choice } from './drafts';
import type { ChangingPorts } from './ports';

/** One write and how to recognise, in the lock that is read afterwards, that it happened. */
export interface Write {
  readonly written: Result<Written>;
  readonly happened: (lock: Lock | null) => boolean;
  /** What to go back to when it did not happen: the form with its text. */
  readonly task: Task;
  readonly sure: NoticeKind;
  /** The reply was lost, but it had happened. */
  readonly afterAll: NoticeKind;
  /** It was refused because somebody else had done the same. */
  readonly already: NoticeKind;
  readonly undo?: string;
}

/** Refusals that contradict what is shown: the truth has to be read. The others leave the lock as it was. */
const CONTRADICTIONS: ReadonlySet<CrmErrorKind> = new Set([
  'alreadyLocked',
  'notFound',
  'automaticLock',
  'refused',
]);

/**
 * After a write, says what is: reads the lock once and compares, whatever the reply claimed. Never reports a success or a
 * failure that is not known, and never drops a text.
 */
export async function settleWrite(
  { store, send, announce }: ChangingPorts,
  forgetTyped: () => void,
  write: Write,
): Promise<void> {
  const { latest, update, show } = store;
  const { written, happened, task } = write;
  const ref = store.record();
  const error = written.ok ? null : written.error;
  if (!ref) return;
  if (error?.certain && !CONTRADICTIONS.has(error.kind)) {
    if (error.kind === 'notConfigured') return store.showFailure(error);
    return update({ task, busy: null, slow: false, notice: { kind: 'failed', error } });
  }
  await latest.run(
    () => readLock(send, ref),
    (answer) => {
      if (!answer.ok) {
        const kind = error ? 'outcomeUnknown' : 'unconfirmed';
        return update({ task, busy: null, slow: false, notice: { kind, error: answer.error } });
      }
      const lock = answer.value;
      const before = store.shown()?.lock ?? null;
      if (happened(lock)) {
        forgetTyped();
        show(lock, IDLE, noticeOf(write, lock));
        return announce(ref);
      }
      if (sameLock(before, lock)) {
        const kind = !error ? 'contradicted' : error.certain ? 'failed' : 'nothingHappened';
        return show(lock, task, { kind, ...(error && { error }) });
      }
      const other = lock ? (before ? 'changedByOther' : 'lockedByOther') : 'removedByOther';
      const mine = 'draft' in task ? task.draft : 'mine' in task ? task.mine : '';
      show(lock, choice(mine, lock), { kind: other });
    },
  );
}

function noticeOf({ written, sure, afterAll, already, undo }: Write, lock: Lock | null): Notice {
  if (sure === 'unlocked' && lock) return { kind: 'ruleRemains' };
  if (!written.ok && written.error.certain) return { kind: already };
  return { kind: written.ok ? sure : afterAll, ...(undo !== undefined && { undo }) };
}
