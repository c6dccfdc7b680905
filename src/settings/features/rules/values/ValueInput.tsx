import type { Json } from '../../../../base/json';
import type { Field } from '../../../../locking/configuration/fields';
import {
  type ComparatorChoice,
  type ValueEditor,
  valueEditor,
} from '../../../../locking/criteria/values/comparators';
import { normaliseValue, valuesOf } from '../../../../locking/criteria/values/values';
import { valueText } from '../../../words/vocabulary';
import { useRuleTexts } from '../rule-texts';
import { DateInput } from './DateInput';
import type { KindInputProps } from './kind-input';
import { ListInput } from './ListInput';
import { PicklistInput } from './PicklistInput';
import { ReferenceInput } from './ReferenceInput';
import { SimpleInput } from './SimpleInput';

export interface ValueInputProps {
  readonly id: string;
  readonly field: Field | undefined;
  readonly choice: ComparatorChoice | undefined;
  readonly value: Json | undefined;
  /** No field is chosen yet. */
  readonly waiting: boolean;
  readonly invalid: boolean;
  readonly describedBy: string | undefined;
  onChange(value: Json): void;
}

/** The control that enters the value of a condition; nothing where the comparator says it all. */
export function ValueInput(props: ValueInputProps) {
  const { id, field, choice, value, waiting, onChange } = props;
  const texts = useRuleTexts();
  const { t } = texts;
  const editor = valueEditor(field, choice);
  const label = t('value');
  if (editor.kind === 'none') return null;
  if (!field || editor.kind === 'raw')
    return (
      <input
        id={id}
        type="text"
        aria-label={label}
        readOnly={!waiting}
        disabled={waiting}
        value={waiting || value === undefined ? '' : valueText(texts, value, field)}
      />
    );
  const { invalid, describedBy } = props;
  const kind: KindInputProps = {
    ...{ id, field, editor, value, invalid, describedBy, label },
    onChange(entered) {
      const result = normaliseValue(editor, entered);
      onChange(result.ok ? result.value : entered);
    },
  };
  if (editor.arity === 'range') return <Range {...kind} />;
  return <OneInput {...kind} />;
}

function OneInput(props: KindInputProps) {
  const { kind, arity } = props.editor;
  switch (kind) {
    case 'picklist':
      return <PicklistInput {...props} />;
    case 'user':
    case 'lookup':
    case 'role':
    case 'group':
      return <ReferenceInput {...props} kind={kind} />;
    case 'date':
    case 'datetime':
      return <DateInput {...props} />;
    default:
      return arity === 'list' ? <ListInput {...props} /> : <SimpleInput {...props} />;
  }
}

/** Two values, from and to. */
function Range(props: KindInputProps) {
  const { id, label, value, onChange } = props;
  const { t } = useRuleTexts();
  const [from = '', to = ''] = valuesOf(props.editor, value);
  const editor: ValueEditor = { ...props.editor, arity: 'one', tokens: [] };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row everywhere.
    <div role="group" class="range" aria-label={label}>
      <OneInput
        {...props}
        editor={editor}
        label={t('from')}
        value={from}
        onChange={(entered) => onChange([entered, to])}
      />
      <OneInput
        {...props}
        id={`${id}-to`}
        editor={editor}
        label={t('to')}
        value={to}
        onChange={(entered) => onChange([from, entered])}
      />
    </div>
  );
}
