import { useMemo } from 'preact/hooks';
import { valuesOf } from '../../../locking/criteria/values';
import { Combobox } from '../../../ui/Combobox';
import { type PickerOption, TokenPicker } from '../../../ui/TokenPicker';
import { tokenText, valueText } from '../vocabulary';
import type { KindInputProps } from './kind-input';
import { tokenTexts } from './token-texts';

/** One value of a picklist or a token such as "any open stage", or several values. */
export function PicklistInput(props: KindInputProps) {
  const { id, label, field, editor, value, context, invalid, describedBy, onChange } = props;
  const { t } = context;
  const options = useMemo(
    (): readonly PickerOption[] => [
      ...field.picklist.map((item) => ({ id: item.value, label: item.label })),
      ...editor.tokens.map((token) => ({ id: token, label: tokenText(context, token) })),
    ],
    [field, editor.tokens, context],
  );
  const items = valuesOf(editor, value);
  const common = { id, label, options, invalid };
  if (editor.arity === 'list') {
    const chosen = items.map((item) => ({ id: String(item), label: valueText(context, item, field) }));
    const write = (next: readonly PickerOption[]) =>
      onChange(editor.joined ? next.map((option) => option.id).join(';') : next.map((option) => option.id));
    return (
      <TokenPicker
        {...common}
        chosen={chosen}
        limit={Number.POSITIVE_INFINITY}
        describe={describedBy}
        texts={tokenTexts(t)}
        onAdd={(option) => write([...chosen, option])}
        onRemove={(option) => write(chosen.filter((other) => other.id !== option.id))}
      />
    );
  }
  const [item] = items;
  return (
    <Combobox
      {...common}
      selected={typeof item === 'string' ? item : undefined}
      text={item === undefined ? '' : valueText(context, item, field)}
      note={t('noMatch')}
      placeholder={t('chooseValue')}
      describedBy={describedBy}
      onPick={(option) => onChange(option.id)}
    />
  );
}
