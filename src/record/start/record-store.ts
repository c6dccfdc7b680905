import { createStore, type StoreApi } from 'zustand/vanilla';
import type { HostProblem } from '../../base/host';
import type { CrmError } from '../../crm/errors';
import type { RecordRef } from '../../crm/paths';
import { readLock } from '../../crm/read-lock';
import type { Send } from '../../crm/transport';
import { heldAlike, type Lock, sameLock } from '../../locking/lock/lock';
import { createLatestOnly, type LatestOnly } from './latest-only';
import { IDLE, inDoubt, type Notice, type RecordShown, type RecordState, type Task } from './record-state';

/** Milliseconds after which a state is read again when the page is looked at. */
export const FRESH_FOR = 30_000;
/** Milliseconds without an answer after which the user is told that it takes long. */
export const SLOW_AFTER = 3_000;

/** What was opened: the placement that the host told. */
export type Opened =
  | ({ readonly kind: 'record' } & RecordRef)
  | { readonly kind: 'records'; readonly ids: readonly string[] }
  | { readonly kind: 'none' };

/** A lock, or that there is none, was just read and is shown; also that locking is not configured. */
export interface LockRead {
  /** A person pressed for it, so what is known of the same lock is to be asked again, too. */
  readonly asked: boolean;
  /** What was shown before, where it was merely read again: what the person was in the middle of goes on. */
  readonly refreshed: RecordShown | null;
}

/** The state of the record page, and what may be done to it. Parts of the page are given only what they use of it. */
export interface RecordStore {
  readonly api: StoreApi<RecordState>;
  readonly latest: LatestOnly;
  /** The open record, null while there is none. */
  record(): RecordRef | null;
  /** The state when there is a lock to show or the lack of one, else null. */
  shown(): RecordShown | null;
  update(change: Partial<RecordShown>): void;
  /** Shows a lock that was just read. What explained it before stays. */
  show(lock: Lock | null, task: Task, notice: Notice | null): void;
  showFailure(error: CrmError): void;
  open(opened: Opened): void;
  hostFailed(problem: HostProblem): void;
  /** Reads the lock again; `asked` when a person pressed for it. Does nothing while a write is under way. */
  refresh(asked?: boolean): void;
  /** Reads the lock again after a change: what is being read may be from before it. */
  readAnew(): void;
  /** The page was looked at (again): reads when the state is old. Never polls. */
  lookedAt(): void;
  /** Folds or unfolds a long reason. */
  toggleReason(): void;
  /** Calls back whenever a lock was read, in the order of the calls to this. */
  onLockRead(listener: (read: LockRead) => void): void;
}

const ASIDE: LockRead = { asked: false, refreshed: null };

/** The state of one record's lock, shown after exactly one API call. */
export function createRecordStore(send: Send, now: () => number): RecordStore {
  const api = createStore<RecordState>(() => ({ kind: 'connecting', slow: false }));
  const set = (state: RecordState) => api.setState(state, true);
  let record: RecordRef | null = null;
  let askedAt = 0;
  const listeners: ((read: LockRead) => void)[] = [];
  const tellRead = (read: LockRead): void => {
    for (const listener of listeners) listener(read);
  };

  const shown = (): RecordShown | null => {
    const state = api.getState();
    return state.kind === 'record' ? state : null;
  };

  const update = (change: Partial<RecordShown>): void => {
    const state = shown();
    if (!state) return;
    const next = { ...state, ...change };
    // Typing, cancelling, or a refusal of something else does not tell what became of the write.
    if (inDoubt(state.notice) && !inDoubt(next.notice))
      next.notice = next.notice ? { ...next.notice, kind: 'outcomeUnknown' } : state.notice;
    set(next);
  };

  const latest = createLatestOnly(() => {
    const state = api.getState();
    if (state.kind === 'connecting' || state.kind === 'record') set({ ...state, slow: true });
  }, SLOW_AFTER);

  function show(lock: Lock | null, task: Task, notice: Notice | null, read: LockRead = ASIDE): void {
    if (!record) return;
    const before = shown();
    const known = before && heldAlike(before.lock, lock) ? before : null;
    set({
      kind: 'record',
      module: record.module,
      lock,
      checkedAt: now(),
      access: known?.access ?? null,
      explanation: known?.explanation ?? null,
      asking: known?.asking ?? false,
      task,
      notice,
      busy: null,
      slow: false,
      unfolded: before !== null && sameLock(before.lock, lock) && before.unfolded,
    });
    tellRead(read);
  }

  function showFailure(error: CrmError): void {
    if (error.kind === 'notConfigured' && record) {
      set({ kind: 'notConfigured', module: record.module, mayConfigure: null });
      tellRead(ASIDE);
    } else if (shown()) update({ busy: null, slow: false, notice: { kind: 'notRefreshed', error } });
    else set({ kind: 'failed', error, busy: false });
  }

  function read(ref: RecordRef, asked = false): void {
    askedAt = now();
    void latest.run(
      () => readLock(send, ref),
      (answer) => {
        if (!answer.ok) return showFailure(answer.error);
        const state = shown();
        const checked = asked && state && sameLock(state.lock, answer.value);
        const notice: Notice | null = checked ? { kind: 'checked' } : null;
        show(answer.value, state?.task ?? IDLE, notice, { asked, refreshed: state });
      },
    );
  }

  /** Reads, leaving on the page what is shown there. */
  function startReading(ref: RecordRef, asked: boolean): void {
    const state = api.getState();
    if (state.kind === 'record') set({ ...state, busy: 'reading' });
    else if (state.kind === 'failed') set({ ...state, busy: true });
    else set({ kind: 'connecting', slow: false });
    read(ref, asked);
  }

  function refresh(asked = false): void {
    const state = api.getState();
    if (!record || state.kind === 'connecting' || ('busy' in state && state.busy)) return;
    startReading(record, asked);
  }

  return {
    api,
    latest,
    record: () => record,
    shown,
    update,
    show,
    showFailure,
    refresh,
    readAnew() {
      // A write that is under way reads the lock itself when it is done.
      if (record && shown()?.busy !== 'writing') startReading(record, false);
    },
    open(opened) {
      const next = opened.kind === 'record' ? opened : null;
      if (next && record?.id === next.id && record.module === next.module) return refresh();
      latest.supersede();
      record = next && { module: next.module, id: next.id };
      if (opened.kind === 'records') set({ kind: 'severalRecords', count: opened.ids.length });
      else if (!record) set({ kind: 'noRecord' });
      else {
        set({ kind: 'connecting', slow: false });
        read(record);
      }
    },
    hostFailed(problem) {
      // A host that has named what is open is alive, whatever bound it missed; without ZRC it is of no use.
      const { kind } = api.getState();
      if (problem !== 'noZrc' && (record || !(kind === 'connecting' || kind === 'hostProblem'))) return;
      latest.supersede();
      set({ kind: 'hostProblem', problem });
    },
    lookedAt() {
      if (now() - Math.max(askedAt, shown()?.checkedAt ?? 0) > FRESH_FOR) refresh();
    },
    toggleReason: () => update({ unfolded: !shown()?.unfolded }),
    onLockRead: (listener) => void listeners.push(listener),
  };
}
