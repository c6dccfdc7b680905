import type { ComparatorChoice } from '../../locking/criteria/comparators';
import type { PickerOption } from '../../ui/filter-options';
import type { RulesContext } from './rules-context';

const made = new WeakMap<RulesContext, WeakMap<readonly ComparatorChoice[], readonly PickerOption[]>>();

/** Comparators in words. Each list is made once, since many conditions show the same. */
export function comparatorOptions(
  context: RulesContext,
  choices: readonly ComparatorChoice[],
): readonly PickerOption[] {
  const lists = made.get(context) ?? new WeakMap();
  made.set(context, lists);
  const options =
    lists.get(choices) ?? choices.map((id) => ({ id, label: context.t(`settings.rules.comparator.${id}`) }));
  lists.set(choices, options);
  return options;
}
