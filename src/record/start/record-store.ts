import { createStore, type StoreApi } from 'zustand/vanilla';
import type { HostProblem } from '../../base/host';
import type { CrmError } from '../../crm/errors';
import type { RecordRef } from '../../crm/paths';
import { readLock } from '../../crm/read-lock';
import type { Send } from '../../crm/transport';
import { type Lock, sameLock } from '../../locking/lock/lock';
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

/** What is decided by the parts that are loaded after the first status: see `deferred.tsx`. */
export interface StoreHooks {
  /** What becomes of the task at hand when the lock is read again. */
  taskAfterRefresh(state: RecordShown, lock: Lock | null): Task;
  /**
   * A lock, or that locking is not configured, was just read: time to ask what explains it; `again`: also what is known of
   * the same lock, because a person asked.
   */
  explain(again?: boolean): void;
  /** This record's lock was changed from here. */
  changed(record: RecordRef): void;
}

/** The store as the rest of the record widget sees it. */
export interface RecordStore {
  readonly api: StoreApi<RecordState>;
  readonly send: Send;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly latest: LatestOnly;
  readonly hooks: StoreHooks;
  /** The open record, null while there is none. */
  record(): RecordRef | null;
  /** The state when there is a lock to show or the lack of one, else null. */
  shown(): RecordShown | null;
  update(change: Partial<RecordShown>): void;
  /** Shows a lock that was just read. What explained the same lock before stays. */
  show(lock: Lock | null, task: Task, notice: Notice | null): void;
  showFailure(error: CrmError): void;
  open(opened: Opened): void;
  hostFailed(problem: HostProblem): void;
  /** Reads the lock again; `asked` when a person pressed for it. Does nothing while a write is under way. */
  refresh(asked?: boolean): void;
  /** The page was looked at (again): reads when the state is old. Never polls. */
  lookedAt(): void;
  /** Folds or unfolds a long reason. */
  toggleReason(): void;
}

/** The state of one record's lock, shown after exactly one API call. */
export function createRecordStore(send: Send, now: () => number): RecordStore {
  const api = createStore<RecordState>(() => ({ kind: 'connecting', slow: false }));
  const set = (state: RecordState) => api.setState(state, true);
  let record: RecordRef | null = null;
  let askedAt = 0;
  const hooks: StoreHooks = { taskAfterRefresh: ({ task }) => task, explain() {}, changed() {} };

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

  function show(lock: Lock | null, task: Task, notice: Notice | null): void {
    if (!record) return;
    const before = shown();
    const known = before && sameLock(before.lock, lock) ? before : null;
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
      unfolded: known?.unfolded ?? false,
    });
  }

  function showFailure(error: CrmError): void {
    if (error.kind === 'notConfigured' && record) {
      set({ kind: 'notConfigured', module: record.module, mayConfigure: null });
      hooks.explain();
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
        const task = state ? hooks.taskAfterRefresh(state, answer.value) : IDLE;
        const checked = asked && state && sameLock(state.lock, answer.value);
        show(answer.value, task, checked ? { kind: 'checked' } : null);
        hooks.explain(asked);
      },
    );
  }

  function refresh(asked = false): void {
    const state = api.getState();
    if (!record || state.kind === 'connecting' || ('busy' in state && state.busy)) return;
    if (state.kind === 'record') set({ ...state, busy: 'reading' });
    else if (state.kind === 'failed') set({ ...state, busy: true });
    else set({ kind: 'connecting', slow: false });
    read(record, asked);
  }

  return {
    api,
    send,
    now,
    latest,
    hooks,
    record: () => record,
    shown,
    update,
    show,
    showFailure,
    refresh,
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
  };
}
