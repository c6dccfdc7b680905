import { useState } from 'preact/hooks';
import { absoluteTime } from '../../../../i18n/formats';
import { Combobox } from '../../../../ui/Combobox';
import { tokenText } from '../../../words/vocabulary';
import { instantAt, wallTime } from '../datetime-text';
import { useRuleTexts } from '../rule-texts';
import type { KindInputProps } from './kind-input';
import { TypedInput } from './TypedInput';

const DAY = /^\d{4}-\d\d-\d\d$/;

/** A date, a date with a time, or a period that moves with today. */
export function DateInput(props: KindInputProps) {
  const { id, label, editor, value, invalid, describedBy, onChange } = props;
  const texts = useRuleTexts();
  const { t, tag, timeZone } = texts;
  const text = typeof value === 'string' ? value : '';
  const shown = editor.kind === 'date' ? (DAY.test(text) ? text : '') : wallTime(text, timeZone);
  // A text that is no date is shown as it is, also where it could not be chosen: an empty field would say there is none.
  const strange = text !== '' && shown === '';
  // Asked for while there is no value; a value tells by itself, also one that comes back when changes are discarded.
  const [wanted, setWanted] = useState(false);
  /** The value that took the place of a time that the clock skips. */
  const [jumped, setJumped] = useState('');
  const relative = strange || (wanted && !shown);
  const tokens = strange && !editor.tokens.includes(text) ? [text, ...editor.tokens] : editor.tokens;
  const common = {
    id,
    'aria-label': label,
    'aria-invalid': invalid || undefined,
    'aria-describedby': describedBy,
  };
  const input =
    editor.kind === 'date' ? (
      <TypedInput {...common} type="date" shown={shown} onTyped={onChange} />
    ) : (
      <TypedInput
        {...common}
        type="datetime-local"
        shown={shown}
        onTyped={(typed) => {
          const { iso, skipped } = instantAt(typed, timeZone);
          setJumped(skipped ? iso : '');
          onChange(iso);
        }}
      />
    );
  const note = jumped !== '' && jumped === text && (
    <p class="note" role="status">
      {t('skippedTime', { time: absoluteTime(text, tag, timeZone) })}
    </p>
  );
  if (!tokens.length)
    return (
      <>
        {input}
        {note}
      </>
    );
  return (
    <div class="dated">
      <select
        aria-label={t('dateKind')}
        value={relative ? 'period' : 'date'}
        onChange={({ currentTarget }) => {
          const period = currentTarget.value === 'period';
          setWanted(period);
          if (period !== strange) onChange('');
        }}
      >
        <option value="date">{t('date')}</option>
        <option value="period">{t('period')}</option>
      </select>
      {relative ? (
        <Combobox
          id={id}
          label={label}
          options={tokens.map((token) => ({ id: token, label: tokenText(texts, token) }))}
          selected={text}
          text={tokenText(texts, text)}
          note={t('noMatch')}
          foundText={(count) => t('found', { count })}
          placeholder={t('choosePeriod')}
          invalid={invalid}
          describedBy={describedBy}
          onPick={(option) => onChange(option.id)}
        />
      ) : (
        input
      )}
      {note}
    </div>
  );
}
