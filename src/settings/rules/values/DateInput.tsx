import { useState } from 'preact/hooks';
import { isToken } from '../../../locking/criteria/comparators';
import { Combobox } from '../../../ui/Combobox';
import { instantAt, wallTime } from '../datetime-text';
import { tokenText } from '../vocabulary';
import type { KindInputProps } from './kind-input';
import { TypedInput } from './TypedInput';

/** A date, a date with a time, or a period that moves with today. */
export function DateInput(props: KindInputProps) {
  const { id, label, editor, value, context, invalid, describedBy, onChange } = props;
  const { t, timeZone } = context;
  const text = typeof value === 'string' ? value : '';
  const [relative, setRelative] = useState(isToken(value));
  const common = {
    id,
    'aria-label': label,
    'aria-invalid': invalid || undefined,
    'aria-describedby': describedBy,
  };
  const input =
    editor.kind === 'date' ? (
      <TypedInput {...common} type="date" shown={isToken(text) ? '' : text} onTyped={onChange} />
    ) : (
      <TypedInput
        {...common}
        type="datetime-local"
        shown={wallTime(text, timeZone)}
        onTyped={(typed) => onChange(typed && instantAt(typed, timeZone))}
      />
    );
  if (!editor.tokens.length) return input;
  return (
    <div class="dated">
      <select
        aria-label={t('dateKind')}
        value={relative ? 'period' : 'date'}
        onChange={({ currentTarget }) => {
          const period = currentTarget.value === 'period';
          setRelative(period);
          if (period !== isToken(value)) onChange('');
        }}
      >
        <option value="date">{t('date')}</option>
        <option value="period">{t('period')}</option>
      </select>
      {relative ? (
        <Combobox
          id={id}
          label={label}
          options={editor.tokens.map((token) => ({ id: token, label: tokenText(context, token) }))}
          selected={text}
          text={tokenText(context, text)}
          note={t('noMatch')}
          placeholder={t('choosePeriod')}
          invalid={invalid}
          describedBy={describedBy}
          onPick={(option) => onChange(option.id)}
        />
      ) : (
        input
      )}
    </div>
  );
}
