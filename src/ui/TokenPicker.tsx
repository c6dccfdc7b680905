import { useMemo, useRef } from 'preact/hooks';
import { Combobox } from './Combobox';
import type { PickerOption } from './filter-options';

export type { PickerOption } from './filter-options';

export interface TokenPickerTexts {
  /** Name of the button that takes one out again. */
  remove(label: string): string;
  /** Stands in the field when the limit is reached. */
  readonly full: string;
  /** Said when no option matches. */
  readonly none: string;
  /** Stands in the empty field. */
  readonly add: string;
}

export interface TokenPickerProps {
  readonly id?: string | undefined;
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
  const { chosen, options, texts, disabled } = props;
  const box = useRef<HTMLDivElement>(null);
  const left = useMemo(() => {
    const taken = new Set(chosen.map(({ id }) => id));
    return options.filter(({ id }) => !taken.has(id));
  }, [chosen, options]);
  const full = chosen.length >= props.limit;
  const remove = (option: PickerOption | undefined): void => {
    if (!option || disabled) return;
    props.onRemove(option);
    box.current?.querySelector('input')?.focus();
  };
  return (
    <div
      class="tokens"
      ref={box}
      data-invalid={props.invalid || undefined}
      data-disabled={disabled || undefined}
    >
      {chosen.length > 0 && (
        <ul>
          {chosen.map((option, i) => (
            // By place: data from elsewhere may name one thing twice.
            <li key={i} title={option.hint}>
              <bdi class="token-label">{option.label}</bdi>
              {!disabled && (
                <button type="button" aria-label={texts.remove(option.label)} onClick={() => remove(option)}>
                  ×
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      <Combobox
        id={props.id}
        label={props.label}
        options={left}
        text=""
        note={texts.none}
        placeholder={full ? texts.full : texts.add}
        describedBy={props.describe}
        invalid={props.invalid}
        disabled={disabled}
        readOnly={full}
        onPick={props.onAdd}
        onQuery={props.onQuery}
        onBackspace={() => remove(chosen.at(-1))}
      />
    </div>
  );
}
