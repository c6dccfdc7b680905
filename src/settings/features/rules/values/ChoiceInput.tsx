import { Combobox } from '../../../../ui/Combobox';
import { type PickerOption, TokenPicker } from '../../../../ui/TokenPicker';
import { useRuleTexts } from '../rule-texts';
import type { KindInputProps } from './kind-input';

interface ChoiceInputProps extends KindInputProps {
  readonly options: readonly PickerOption[];
  readonly chosen: readonly PickerOption[];
  /** Said when there is no option. */
  readonly note: string;
  readonly placeholder: string;
  readonly onQuery?: ((text: string | null) => void) | undefined;
  /** Takes what is chosen now: one, or any number where the editor is for a list. */
  onChoose(chosen: readonly PickerOption[]): void;
}

/** One thing or several, chosen from options. Lists of values have no limit that Zoho states. */
export function ChoiceInput(props: ChoiceInputProps) {
  const { id, label, options, chosen, note, invalid, describedBy, onQuery, onChoose } = props;
  const { t } = useRuleTexts();
  const foundText = (count: number) => t('found', { count });
  const common = { id, label, options, invalid, onQuery };
  if (props.editor.arity === 'list')
    return (
      <TokenPicker
        {...common}
        chosen={chosen}
        limit={Number.POSITIVE_INFINITY}
        describe={describedBy}
        texts={{
          remove: (name) => t('remove', { name }),
          change: (name, added) => t(added ? 'picked' : 'unpicked', { name }),
          found: foundText,
          full: '',
          none: note,
          add: t('addValue'),
        }}
        onAdd={(option) => onChoose([...chosen, option])}
        onRemove={(option) => onChoose(chosen.filter((other) => other.id !== option.id))}
      />
    );
  const [first] = chosen;
  return (
    <Combobox
      {...common}
      selected={first?.id}
      text={first?.label ?? ''}
      note={note}
      foundText={foundText}
      placeholder={props.placeholder}
      describedBy={describedBy}
      onPick={(option) => onChoose([option])}
    />
  );
}
