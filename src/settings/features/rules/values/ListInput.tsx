import { useState } from 'preact/hooks';
import { valuesOf } from '../../../../locking/criteria/values/values';
import { Tokens } from '../../../../ui/Tokens';
import { enteredNumber } from '../../../words/number-text';
import { valueText } from '../../../words/vocabulary';
import type { KindInputProps } from './kind-input';

/** Several texts or numbers: each becomes a token with Enter, or when the field is left. */
export function ListInput(props: KindInputProps) {
  const { id, label, field, editor, value, context, invalid, describedBy, onChange } = props;
  const { t, tag, readOnly } = context;
  const [typed, setTyped] = useState('');
  const items = valuesOf(editor, value);
  const add = (): void => {
    const text = typed.trim();
    setTyped('');
    const item = editor.kind === 'number' ? enteredNumber(text, tag) : text;
    if (item && !items.includes(item)) onChange([...items, item]);
  };
  const remove = (index: number): void => onChange(items.filter((_, i) => i !== index));
  return (
    <Tokens
      labels={items.map((item) => valueText(context, item, field))}
      invalid={invalid}
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
        aria-invalid={invalid || undefined}
        aria-describedby={describedBy}
        placeholder={t('typeValue')}
        value={typed}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
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
  );
}
