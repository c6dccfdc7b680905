import { useEffect, useRef } from 'preact/hooks';
import type { Field } from '../crm-api';
import { textOf } from '../shape';

interface Props {
  readonly field: Field;
  readonly value: unknown;
  readonly onSave: (typed: string | boolean | readonly string[]) => void;
  readonly onCancel: () => void;
}

/** The form that changes one field: Enter saves a one-line field, Escape cancels. */
export function FieldInput({ field, value, onSave, onCancel }: Props) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const control = form.current?.elements.namedItem('value');
    if (control instanceof HTMLElement) control.focus();
  }, []);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (form.current) onSave(typedIn(form.current, field));
  };
  const cancelOnEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onCancel();
  };
  return (
    <form class="field-form" ref={form} onSubmit={submit} onKeyDown={cancelOnEscape}>
      <Control field={field} value={value} />
      <button type="submit" class="button primary">
        Save
      </button>
      <button type="button" class="button" onClick={onCancel}>
        Cancel
      </button>
    </form>
  );
}

function Control({ field, value }: { readonly field: Field; readonly value: unknown }) {
  const common = { name: 'value', 'aria-label': field.label };
  const text = value === null || value === undefined ? '' : String(value);
  switch (field.dataType) {
    case 'picklist':
    case 'multiselectpicklist': {
      const chosen = Array.isArray(value) ? value.map(textOf) : [text];
      return (
        <select {...common} multiple={field.dataType === 'multiselectpicklist'}>
          {field.dataType === 'picklist' && <option value="">None</option>}
          {field.choices.map((choice) => (
            <option key={choice} selected={chosen.includes(choice)}>
              {choice}
            </option>
          ))}
        </select>
      );
    }
    case 'boolean':
      return <input {...common} type="checkbox" defaultChecked={value === true} />;
    case 'textarea':
      return <textarea {...common} rows={4} defaultValue={text} />;
    case 'integer':
    case 'double':
    case 'currency':
    case 'percent':
      return <input {...common} type="number" step="any" defaultValue={text} />;
    case 'date':
      return <input {...common} type="date" defaultValue={text} />;
    default:
      return <input {...common} type="text" defaultValue={text} />;
  }
}

function typedIn(form: HTMLFormElement, field: Field): string | boolean | readonly string[] {
  const values = new FormData(form).getAll('value').map(String);
  if (field.dataType === 'boolean') return values.length > 0;
  return field.dataType === 'multiselectpicklist' ? values : (values[0] ?? '');
}
