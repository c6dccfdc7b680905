import { useMemo } from 'preact/hooks';
import { isObject, type Json, plainText, stringAt } from '../../../../base/json';
import { valuesOf } from '../../../../locking/criteria/values/values';
import type { SearchKind } from '../../../editing/search';
import { valueText } from '../../../words/vocabulary';
import { useRuleTexts } from '../rule-texts';
import { ChoiceInput } from './ChoiceInput';
import type { KindInputProps } from './kind-input';
import { useSearch } from './use-search';

const idOf = (item: Json): string => (isObject(item) ? stringAt(item, 'id') : undefined) ?? plainText(item);

/** Users, records of another module, roles or groups, found by their names. Those that were there stay as they were. */
export function ReferenceInput(props: KindInputProps & { readonly kind: SearchKind }) {
  const { field, editor, value, kind, onChange } = props;
  const texts = useRuleTexts();
  const found = useSearch(kind, kind === 'lookup' ? field.lookupModule : undefined);
  const items = valuesOf(editor, value);
  const chosen = useMemo(
    () => items.map((item) => ({ id: idOf(item), label: valueText(texts, item, field) })),
    [items, texts, field],
  );
  return (
    <ChoiceInput
      {...props}
      {...found}
      chosen={chosen}
      placeholder={texts.t('searchName')}
      onChoose={(now) => {
        const references = now.map(
          ({ id, label }): Json => items.find((item) => idOf(item) === id) ?? { id, name: label },
        );
        onChange(editor.arity === 'one' ? (references[0] ?? null) : references);
      }}
    />
  );
}
