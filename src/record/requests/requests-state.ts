import type { CrmError } from '../../crm/errors';
import type { UnlockRequest } from '../../locking/requests/requests';

/** What is known and being done about the requests of one lock. */
export interface RequestsState {
  readonly lockId: string | null;
  /** Null while they have not been read. */
  readonly requests: readonly UnlockRequest[] | null;
  /** The form that asks is open, with its text. */
  readonly asking: { readonly text: string; readonly checked: boolean } | null;
  /** The form that declines is open, for the request with this key. */
  readonly answering: { readonly key: string; readonly text: string; readonly checked: boolean } | null;
  readonly busy: 'asking' | 'withdrawing' | 'answering' | 'completing' | null;
  readonly notice: RequestNotice | null;
}

/**
 * What came of the last action.
 * - `notSent`, `unknown`: nobody was asked; it is not known whether somebody was.
 * - `someNotAsked`: some of the tasks could not be made.
 * - `answeredByOther`: the request is not open any more.
 * - `noted`: the task could not be changed, so the answer is in a note and the task is still open.
 * - `stillOpen`: the record is unlocked, but tasks could not be completed.
 */
export interface RequestNotice {
  readonly kind:
    | 'sent'
    | 'alreadyAsked'
    | 'nobodyToAsk'
    | 'notSent'
    | 'unknown'
    | 'someNotAsked'
    | 'withdrawn'
    | 'notWithdrawn'
    | 'declined'
    | 'notDeclined'
    | 'noted'
    | 'answeredByOther'
    | 'stillOpen'
    | 'notRead';
  readonly error?: CrmError;
  readonly count?: number;
}

export const NOTHING: RequestsState = {
  lockId: null,
  requests: null,
  asking: null,
  answering: null,
  busy: null,
  notice: null,
};
