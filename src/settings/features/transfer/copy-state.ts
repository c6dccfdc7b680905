import type { CrmError } from '../../../crm/errors';
import type { ConfigurationDraft } from '../../../locking/configuration/draft';
import type { Problem } from '../../../locking/configuration/paths';
import type { Choices, TransferReport, TransferTarget } from '../../../locking/transfer/report';
import type { Outcome } from '../../editing/write-and-settle';

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
  /** How it came out at the last try. */
  readonly outcome: Outcome | 'waiting' | 'writing' | null;
}

export type CopyState =
  | { readonly step: 'choose'; readonly search: string; readonly chosen: readonly string[] }
  /** `review`: read, mapped, looked over; `writing`: one after the other; `done`: with the outcomes. */
  | { readonly step: 'review' | 'writing' | 'done'; readonly targets: readonly CopyTarget[] };

export const outcomeOf = ({ outcome }: CopyTarget): Outcome | null =>
  typeof outcome === 'object' ? outcome : null;

/** Whether a module is as it should be, so that trying again has nothing to do. */
export const isDone = (target: CopyTarget): boolean => outcomeOf(target)?.kind === 'saved';
