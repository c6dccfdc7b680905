import { hasAutomaticPart, hasManualPart } from '../lock/lock';
import { sameReason } from '../lock/reason';
import type { RecordRow } from './record-row';

/** What is asked for, for many records at once. */
export type BulkAction =
  | { readonly kind: 'lock'; readonly reason: string }
  | { readonly kind: 'unlock' }
  | { readonly kind: 'edit'; readonly reason: string };

/** One write. `former` is the reason that is there before it. */
export type RowTask =
  | { readonly kind: 'lock'; readonly reason: string }
  | { readonly kind: 'unlock'; readonly lockId: string; readonly former: string | null }
  | {
      readonly kind: 'edit';
      readonly lockId: string;
      readonly reason: string;
      readonly former: string | null;
    };

/** Why a record stays as it is. `unread`: whether it can be unlocked is known only once its lock is read. */
export const LEFT_REASONS = [
  'alreadyLocked',
  'heldByRule',
  'notLocked',
  'sameReason',
  'unread',
  'gone',
] as const;
export type LeftReason = (typeof LEFT_REASONS)[number];

/** What a run will do, before anything is sent. */
export interface RunPlan {
  /** By record id, in the order of the rows. */
  readonly tasks: ReadonlyMap<string, RowTask>;
  readonly left: Readonly<Record<LeftReason, number>>;
}

/** The task for one record, or why there is none. */
export function taskFor(action: BulkAction, { state }: RecordRow): RowTask | LeftReason {
  if (state.kind === 'gone') return 'gone';
  if (action.kind === 'lock')
    return state.kind === 'unlocked' || state.kind === 'unknown'
      ? { kind: 'lock', reason: action.reason }
      : 'alreadyLocked';
  if (state.kind === 'unlocked') return 'notLocked';
  if (state.kind !== 'detailed') return 'unread';
  const { lock } = state;
  const about = { lockId: lock.id, former: lock.reason };
  // Where a rule holds the record too, it would stay locked, and Zoho would take no second lock to undo that.
  if (action.kind === 'unlock') return hasAutomaticPart(lock) ? 'heldByRule' : { kind: 'unlock', ...about };
  if (!hasManualPart(lock)) return 'heldByRule';
  return sameReason(lock.reason, action.reason)
    ? 'sameReason'
    : { kind: 'edit', reason: action.reason, ...about };
}

const none = (): Record<LeftReason, number> => ({
  alreadyLocked: 0,
  heldByRule: 0,
  notLocked: 0,
  sameReason: 0,
  unread: 0,
  gone: 0,
});

/** Who is meant and what becomes of each: every row is either in `tasks` or counted in `left`. */
export function planRun(action: BulkAction, rows: readonly RecordRow[]): RunPlan {
  const tasks = new Map<string, RowTask>();
  const left = none();
  for (const row of rows) {
    const task = taskFor(action, row);
    if (typeof task === 'string') left[task] += 1;
    else tasks.set(row.id, task);
  }
  return { tasks, left };
}

/** How many of the rows each action would reach. Locks that are not read yet may be ones that can be removed. */
export interface Reach {
  readonly lock: number;
  readonly unlock: number;
  readonly edit: number;
  /** Of those to unlock or to edit, how many have to be read first. */
  readonly unread: number;
}

export function reachOf(rows: Iterable<RecordRow>): Reach {
  const reach = { lock: 0, unlock: 0, edit: 0, unread: 0 };
  for (const { state } of rows) {
    if (state.kind === 'unlocked' || state.kind === 'unknown') reach.lock += 1;
    if (state.kind === 'locked' || state.kind === 'unknown') reach.unread += 1;
    if (state.kind !== 'detailed') continue;
    if (!hasAutomaticPart(state.lock)) reach.unlock += 1;
    if (hasManualPart(state.lock)) reach.edit += 1;
  }
  return { ...reach, unlock: reach.unlock + reach.unread, edit: reach.edit + reach.unread };
}
