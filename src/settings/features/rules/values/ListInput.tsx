import { useState } from 'preact/hooks';
import { readNumber } from '../../../../i18n/read-number';
import { valuesOf } from '../../../../locking/criteria/values/values';
import { Tokens } from '../../../../ui/Tokens';
import { useReadOnly } from '../../../context/editor';
import { valueText } from '../../../words/vocabulary';
import { useRuleTexts } from '../rule-texts';
import type { KindInputProps } from './kind-input';
import { NumberQuestion } from './NumberQuestion';

/** Several texts or numbers: each becomes a token with Enter, or when the field is left. */
export function ListInput(props: KindInputProps) {
  const { id, label, field, editor, value, invalid, describedBy, onChange } = props;
  const texts = useRuleTexts();
  const { t, numbers } = texts;
  const readOnly = useReadOnly();
  const [typed, setTyped] = useState('');
  /** The numbers that the text may mean, once it is entered. */
  const [asked, setAsked] = useState<readonly string[] | null>(null);
  const items = valuesOf(editor, value);
  const take = (item: string): void => {
    setTyped('');
    setAsked(null);
    if (item && !items.includes(item)) onChange([...items, item]);
  };
  const add = (): void => {
    const text = typed.trim();
    const reading = editor.kind === 'number' ? readNumber(text, numbers, field.dataType === 'percent') : null;
    if (reading?.kind === 'ambiguous') setAsked(reading.values);
    else take(reading?.kind === 'number' ? reading.value : text);
  };
  const remove = (index: number): void => onChange(items.filter((_, i) => i !== index));
  return (
    <>
      <Tokens
        labels={items.map((item) => valueText(texts, item, field))}
        invalid={invalid || asked !== null}
        disabled={readOnly}
        removeText={(name) => t('remove', { name })}
        changeText={(name, added) => t(added ? 'picked' : 'unpicked', { name })}
        onRemove={remove}
      >
        <input
          id={id}
          type="text"
          class="list-input"
          autocomplete="off"
          aria-label={label}
          aria-invalid={invalid || asked !== null || undefined}
          aria-describedby={describedBy}
          placeholder={t('typeValue')}
          value={typed}
          onInput={({ currentTarget }) => {
            setTyped(currentTarget.value);
            setAsked(null);
          }}
          onKeyDown={(event) => {
            if (event.isComposing) return;
            if (event.key === 'Enter' && typed.trim()) {
              event.preventDefault();
              add();
            } else if (event.key === 'Backspace' && !typed && items.length) remove(items.length - 1);
          }}
          onBlur={add}
        />
      </Tokens>
      {asked && (
        <NumberQuestion
          values={asked}
          onChoose={(chosen) => {
            take(chosen);
            document.getElementById(id)?.focus();
          }}
        />
      )}
    </>
  );
}
