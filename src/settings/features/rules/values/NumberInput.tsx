import { useRef, useState } from 'preact/hooks';
import { plainText } from '../../../../base/json';
import { formatNumber } from '../../../../i18n/format-number';
import { readNumber } from '../../../../i18n/read-number';
import { useRuleTexts } from '../rule-texts';
import type { KindInputProps } from './kind-input';
import { NumberQuestion } from './NumberQuestion';

/**
 * A number in the user's own way of writing. What is being typed is left alone; when the field is left it shows what was
 * understood, or asks. As long as the answer is open there is no value, so that nothing wrong can be saved.
 */
export function NumberInput(props: KindInputProps) {
  const { id, label, field, value, invalid, describedBy, onChange } = props;
  const { numbers } = useRuleTexts();
  const percent = field.dataType === 'percent';
  const [typed, setTyped] = useState<string | null>(null);
  const [left, setLeft] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const held = value === undefined || value === null ? '' : plainText(value);
  const reading = typed === null ? null : readNumber(typed, numbers, percent);
  const open = reading?.kind === 'ambiguous' && held === '';
  const take = (text: string): void => {
    const next = readNumber(text, numbers, percent);
    setTyped(text);
    setLeft(false);
    onChange(next.kind === 'number' ? next.value : next.kind === 'ambiguous' ? '' : text.trim());
  };
  return (
    <div class={percent ? 'percent' : undefined}>
      <input
        ref={input}
        id={id}
        type="text"
        inputMode="decimal"
        autocomplete="off"
        aria-label={label}
        aria-invalid={invalid || (left && open) || undefined}
        aria-describedby={describedBy}
        value={typed !== null && (!left || open) ? typed : formatNumber(held, numbers)}
        onInput={({ currentTarget }) => take(currentTarget.value)}
        onBlur={() => setLeft(true)}
      />
      {left && open && (
        <NumberQuestion
          values={reading.values}
          onChoose={(chosen) => {
            setTyped(null);
            onChange(chosen);
            input.current?.focus();
          }}
        />
      )}
    </div>
  );
}
