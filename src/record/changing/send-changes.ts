import type { Result } from '../../crm/errors';
import type { RecordRef } from '../../crm/paths';
import { readLock } from '../../crm/read-lock';
import type { Written } from '../../crm/write';
import { changeLockReason, lockRecord, unlockRecord } from '../../crm/write-lock';
import { hasManualPart, type Lock } from '../../locking/lock/lock';
import { sameReason } from '../../locking/lock/reason';
import { mayBeSent } from '../../locking/published/explanation';
import { IDLE, type Task } from '../start/record-state';
import { choice } from './drafts';
import type { ChangingPorts } from './ports';
import { settleWrite } from './settle-write';
import { addReason, keepDraft } from './typed-memory';

/** Sends what a person wants to become of the lock. `task` is what to come back to when it does not come about. */
export interface SendChanges {
  /** Locks with a reason that was given before, without asking whether it is still among those that may be. */
  lockAgain(reason: string, task: Task): Promise<void>;
  lock(reason: string, task: Task): Promise<void>;
  /** `base` is the text that the new reason is meant to replace; any other text found there is shown first. */
  changeReason(reason: string, base: string | null, task: Task): Promise<void>;
  unlock(): Promise<void>;
}

/** Milliseconds that a reason waits for the news whether it is among those that may be given. */
const OFFERED_BOUND = 2_000;

/**
 * Cost in API calls: lock and unlock 1 write and 1 read that confirms; edit reason 1 read, so that nobody's text is overwritten
 * without showing it first, and 1 write. Before a reason is sent, 1 read of the reasons that are offered. Only an uncertain
 * outcome costs another read.
 */
export function createSendChanges(ports: ChangingPorts): SendChanges {
  const { store, send, now, memory, published } = ports;
  const { latest, shown, update, show } = store;

  function forgetTyped(): void {
    const record = store.record();
    if (record) keepDraft(memory, record, null, now());
  }

  /** Begins a write, once: a second click while one is under way finds nothing to do. */
  function begin(): boolean {
    const state = shown();
    if (!state || state.busy === 'writing') return false;
    update({ busy: 'writing', notice: null });
    return true;
  }

  /** Goes on only if the text may be given as a reason now; where that cannot be read, what was known before decides. */
  async function ifAllowed(
    reason: string,
    task: Task,
    goOn: (record: RecordRef) => Promise<void>,
  ): Promise<void> {
    const record = store.record();
    if (!record || !begin()) return;
    await latest.run(
      () => within(OFFERED_BOUND, published.readAgain(record.module)),
      () => {
        if (!mayBeSent(published.offered(record.module), reason))
          return update({ task: formOf(task, reason), busy: null, slow: false });
        return goOn(record);
      },
    );
  }

  /** The form to correct the text in. */
  function formOf(task: Task, draft: string): Task {
    const lock = shown()?.lock;
    if ('draft' in task) return { ...task, checked: true };
    const form = { draft, checked: true };
    return lock ? { kind: 'editing', base: lock.reason, ...form } : { kind: 'locking', ...form };
  }

  const lock = (reason: string, task: Task): Promise<void> =>
    ifAllowed(reason, task, (record) => sendLock(record, reason, task));

  async function lockAgain(reason: string, task: Task): Promise<void> {
    const record = store.record();
    if (record && begin()) await sendLock(record, reason, task);
  }

  async function sendLock(record: RecordRef, reason: string, task: Task): Promise<void> {
    await latest.run(
      () => lockRecord(send, record, reason),
      (written) => {
        if (written.ok) addReason(memory, reason);
        return settleWrite(ports, forgetTyped, {
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

  const changeReason = (reason: string, base: string | null, task: Task): Promise<void> =>
    ifAllowed(reason, task, (record) => sendReason(record, reason, base, task));

  async function sendReason(
    record: RecordRef,
    reason: string,
    base: string | null,
    task: Task,
  ): Promise<void> {
    const settle = (written: Result<Written>, lockId: string) =>
      settleWrite(ports, forgetTyped, {
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
        const current = answer.value;
        if (!current || !hasManualPart(current) || !sameReason(current.reason, base)) {
          const next = choice(reason, current);
          show(current, next, next === IDLE ? { kind: 'changedByOther' } : null);
          return;
        }
        await latest.run(
          () => changeLockReason(send, record, current.id, reason),
          (written) => (written.ok ? reasonWritten(current, reason) : settle(written, current.id)),
        );
      },
    );
  }

  /** The lock was read just before and the write confirmed, so what explains it still holds. */
  function reasonWritten(current: Lock, reason: string): void {
    const { access = null, explanation = null } = shown() ?? {};
    addReason(memory, reason);
    forgetTyped();
    show({ ...current, reason }, IDLE, { kind: 'reasonChanged' });
    update({ access, explanation });
    const record = store.record();
    if (record) ports.announce(record);
  }

  async function unlock(): Promise<void> {
    const record = store.record();
    const current = shown()?.lock;
    if (!record || !current || !begin()) return;
    await latest.run(
      () => unlockRecord(send, record, current.id),
      (written) =>
        settleWrite(ports, forgetTyped, {
          written,
          task: IDLE,
          happened: (found) => !found || !hasManualPart(found),
          sure: 'unlocked',
          afterAll: 'unlockedAfterAll',
          already: 'removedByOther',
          ...(current.reason?.trim() && { undo: current.reason }),
        }),
    );
  }

  return { lock, lockAgain, changeReason, unlock };
}

/** Waits for something, but not longer than this many milliseconds. */
function within(ms: number, what: Promise<void>): Promise<void> {
  return Promise.race([what, new Promise<void>((resolve) => setTimeout(resolve, ms))]);
}
