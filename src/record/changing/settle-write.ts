import type { CrmErrorKind, Result } from '../../crm/errors';
import { readLock, readLockById } from '../../crm/read-lock';
import type { Written } from '../../crm/write';
import { type Lock, sameLock } from '../../locking/lock/lock';
import {
  type ChangeAction,
  IDLE,
  type Notice,
  type NoticeKind,
  type RecordShown,
  type Task,
} from '../start/record-state';
import type { LockChange } from '../trail/change';
import { choice } from './drafts';
import type { ChangingPorts } from './ports';

/** One write and how to recognise, in the lock that is read afterwards, that it happened. */
export interface Write {
  readonly action: ChangeAction;
  readonly written: Result<Written>;
  readonly happened: (lock: Lock | null) => boolean;
  /** What to go back to when it did not happen: the form with its text. */
  readonly task: Task;
  /** What to do once it has certainly happened, e.g. to let go of the text. */
  readonly done: () => void;
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
 * After a write, says what is: reads the lock and compares, whatever the reply claimed; by its own address where the reply names
 * it. Never reports a success or a failure that is not known, and never drops a text.
 */
export async function settleWrite(
  { store, send, announce, changed, barriers }: ChangingPorts,
  write: Write,
): Promise<void> {
  const { latest, shown, update, show } = store;
  const { action, written, happened, task } = write;
  const record = store.record();
  const error = written.ok ? null : written.error;
  if (!record) return;
  const before = shown();
  if (error && before) barriers.note(before, action, error);
  const stop = (notice: Notice, next: Task = task): void =>
    update({ task: next, busy: null, slow: false, notice: { action, ...notice } });
  if (error?.certain && !CONTRADICTIONS.has(error.kind)) {
    if (error.kind === 'notConfigured') return store.showFailure(error);
    return stop({ kind: 'failed', error });
  }
  const id = written.ok && action !== 'unlock' ? written.value.id : null;
  await latest.run(
    () => (id ? readLockById(send, record, id) : readLock(send, record)),
    (answer) => {
      if (!answer.ok) {
        // That it was refused is certain, whatever there is now.
        if (error?.certain) return stop({ kind: 'failed', error });
        // What the question was about may be gone.
        const next = task.kind === 'unlocking' ? IDLE : task;
        return stop({ kind: error ? 'outcomeUnknown' : 'unconfirmed', error: answer.error }, next);
      }
      const lock = answer.value;
      if (happened(lock)) {
        write.done();
        show(lock, IDLE, noticeOf(write, lock));
        // What was refused because it was so already, somebody else did.
        if (!error?.certain)
          changed({ kind: CHANGES[action], record, before: before?.lock ?? null, after: lock });
        return announce(record);
      }
      if (sameLock(before?.lock ?? null, lock)) {
        const kind = !error ? 'contradicted' : error.certain ? 'failed' : 'nothingHappened';
        return show(lock, task, { kind, action, ...(error && { error }) });
      }
      const mine = 'draft' in task ? task.draft : 'mine' in task ? task.mine : '';
      show(lock, choice(mine, lock), { kind: changedBy(before, lock, write) });
    },
  );
}

const CHANGES: Readonly<Record<ChangeAction, LockChange['kind']>> = {
  lock: 'locked',
  edit: 'reasonChanged',
  unlock: 'unlocked',
};

/** Another lock, or the lack of one, came in between. */
function changedBy(before: RecordShown | null, lock: Lock | null, { action, written }: Write): NoticeKind {
  if (!lock) return 'removedByOther';
  const unlocked = action === 'unlock' && written.ok;
  return before?.lock && !unlocked ? 'changedByOther' : 'lockedByOther';
}

function noticeOf({ written, sure, afterAll, already, undo }: Write, lock: Lock | null): Notice {
  if (sure === 'unlocked' && lock) return { kind: 'ruleRemains' };
  if (!written.ok && written.error.certain) return { kind: already };
  return { kind: written.ok ? sure : afterAll, ...(undo !== undefined && { undo }) };
}
