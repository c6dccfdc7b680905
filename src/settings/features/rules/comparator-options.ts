import type { Field } from '../../../locking/configuration/fields';
import type { ComparatorChoice } from '../../../locking/criteria/values/comparators';
import type { PickerOption } from '../../../ui/filter-options';
import { comparatorKey } from '../../words/vocabulary';
import type { RulesContext } from './rules-context';

export const comparatorText = (
  { t }: Pick<RulesContext, 't'>,
  choice: ComparatorChoice,
  field: Field | undefined,
): string => t(`comparator.${comparatorKey(choice, field)}`);

const made = new WeakMap<RulesContext, WeakMap<Field, readonly PickerOption[]>>();

/** The comparators of a field in words. Each list is made once, since many conditions show the same. */
export function comparatorOptions(
  context: RulesContext,
  field: Field,
  choices: readonly ComparatorChoice[],
): readonly PickerOption[] {
  const lists = made.get(context) ?? new WeakMap<Field, readonly PickerOption[]>();
  made.set(context, lists);
  const options =
    lists.get(field) ?? choices.map((id) => ({ id, label: comparatorText(context, id, field) }));
  lists.set(field, options);
  return options;
}
