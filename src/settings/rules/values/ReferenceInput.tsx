import { useMemo } from 'preact/hooks';
import { valuesOf } from '../../../locking/criteria/values';
import { isObject, type Json, stringAt } from '../../../locking/json';
import { Combobox } from '../../../ui/Combobox';
import { type PickerOption, TokenPicker } from '../../../ui/TokenPicker';
import type { SearchKind } from '../rules-context';
import { valueText } from '../vocabulary';
import type { KindInputProps } from './kind-input';
import { tokenTexts } from './token-texts';
import { useSearch } from './use-search';

/** Users, records of another module, roles or groups, found by their names. */
export function ReferenceInput(props: KindInputProps & { readonly kind: SearchKind }) {
  const { id, label, field, editor, value, context, invalid, describedBy, kind, onChange } = props;
  const { t } = context;
  const { options, note, onQuery } = useSearch(
    context,
    kind,
    kind === 'lookup' ? field.lookupModule : undefined,
  );
  const items = valuesOf(editor, value);
  const chosen = useMemo(
    () =>
      items.map(
        (item): PickerOption => ({
          id: isObject(item) ? (stringAt(item, 'id') ?? '') : String(item),
          label: valueText(context, item, field),
        }),
      ),
    [items, context, field],
  );
  const referenceOf = (option: PickerOption): Json => ({ id: option.id, name: option.label });
  const common = { id, label, options, invalid, onQuery };
  if (editor.arity === 'list')
    return (
      <TokenPicker
        {...common}
        chosen={chosen}
        limit={Number.POSITIVE_INFINITY}
        describe={describedBy}
        texts={tokenTexts(t, note)}
        onAdd={(option) => onChange([...items, referenceOf(option)])}
        onRemove={(option) => onChange(items.filter((_, i) => chosen[i]?.id !== option.id))}
      />
    );
  const [first] = chosen;
  return (
    <Combobox
      {...common}
      selected={first?.id}
      text={first?.label ?? ''}
      note={note}
      placeholder={t('searchName')}
      describedBy={describedBy}
      onPick={(option) => onChange(referenceOf(option))}
    />
  );
}
