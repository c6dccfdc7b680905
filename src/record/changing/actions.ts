import type { Result } from '../../crm/errors';
import { readLock } from '../../crm/read-lock';
import { changeLockReason, lockRecord, unlockRecord } from '../../crm/write-lock';
import { hasManualPart, type Lock } from '../../locking/lock/lock';
import { cleanReason, reasonProblem, sameReason } from '../../locking/lock/reason';
import type { BrowserMemory } from '../../ui/browser-memory';
import { IDLE, type RecordShown, type Task } from '../start/record-state';
import type { RecordStore } from '../start/record-store';
import { choice, draftToKeep, resumedTask, taskAfterRefresh } from './drafts';
import { settleWrite } from './settle-write';
import { addReason, draftOf, forgetOldDrafts, keepDraft } from './typed-memory';

export type TaskActions = ReturnType<typeof createTaskActions>;

/**
 * What a user can do about the lock that is shown. Cost in API calls: lock and unlock 1 write and 1 read that confirms; edit
 * reason 1 read, so that nobody's text is overwritten unseen, and 1 write. Only an uncertain outcome costs another read.
 */
export function createTaskActions(store: RecordStore, memory: BrowserMemory) {
  const { send, latest, shown, update, show, now, hooks } = store;

  const draft = () => {
    const record = store.record();
    return record && draftOf(memory, record, now());
  };

  function keepTyped(open: boolean): void {
    const state = shown();
    const record = store.record();
    if (state && record && 'draft' in state.task) keepDraft(memory, record, draftToKeep(state, open), now());
  }

  function forgetTyped(): void {
    const record = store.record();
    if (record) keepDraft(memory, record, null, now());
  }

  const writing = () => shown()?.busy === 'writing';

  function setTask(task: Task): void {
    if (writing()) return;
    update({ task, notice: null });
    keepTyped(true);
  }

  /** Begins a write, once: a second click while one is under way finds nothing to do. */
  function begin(): RecordShown | null {
    const state = shown();
    if (!state || state.busy === 'writing') return null;
    update({ busy: 'writing', notice: null });
    return state;
  }

  async function lock(reason: string, task: Task): Promise<void> {
    const record = store.record();
    if (!record || !begin()) return;
    await latest.run(
      () => lockRecord(send, record, reason),
      (written) => {
        if (written.ok) addReason(memory, reason);
        return settleWrite(store, forgetTyped, {
          written,
          task,
          happened: (found) => !!found && hasManualPart(found) && sameReason(found.reason, reason),
          sure: 'locked',
          afterAll: 'lockedAfterAll',
          already: 'lockedByOther',
        });
      },
    );
  }

  /** `base` is the text that the new reason is meant to replace; any other text found there is shown first. */
  async function changeReason(reason: string, base: string | null, task: Task): Promise<void> {
    const record = store.record();
    const begun = record && begin();
    if (!begun) return;
    const settle = (written: Result<unknown>, lockId: string) =>
      settleWrite(store, forgetTyped, {
        written,
        task,
        happened: (found) => found?.id === lockId && sameReason(found.reason, reason),
        sure: 'reasonChanged',
        afterAll: 'reasonChangedAfterAll',
        already: 'changedByOther',
      });
    await latest.run(
      () => readLock(send, record),
      async (answer) => {
        if (!answer.ok) {
          update({ task, busy: null, slow: false, notice: { kind: 'failed', error: answer.error } });
          return;
        }
        const present = answer.value;
        if (!present || !hasManualPart(present) || !sameReason(present.reason, base)) {
          const next = choice(reason, present);
          show(present, next, next === IDLE ? { kind: 'changedByOther' } : null);
          hooks.explain();
          return;
        }
        await latest.run(
          () => changeLockReason(send, record, present.id, reason),
          (written) => (written.ok ? reasonWritten(begun, present, reason) : settle(written, present.id)),
        );
      },
    );
  }

  /** The lock was read just before and the write confirmed, so what explains it still holds. */
  function reasonWritten({ access, explanation }: RecordShown, present: Lock, reason: string): void {
    addReason(memory, reason);
    forgetTyped();
    show({ ...present, reason }, IDLE, { kind: 'reasonChanged' });
    update({ access, explanation });
    const record = store.record();
    if (record) hooks.changed(record);
  }

  hooks.taskAfterRefresh = taskAfterRefresh;

  return {
    startLocking() {
      const kept = draft();
      setTask({ kind: 'locking', draft: kept?.lockId === null ? kept.text : '', checked: false });
    },
    startEditing() {
      const present = shown()?.lock;
      if (!present) return;
      const { reason, id } = present;
      const kept = draft();
      // A text that started from another reason than the present one must not replace it unseen.
      const resumed = kept?.lockId === id ? resumedTask({ ...kept, open: true }, present) : IDLE;
      setTask(
        resumed === IDLE ? { kind: 'editing', draft: reason ?? '', checked: false, base: reason } : resumed,
      );
    },
    askToUnlock: () => setTask({ kind: 'unlocking' }),
    /** After a reload, goes on with what was being typed. */
    resume(): void {
      forgetOldDrafts(memory, now());
      const state = shown();
      if (state?.task.kind === 'idle') update({ task: resumedTask(draft(), state.lock) });
    },
    type(text: string): void {
      const state = shown();
      if (state && 'draft' in state.task) setTask({ ...state.task, draft: text, checked: false });
    },
    /** Closes the form or question. What was typed is kept for when it is opened again. */
    cancel(): void {
      if (writing()) return;
      keepTyped(false);
      update({ task: IDLE, notice: null });
    },
    /** Sends the form that is open, if its text can be sent; `allowed`: whether it is one of those that may be. */
    submit(allowed = true): void {
      const task = shown()?.task;
      if (!task || !('draft' in task)) return;
      const checked = { ...task, checked: true };
      if (!allowed || reasonProblem(task.draft)) update({ task: checked });
      else if (task.kind === 'locking') void lock(cleanReason(task.draft), checked);
      else if (sameReason(task.draft, task.base)) this.cancel();
      else void changeReason(cleanReason(task.draft), task.base, checked);
    },
    async unlock(): Promise<void> {
      const record = store.record();
      const present = shown()?.lock;
      if (!record || !present || !begin()) return;
      await latest.run(
        () => unlockRecord(send, record, present.id),
        (written) =>
          settleWrite(store, forgetTyped, {
            written,
            task: IDLE,
            happened: (found) => !found || !hasManualPart(found),
            sure: 'unlocked',
            afterAll: 'unlockedAfterAll',
            already: 'removedByOther',
            ...(present.reason?.trim() && { undo: present.reason }),
          }),
      );
    },
    /** Locks again with the same reason; if that fails the text stands ready in the form. */
    undo(): void {
      const reason = shown()?.notice?.undo;
      if (reason) void lock(reason, { kind: 'locking', draft: reason, checked: false });
    },
    /** Of two texts, the one typed here: over the other lock's reason, or as a new lock where it was removed. */
    useMine(): void {
      const state = shown();
      if (state?.task.kind !== 'choosing') return;
      const { task, lock: theirs } = state;
      if (reasonProblem(task.mine)) {
        const form = { draft: task.mine, checked: true };
        setTask(theirs ? { kind: 'editing', base: theirs.reason, ...form } : { kind: 'locking', ...form });
      } else if (theirs) void changeReason(cleanReason(task.mine), theirs.reason, task);
      else void lock(cleanReason(task.mine), task);
    },
    keepTheirs(): void {
      if (writing()) return;
      forgetTyped();
      update({ task: IDLE, notice: null });
    },
  };
}
