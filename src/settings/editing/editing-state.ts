import type { Named } from '../../base/named';
import type { CrmError } from '../../crm/errors';
import type { ConfigurationDraft } from '../../locking/configuration/draft';
import type { Field } from '../../locking/configuration/fields';
import type { Configuration } from '../../locking/configuration/model';
import type { Difference } from '../../locking/configuration/saving/differences';
import type { PlacedProblem } from './placed-problem';
import type { Offered } from './publishing/published';

/** Something read beside the configuration; the editor works without it. */
export type Loaded<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly items: readonly T[] }
  | { readonly kind: 'failed'; readonly error: CrmError };

/** The lists that are read beside the configuration. */
export type Part = 'fields' | 'profiles' | 'buttons';

/** The configuration of the open module as it is being edited. */
export interface Editing {
  readonly draft: ConfigurationDraft;
  readonly fields: Loaded<Field>;
  readonly profiles: Loaded<Named>;
  readonly buttons: Loaded<Named>;
  /** Whether saving was tried: from then on problems are shown as they come and go. */
  readonly checked: boolean;
  /** Keys of rules that were added since saving was tried: nobody has had the time to finish them. */
  readonly young: readonly string[];
  /** What Zoho refused at the last try, at its place; goes with the next try. */
  readonly refusals: readonly PlacedProblem[];
  /** What is to be shown of what stands in the way of saving: what is wrong with the draft once it was checked, and the refusals. */
  readonly problems: readonly PlacedProblem[];
  /** How often saving was stopped by problems; each time their summary takes the focus. */
  readonly stops: number;
  /** What was discarded last, until the next edit. */
  readonly discarded: { readonly draft: ConfigurationDraft; readonly offer: Offered } | null;
  readonly busy: 'saving' | 'deleting' | null;
  readonly notice: Notice | null;
  readonly dialog: OpenDialog | null;
}

/**
 * What the user has to know about the configuration as it is.
 * - `restored`: unsaved changes from before the page was reloaded; `at` milliseconds since the epoch.
 * - `imported`: these are of a file, of which `left` things have no counterpart here.
 * - `importedSame`: a file said what is saved already.
 * - `outdated`: there were some, but the configuration has changed since, so they were dropped.
 * - `differs`: saved, but it reads otherwise than it was meant.
 * - `…AfterAll`: the reply was lost, and reading again showed that it had happened.
 * - `nothingHappened`: the reply was lost, and reading again showed that it had not.
 * - `outcomeUnknown`: the reply was lost and reading again failed too.
 * - `unconfirmed`: Zoho CRM said it was done, but reading again failed.
 * - `failed`: refused as a whole, or not sent; `error` says why.
 */
export type Notice =
  | { readonly kind: 'restored'; readonly at: number }
  | { readonly kind: 'imported'; readonly left: number }
  | { readonly kind: 'outdated' | 'importedSame' }
  | { readonly kind: 'differs'; readonly differences: readonly Difference[] }
  | {
      readonly kind:
        | 'savedAfterAll'
        | 'deletedAfterAll'
        | 'nothingHappened'
        | 'outcomeUnknown'
        | 'unconfirmed';
    }
  | { readonly kind: 'failed'; readonly error: CrmError };

export type OpenDialog =
  /** What saving will change, to be confirmed. */
  | { readonly kind: 'review' }
  /** Deleting wants the module's name typed. */
  | { readonly kind: 'delete'; readonly typed: string }
  /**
   * The configuration is another one than was read (null: deleted). `sent`: something of ours was sent and its outcome is not
   * known, so the change may be ours in part.
   */
  | { readonly kind: 'conflict'; readonly theirs: Configuration | null; readonly sent: boolean };

export const itemsOf = <T>(loaded: Loaded<T>): readonly T[] | undefined =>
  loaded.kind === 'ready' ? loaded.items : undefined;

/** A configuration of Zoho's own is for reading; nothing is edited while a save is under way. */
export const isReadOnly = ({ draft, busy }: Editing): boolean =>
  draft.base?.systemDefined === true || busy !== null;

/** The saved rule that a rule of the draft began as; undefined for a new one. */
export const savedRule = ({ draft }: Editing, ruleKey: string) => {
  const id = draft.rules.find(({ key }) => key === ruleKey)?.id;
  return id === undefined ? undefined : draft.base?.rules.find((rule) => rule.id === id);
};
