/** How a record came to be locked. `unknown` keeps a source that Zoho may add later apart from those we understand. */
export type LockSource = 'manual' | 'automatic' | 'both' | 'unknown';

/** The lock of one record, as Zoho CRM tells it. A record has at most one. */
export interface Lock {
  readonly id: string;
  readonly source: LockSource;
  /** Null for a purely automatic lock. Plain text of at most 3,000 characters; never markup. */
  readonly reason: string | null;
  /** Null for a purely automatic lock. */
  readonly lockedBy: { readonly id: string; readonly name: string } | null;
  /** ISO 8601 with offset, as received; null when absent. */
  readonly lockedAt: string | null;
  readonly ruleId: string | null;
  readonly configurationId: string | null;
}

/** What the record says about its lock for the calling user; null where it says nothing. */
export interface RecordAccess {
  /** Locked for somebody. */
  readonly locked: boolean | null;
  /** Locked for the calling user; `locked && lockedForMe === false` means the caller is exempt. */
  readonly lockedForMe: boolean | null;
  /** The caller may edit: sharing and profile included, so `false` alone does not mean "because of the lock". */
  readonly editable: boolean | null;
}

/**
 * Whether a person set this lock, so that its reason can be edited and the lock removed. Decided by what is there, not by the
 * word for the source alone, which may be a new one.
 */
export const hasManualPart = ({ source, lockedBy, ruleId }: Lock): boolean =>
  source === 'manual' || source === 'both' || lockedBy !== null || (source === 'unknown' && ruleId === null);

/** Whether a rule holds this lock, alone or beside a person. */
export const hasAutomaticPart = ({ source, ruleId }: Lock): boolean =>
  source === 'automatic' || source === 'both' || ruleId !== null;

/** Whether nothing about the lock has changed. */
export const sameLock = (a: Lock | null, b: Lock | null): boolean =>
  a === b ||
  (!!a &&
    !!b &&
    a.id === b.id &&
    a.source === b.source &&
    a.reason === b.reason &&
    a.ruleId === b.ruleId &&
    a.lockedAt === b.lockedAt);

/** Whether what explains one lock explains the other, too: it is the same one with another reason, or the same rule's. */
export const heldAlike = (a: Lock | null, b: Lock | null): boolean =>
  !!a &&
  !!b &&
  a.ruleId === b.ruleId &&
  a.configurationId === b.configurationId &&
  (a.id === b.id || a.ruleId !== null);
