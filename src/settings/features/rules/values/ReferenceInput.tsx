import { useMemo } from 'preact/hooks';
import { isObject, type Json, plainText, stringAt } from '../../../../base/json';
import { valuesOf } from '../../../../locking/criteria/values/values';
import { valueText } from '../../../words/vocabulary';
import type { SearchKind } from '../rules-context';
import { ChoiceInput } from './ChoiceInput';
import type { KindInputProps } from './kind-input';
import { useSearch } from './use-search';

const idOf = (item: Json): string => (isObject(item) ? stringAt(item, 'id') : undefined) ?? plainText(item);

/** Users, records of another module, roles or groups, found by their names. Those that were there stay as they were. */
export function ReferenceInput(props: KindInputProps & { readonly kind: SearchKind }) {
  const { field, editor, value, context, kind, onChange } = props;
  const found = useSearch(context, kind, kind === 'lookup' ? field.lookupModule : undefined);
  const items = valuesOf(editor, value);
  const chosen = useMemo(
    () => items.map((item) => ({ id: idOf(item), label: valueText(context, item, field) })),
    [items, context, field],
  );
  return (
    <ChoiceInput
      {...props}
      {...found}
      chosen={chosen}
      placeholder={context.t('searchName')}
      onChoose={(now) => {
        const references = now.map(
          ({ id, label }): Json => items.find((item) => idOf(item) === id) ?? { id, name: label },
        );
        onChange(editor.arity === 'one' ? (references[0] ?? null) : references);
      }}
    />
  );
}
