import type { HostProblem } from '../../base/host';
import type { CrmError } from '../../crm/errors';
import type { LockExplanation } from '../../locking/lock/explanation';
import type { Lock, RecordAccess } from '../../locking/lock/lock';

/** Everything the record widget can show. Each kind has a view of its own. */
export type RecordState =
  | { readonly kind: 'connecting'; readonly slow: boolean }
  | { readonly kind: 'hostProblem'; readonly problem: HostProblem }
  | { readonly kind: 'noRecord' }
  | { readonly kind: 'severalRecords'; readonly count: number }
  | { readonly kind: 'failed'; readonly error: CrmError; readonly busy: boolean }
  /** `mayConfigure` is null until Zoho CRM has said whether this user may. */
  | { readonly kind: 'notConfigured'; readonly module: string; readonly mayConfigure: boolean | null }
  | RecordShown;

/** The lock is known: shown with what can be done about it. */
export interface RecordShown {
  readonly kind: 'record';
  readonly module: string;
  readonly lock: Lock | null;
  /** Milliseconds since the epoch, when `lock` was last read. */
  readonly checkedAt: number;
  readonly access: RecordAccess | null;
  readonly explanation: LockExplanation | null;
  /** What the lock means to this user is being asked: its place is kept free. */
  readonly asking: boolean;
  readonly task: Task;
  readonly notice: Notice | null;
  /** `reading` may be overtaken by an action, `writing` may not. */
  readonly busy: 'reading' | 'writing' | null;
  /** A call has been under way for longer than people expect. */
  readonly slow: boolean;
  readonly unfolded: boolean;
}

/** What the user is doing. Drafts live here, so that no failure can lose them. */
export type Task =
  | { readonly kind: 'idle' }
  | { readonly kind: 'locking'; readonly draft: string; readonly checked: boolean }
  | {
      readonly kind: 'editing';
      readonly draft: string;
      readonly checked: boolean;
      /** The reason that the draft started from. */
      readonly base: string | null;
    }
  | { readonly kind: 'unlocking' }
  /** Somebody changed or removed the lock meanwhile: `lock` of the state is theirs, `mine` the text typed here. */
  | { readonly kind: 'choosing'; readonly mine: string };

/**
 * What came of the last action.
 * - `…AfterAll`: the reply was lost, and reading again showed that it had happened.
 * - `nothingHappened`: the reply was lost, and reading again showed that it had not.
 * - `outcomeUnknown`: the reply was lost and reading again failed too.
 * - `unconfirmed`: Zoho CRM said it was done, but reading again failed; `contradicted`: and reading again shows otherwise.
 * - `…ByOther`: the lock is another one than was shown. By whom cannot be told: it may be an earlier try from here that was carried
 *   out late, so the texts name nobody.
 * - `ruleRemains`: the lock by hand is gone, a rule still holds the record.
 * - `checked`: Refresh was pressed, and nothing is new.
 * - `failed`: refused or not sent; `error` says why.
 */
export type NoticeKind =
  | 'locked'
  | 'unlocked'
  | 'reasonChanged'
  | 'lockedAfterAll'
  | 'unlockedAfterAll'
  | 'reasonChangedAfterAll'
  | 'lockedByOther'
  | 'removedByOther'
  | 'changedByOther'
  | 'nothingHappened'
  | 'outcomeUnknown'
  | 'unconfirmed'
  | 'contradicted'
  | 'ruleRemains'
  | 'checked'
  | 'notRefreshed'
  | 'failed';

/** What a person can do to a lock. */
export type ChangeAction = 'lock' | 'edit' | 'unlock';

export interface Notice {
  readonly kind: NoticeKind;
  /** What was tried, of what failed. */
  readonly action?: ChangeAction;
  readonly error?: CrmError;
  /** Set after an unlock: the reason to lock again with. */
  readonly undo?: string;
}

/** What is shown may be wrong, because what became of a write could not be read; until it is, nothing else ends this. */
export const inDoubt = (notice: Notice | null | undefined): boolean =>
  notice?.kind === 'outcomeUnknown' || notice?.kind === 'unconfirmed';

export const IDLE: Task = { kind: 'idle' };

/** Name in the browser session's memory: this user may not read configurations. */
export const CONFIGURATION_REFUSED = 'configuration-refused';
