import { createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import { criteriaFieldObstacle, type Field } from '../../../locking/configuration/fields';
import type { CriteriaVocabulary } from '../../../locking/criteria/describe/describe';
import { type ComparatorChoice, comparatorChoices } from '../../../locking/criteria/values/comparators';
import type { PickerOption } from '../../../ui/filter-options';
import { useEditing, useEditor } from '../../context/editor';
import { useWords } from '../../context/words';
import { itemsOf } from '../../editing/editing-state';
import { comparatorKey, criteriaVocabulary, type RuleWords, ruleWords } from '../../words/vocabulary';

/** What all conditions say and offer, made once for all of them. */
export interface RuleTexts extends RuleWords {
  readonly fields: readonly Field[];
  /** All fields, with the reason at those that criteria cannot use. */
  readonly fieldOptions: readonly PickerOption[];
  comparatorOptions(field: Field): readonly PickerOption[];
  readonly vocabulary: CriteriaVocabulary;
}

export const RuleTextsContext = createContext<RuleTexts | null>(null);

/** The words and choices of rules, for the views inside the section. */
export function useRuleTexts(): RuleTexts {
  const texts = useContext(RuleTextsContext);
  if (!texts) throw new Error('There are no rules here.');
  return texts;
}

const NONE: readonly Field[] = [];

export function useNewRuleTexts(): RuleTexts {
  const { module } = useEditor();
  const words = useWords();
  const fields = useEditing((editing) => itemsOf(editing.fields)) ?? NONE;
  return useMemo(() => ruleTexts(ruleWords(words), fields, module.apiName), [words, fields]);
}

export const comparatorText = ({ t }: RuleWords, choice: ComparatorChoice, field: Field | undefined) =>
  t(`comparator.${comparatorKey(choice, field)}`);

function ruleTexts(words: RuleWords, fields: readonly Field[], module: string): RuleTexts {
  const comparators = new Map<Field, readonly PickerOption[]>();
  return {
    ...words,
    fields,
    vocabulary: criteriaVocabulary(words, fields),
    fieldOptions: fields
      .map((field): PickerOption => {
        const obstacle = criteriaFieldObstacle(field, module);
        return {
          id: field.apiName,
          label: field.label,
          hint: field.apiName,
          ...(obstacle && { disabledReason: words.t(`obstacle.${obstacle}`, { field: field.label }) }),
        };
      })
      .sort((a, b) => Number(Boolean(a.disabledReason)) - Number(Boolean(b.disabledReason))),
    comparatorOptions(field) {
      const options =
        comparators.get(field) ??
        comparatorChoices(field, module).map((id) => ({ id, label: comparatorText(words, id, field) }));
      comparators.set(field, options);
      return options;
    },
  };
}
