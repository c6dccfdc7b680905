import { useMemo } from 'preact/hooks';
import type { Json } from '../../../../base/json';
import type { Field } from '../../../../locking/configuration/fields';
import { isToken } from '../../../../locking/criteria/values/comparators';
import { valuesOf } from '../../../../locking/criteria/values/values';
import type { PickerOption } from '../../../../ui/filter-options';
import { useWords } from '../../../context/words';
import { tokenText, valueText } from '../../../words/vocabulary';
import { useRuleTexts } from '../rule-texts';
import { ChoiceInput } from './ChoiceInput';
import type { KindInputProps } from './kind-input';

const idOf = (item: Json): string => (typeof item === 'string' ? item : JSON.stringify(item));

/** A value that was taken out of the picklist since. */
const isGone = (item: Json, field: Field): boolean =>
  typeof item === 'string' &&
  !isToken(item) &&
  field.picklist.length > 0 &&
  !field.picklist.some(({ value }) => value === item);

/** One value of a picklist or a token such as "any open stage", or several values. */
export function PicklistInput(props: KindInputProps) {
  const { field, editor, value, onChange } = props;
  const texts = useRuleTexts();
  const words = useWords();
  const goneText = (name: string) => words.t('settings.saving.gone', { name });
  const { t } = texts;
  const options = useMemo(
    (): readonly PickerOption[] => [
      ...field.picklist.map((item) => ({ id: item.value, label: item.label })),
      ...editor.tokens.map((token) => ({ id: token, label: tokenText(texts, token) })),
    ],
    [field, editor.tokens, texts],
  );
  const items = valuesOf(editor, value);
  return (
    <ChoiceInput
      {...props}
      options={options}
      chosen={items.map((item) => ({
        id: idOf(item),
        label: isGone(item, field) ? goneText(valueText(texts, item, field)) : valueText(texts, item, field),
      }))}
      note={t('noMatch')}
      placeholder={t('chooseValue')}
      onChoose={(chosen) => {
        // What is there stays in its own form, also what is no text.
        const ids = chosen.map(({ id }) => items.find((item) => idOf(item) === id) ?? id);
        onChange(editor.arity === 'one' ? (ids[0] ?? null) : editor.joined ? ids.join(';') : ids);
      }}
    />
  );
}
