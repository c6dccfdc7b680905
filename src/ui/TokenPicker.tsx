import { useMemo } from 'preact/hooks';
import { Combobox } from './Combobox';
import type { PickerOption } from './filter-options';
import { Tokens } from './Tokens';

export type { PickerOption } from './filter-options';

export interface TokenPickerTexts {
  /** Name of the button that takes one out again. */
  remove(label: string): string;
  /** Said when one was added or taken out. */
  change(label: string, added: boolean): string;
  /** Said of how many options match what was typed. */
  found(count: number): string;
  /** Stands in the field when the limit is reached. */
  readonly full: string;
  /** Said when no option matches. */
  readonly none: string;
  /** Stands in the empty field. */
  readonly add: string;
}

export interface TokenPickerProps {
  readonly id: string;
  /** Accessible name of the combobox. */
  readonly label: string;
  readonly chosen: readonly PickerOption[];
  /** Those that are chosen may be among them. */
  readonly options: readonly PickerOption[];
  readonly limit: number;
  /** Id of what describes the field. */
  readonly describe?: string | undefined;
  readonly invalid?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly texts: TokenPickerTexts;
  onAdd(option: PickerOption): void;
  onRemove(option: PickerOption): void;
  /** See Combobox. */
  readonly onQuery?: ((text: string | null) => void) | undefined;
}

/** Things chosen from many: each stands as a token before the field that finds more of them. */
export function TokenPicker(props: TokenPickerProps) {
  const { chosen, options, texts, disabled, onRemove } = props;
  const left = useMemo(() => {
    const taken = new Set(chosen.map(({ id }) => id));
    return options.filter(({ id }) => !taken.has(id));
  }, [chosen, options]);
  const full = chosen.length >= props.limit;
  const remove = (option: PickerOption | undefined): void => {
    if (option) onRemove(option);
  };
  return (
    <Tokens
      labels={chosen.map(({ label }) => label)}
      hints={chosen.map(({ hint }) => hint)}
      invalid={props.invalid}
      disabled={disabled}
      removeText={texts.remove}
      changeText={texts.change}
      onRemove={(i) => remove(chosen[i])}
    >
      <Combobox
        id={props.id}
        label={props.label}
        options={left}
        among={options}
        text=""
        note={texts.none}
        foundText={texts.found}
        placeholder={full ? texts.full : texts.add}
        describedBy={props.describe}
        invalid={props.invalid}
        disabled={disabled}
        readOnly={full}
        onPick={props.onAdd}
        onQuery={props.onQuery}
        onBackspace={() => remove(chosen.at(-1))}
      />
    </Tokens>
  );
}
