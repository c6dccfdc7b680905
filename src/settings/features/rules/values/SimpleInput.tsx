import { plainText } from '../../../../base/json';
import { useRuleTexts } from '../rule-texts';
import type { KindInputProps } from './kind-input';
import { NumberInput } from './NumberInput';
import { TypedInput } from './TypedInput';

/** Text, a number, or yes and no. */
export function SimpleInput(props: KindInputProps) {
  const { id, label, editor, value, invalid, describedBy, onChange } = props;
  const { t } = useRuleTexts();
  if (editor.kind === 'number') return <NumberInput {...props} />;
  const text = value === undefined || value === null ? '' : plainText(value);
  const common = {
    id,
    'aria-label': label,
    'aria-invalid': invalid || undefined,
    'aria-describedby': describedBy,
  };
  if (editor.kind !== 'boolean') return <TypedInput {...common} shown={text} onTyped={onChange} />;
  return (
    <select {...common} value={text} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
      {text !== 'true' && text !== 'false' && <option value={text}>{text}</option>}
      <option value="true">{t('true')}</option>
      <option value="false">{t('false')}</option>
    </select>
  );
}
