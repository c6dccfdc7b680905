import type { Result } from '../../../crm/errors';
import type { Send } from '../../../crm/transport';
import type { Field } from '../../../locking/configuration/fields';
import type { CriteriaVocabulary } from '../../../locking/criteria/describe/describe';
import type { Root } from '../../../locking/criteria/tree/edit';
import type { NewKey } from '../../../locking/criteria/tree/node';
import type { PickerOption } from '../../../ui/filter-options';
import type { SettingsContext } from '../../words/words';

/** What can be looked for while a value is entered; of `lookup`, in the module that the field leads to. */
export type SearchKind = 'user' | 'lookup' | 'role' | 'group';

export interface FoundItem {
  readonly id: string;
  readonly name: string;
}

export type Search = (
  kind: SearchKind,
  text: string,
  module?: string,
) => Promise<Result<readonly FoundItem[]>>;

/** What it takes to count what a rule matches and to look at it. The same object each time. */
export interface Counting {
  readonly send: Send;
  readonly openRecord: (module: string, id: string) => void;
}

/** What all parts of the rule editor share. The same object as long as nothing in it changes, so that parts can tell. */
export interface RulesContext extends Pick<SettingsContext, 'tag' | 'direction' | 'timeZone' | 'numbers'> {
  /** The messages under `settings.rules`: their keys are said without it. */
  readonly t: SettingsContext['t'];
  readonly module: { readonly apiName: string; readonly label: string };
  readonly fields: readonly Field[];
  /** All fields, with the reason at those that criteria cannot use. */
  readonly fieldOptions: readonly PickerOption[];
  readonly vocabulary: CriteriaVocabulary;
  readonly search: Search;
  readonly counting: Counting;
  readonly newKey: NewKey;
  readonly readOnly: boolean;
}

/** What can be done with rules, by rule key. The functions stay the same. */
export interface RuleActions {
  toggle(key: string): void;
  rename(key: string, name: string): void;
  lockExisting(key: string, on: boolean): void;
  edit(key: string, edit: (criteria: Root) => Root): void;
  duplicate(key: string): void;
  remove(key: string): void;
  restore(key: string): void;
}

/** What the parts of one rule's tree share. The same object for as long as the rule is shown. */
export interface BuilderTools {
  /** Edits the criteria; `focus` is the id of the element that is to have the focus after it. */
  edit(edit: (criteria: Root) => Root, focus?: string): void;
  /** The criteria as they are now, for what is worked out only when it is asked for. */
  root(): Root;
  /** Id of the control that has the focus when all else is gone. */
  readonly home: string;
}
