import { useState } from 'preact/hooks';
import { type Field, Refusal, updateRecord } from '../crm-api';
import { display, isEditable, typedValue } from '../records';
import { FieldInput } from './FieldInput';
import { Icon } from './Icon';
import { refusalText } from './refusal-text';

interface Props {
  readonly module: string;
  readonly id: string;
  readonly field: Field;
  readonly value: unknown;
  readonly onChanged: () => void;
}

/** One field: its value, and in place a form to change it. */
export function FieldRow({ module, id, field, value, onChanged }: Props) {
  const [isEditing, setEditing] = useState(false);
  const [problem, setProblem] = useState('');
  const stop = () => {
    setEditing(false);
    setProblem('');
  };
  const save = async (typed: string | boolean | readonly string[]) => {
    try {
      await updateRecord(module, id, { [field.apiName]: typedValue(field, typed) });
      stop();
      onChanged();
    } catch (error) {
      setProblem(error instanceof Refusal ? refusalText(error) : 'The CRM could not be reached.');
    }
  };
  const isLong = field.dataType === 'textarea';
  return (
    <div class={isLong ? 'field long' : 'field'}>
      <dt>{field.label}</dt>
      <dd>
        {isEditing ? (
          <FieldInput field={field} value={value} onSave={save} onCancel={stop} />
        ) : (
          <>
            <span class="value" dir="auto">
              {display(field, value) || '—'}
            </span>
            {isEditable(field) && (
              <button
                type="button"
                class="icon-button edit"
                aria-label={`Edit ${field.label}`}
                onClick={() => setEditing(true)}
              >
                <Icon name="pencil" />
              </button>
            )}
          </>
        )}
        {problem && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
      </dd>
    </div>
  );
}
