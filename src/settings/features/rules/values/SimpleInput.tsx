import { plainText } from '../../../../base/json';
import { editedNumber, enteredNumber } from '../../../words/number-text';
import type { KindInputProps } from './kind-input';
import { TypedInput } from './TypedInput';

/** Text, a number, or yes and no. */
export function SimpleInput(props: KindInputProps) {
  const { id, label, field, editor, value, context, invalid, describedBy, onChange } = props;
  const { t, tag } = context;
  const text = value === undefined || value === null ? '' : plainText(value);
  const common = {
    id,
    'aria-label': label,
    'aria-invalid': invalid || undefined,
    'aria-describedby': describedBy,
  };
  if (editor.kind === 'boolean')
    return (
      <select {...common} value={text} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        {text !== 'true' && text !== 'false' && <option value={text}>{text}</option>}
        <option value="true">{t('true')}</option>
        <option value="false">{t('false')}</option>
      </select>
    );
  if (editor.kind !== 'number') return <TypedInput {...common} shown={text} onTyped={onChange} />;
  return (
    <div class={field.dataType === 'percent' ? 'percent' : undefined}>
      <TypedInput
        {...common}
        inputMode="decimal"
        shown={editedNumber(text, tag)}
        onTyped={(typed) => onChange(enteredNumber(typed, tag))}
      />
    </div>
  );
}
