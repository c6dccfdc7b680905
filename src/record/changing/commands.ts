import { cleanReason, reasonProblem, sameReason } from '../../locking/lock/reason';
import { IDLE, type RecordShown, type Task } from '../start/record-state';
import { draftToKeep, resumedTask, taskAfterRefresh } from './drafts';
import type { ChangingPorts } from './ports';
import { createSendChanges } from './send-changes';
import { type DraftKind, draftOf, forgetDrafts, forgetOldDrafts, keepDraft } from './typed-memory';

export type ChangingCommands = ReturnType<typeof createChangingCommands>;

/** What a person can do about the lock that is shown. */
export function createChangingCommands(ports: ChangingPorts) {
  const { store, now, memory, published } = ports;
  const { shown, update } = store;
  const { lock, lockAgain, changeReason, unlock } = createSendChanges(ports);

  const draft = (kind: DraftKind) => {
    const record = store.record();
    return record && draftOf(memory, record, kind, now());
  };

  function keepTyped(open: boolean): void {
    const state = shown();
    const record = store.record();
    if (state && record && 'draft' in state.task)
      keepDraft(memory, record, state.task.kind, draftToKeep(state, open), now());
  }

  const writing = () => shown()?.busy === 'writing';

  function setTask(task: Task): void {
    if (writing()) return;
    update({ task, notice: null });
    keepTyped(true);
  }

  /** Learns which reasons are offered, for a form that is open; what is known already costs no call. */
  async function learnReasons(): Promise<void> {
    const state = shown();
    if (!state || !('draft' in state.task)) return;
    await published.read(state.module);
    update({});
  }

  /** Closes the form or dialog. What was typed is kept for when it is opened again. */
  function cancel(): void {
    if (writing()) return;
    keepTyped(false);
    update({ task: IDLE, notice: null });
  }

  return {
    startLocking() {
      setTask({ kind: 'locking', draft: draft('locking')?.text ?? '', checked: false });
      void learnReasons();
    },
    startEditing() {
      const current = shown()?.lock;
      if (!current) return;
      const { reason, id } = current;
      const kept = draft('editing');
      // A text that started from another reason than the current one must not replace it without showing it first.
      const resumed = kept?.lockId === id ? resumedTask({ ...kept, open: true }, current) : IDLE;
      setTask(
        resumed === IDLE ? { kind: 'editing', draft: reason ?? '', checked: false, base: reason } : resumed,
      );
      void learnReasons();
    },
    askToUnlock: () => setTask({ kind: 'unlocking' }),
    /** After a reload, goes on with what was being typed. */
    resume(): void {
      forgetOldDrafts(memory, now());
      const state = shown();
      if (state?.task.kind !== 'idle') return;
      const edited = resumedTask(draft('editing'), state.lock);
      update({ task: edited === IDLE ? resumedTask(draft('locking'), state.lock) : edited });
      void learnReasons();
    },
    /** After the lock was read again, goes on with what was being done; `before` is what was shown then. */
    carryOn(before: RecordShown): void {
      const state = shown();
      if (state) update({ task: taskAfterRefresh(before, state.lock) });
    },
    /** A person wants to know anew: reasons that were offered may be others now. Costs a call only while a form is open. */
    learnReasonsAnew(): void {
      const state = shown();
      if (!state) return;
      if ('draft' in state.task) void published.readAgain(state.module).then(() => update({}));
      else published.forget(state.module);
    },
    type(text: string): void {
      const state = shown();
      if (state && 'draft' in state.task) setTask({ ...state.task, draft: text, checked: false });
    },
    cancel,
    /** Sends the form that is open, if its text can be sent. */
    submit(): void {
      const task = shown()?.task;
      if (!task || !('draft' in task)) return;
      const checked = { ...task, checked: true };
      if (reasonProblem(task.draft)) update({ task: checked });
      else if (task.kind === 'locking') void lock(cleanReason(task.draft), checked);
      else if (sameReason(task.draft, task.base)) cancel();
      else void changeReason(cleanReason(task.draft), task.base, checked);
    },
    unlock,
    /** Locks again with the same reason; if that fails the text stays in the form. */
    undo(): void {
      const reason = shown()?.notice?.undo;
      if (reason) void lockAgain(reason, { kind: 'locking', draft: reason, checked: false });
    },
    /** Locks with the reason that the lock had before; if that fails the text stays in the form. */
    lockAgain: (reason: string) => void lockAgain(reason, { kind: 'locking', draft: reason, checked: false }),
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
      const record = store.record();
      const task = shown()?.task;
      if (writing() || !record || task?.kind !== 'choosing') return;
      forgetDrafts(memory, record, task.mine);
      update({ task: IDLE, notice: null });
    },
  };
}
