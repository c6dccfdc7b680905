import { useMemo } from 'preact/hooks';
import type { Json } from '../../../../base/json';
import { valuesOf } from '../../../../locking/criteria/values/values';
import type { PickerOption } from '../../../../ui/filter-options';
import { tokenText, valueText } from '../../../words/vocabulary';
import { useRuleTexts } from '../rule-texts';
import { ChoiceInput } from './ChoiceInput';
import type { KindInputProps } from './kind-input';

const idOf = (item: Json): string => (typeof item === 'string' ? item : JSON.stringify(item));

/** One value of a picklist or a token such as "any open stage", or several values. */
export function PicklistInput(props: KindInputProps) {
  const { field, editor, value, onChange } = props;
  const texts = useRuleTexts();
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
        label: valueText(texts, item, field),
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
