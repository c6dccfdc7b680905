import type { CrmError } from '../../crm/errors';
import type { Difference } from '../../locking/configuration-differences';
import type { ConfigurationDraft } from '../../locking/configuration-draft';
import type { Problem } from '../../locking/configuration-path';
import type { Choices, TransferReport, TransferTarget } from '../../locking/configuration-transfer-report';

/**
 * How a module came out.
 * - `saved`: read again and as it was meant; `differs`: saved, but it reads otherwise.
 * - `refused`: not saved, and why; `nothingHappened`: the reply was lost, and the configuration is as before.
 * - `changed`: it was another one than had been reviewed, so nothing was written; the new review is of the one found.
 * - `unknown`: the reply was lost and reading again failed; `unconfirmed`: Zoho said yes, but reading again failed.
 */
export type CopyOutcome =
  | { readonly kind: 'saved' | 'nothingHappened' | 'changed' | 'unknown' | 'unconfirmed' }
  | { readonly kind: 'differs'; readonly differences: readonly Difference[] }
  | { readonly kind: 'refused'; readonly error: CrmError };

/** What the module has, and what it would have. */
export interface Prepared {
  readonly target: TransferTarget;
  readonly choices: Choices;
  readonly draft: ConfigurationDraft;
  readonly report: TransferReport;
  /** What stands in the way of saving it. */
  readonly problems: readonly Problem[];
}

/** One of the modules that the configuration is to go to. */
export interface CopyTarget {
  readonly module: { readonly apiName: string; readonly label: string };
  readonly ready:
    | { readonly kind: 'reading' }
    | { readonly kind: 'unread'; readonly error: CrmError }
    | ({ readonly kind: 'ready' } & Prepared);
  /** Whether it is to be written. */
  readonly wanted: boolean;
  readonly outcome: CopyOutcome | 'waiting' | 'writing' | null;
}

export type CopyState =
  | { readonly step: 'choose'; readonly search: string; readonly chosen: readonly string[] }
  /** `review`: read, mapped, looked over; `writing`: one after the other; `done`: with the outcomes. */
  | { readonly step: 'review' | 'writing' | 'done'; readonly targets: readonly CopyTarget[] };

/** Whether a module is as it should be, so that trying again has nothing to do. */
export const isDone = ({ outcome }: CopyTarget): boolean =>
  outcome !== null && typeof outcome === 'object' && (outcome.kind === 'saved' || outcome.kind === 'differs');
