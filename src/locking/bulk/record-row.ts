import { hasAutomaticPart, hasManualPart, type Lock } from '../lock/lock';

/** What is known of a record's lock in a list of many; the details of a lock cost a call each, so they come later. */
export type LockKnowledge =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'unlocked' }
  /** Locked; by whom and why is not read yet, or could not be read. */
  | { readonly kind: 'locked'; readonly unreadable: boolean }
  | { readonly kind: 'detailed'; readonly lock: Lock }
  /** Deleted, or not for this person to see. */
  | { readonly kind: 'gone' };

/** One record in a list of many. */
export interface RecordRow {
  readonly id: string;
  /** Empty when the record has none. */
  readonly name: string;
  readonly state: LockKnowledge;
  /** Whether the lock keeps the person who looks from editing; null where nothing tells. */
  readonly lockedForMe: boolean | null;
}

export const UNKNOWN: LockKnowledge = { kind: 'unknown' };
export const UNLOCKED: LockKnowledge = { kind: 'unlocked' };
export const LOCKED: LockKnowledge = { kind: 'locked', unreadable: false };
export const UNREADABLE: LockKnowledge = { kind: 'locked', unreadable: true };
export const GONE: LockKnowledge = { kind: 'gone' };

/** What a lock that was read says: null is no lock. */
export const knownLock = (lock: Lock | null): LockKnowledge => (lock ? { kind: 'detailed', lock } : UNLOCKED);

export const lockOf = ({ state }: RecordRow): Lock | null => (state.kind === 'detailed' ? state.lock : null);

/** Locked, but who did it and why is still to be read. */
export const lacksDetails = ({ state }: RecordRow): boolean =>
  state.kind === 'unknown' || state.kind === 'locked';

/** In the order in which a list sorted by status shows them. */
export const STATUSES = ['unlocked', 'locked', 'manual', 'rule', 'both', 'unknown', 'gone'] as const;
export type Status = (typeof STATUSES)[number];

/** A lock of a source that this version does not know is shown as what it is for sure: locked. */
export function statusOf({ state }: RecordRow): Status {
  if (state.kind !== 'detailed') return state.kind;
  const { lock } = state;
  if (hasAutomaticPart(lock)) return hasManualPart(lock) ? 'both' : 'rule';
  return lock.source === 'manual' ? 'manual' : 'locked';
}

/** Others are kept out, but not the person who looks. */
export const isForOthers = (row: RecordRow): boolean =>
  row.lockedForMe === false && (row.state.kind === 'locked' || row.state.kind === 'detailed');
