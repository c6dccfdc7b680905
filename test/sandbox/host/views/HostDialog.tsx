import type { Dialog, InputField } from '../wire/host-page';

interface Props {
  readonly dialog: Dialog;
  readonly onAnswer: (answer: unknown) => void;
}

/** A question that the CRM asks for its widget. */
export function HostDialog({ dialog, onAnswer }: Props) {
  const answer = (event: SubmitEvent) => {
    event.preventDefault();
    const form =
      event.currentTarget instanceof HTMLFormElement ? new FormData(event.currentTarget) : undefined;
    onAnswer(
      dialog.kind === 'input' && form ? dialog.fields.map((field, at) => enteredIn(field, at, form)) : true,
    );
  };
  const heading = dialog.kind === 'confirm' ? '' : dialog.heading;
  const message = dialog.kind === 'input' ? '' : dialog.message;
  return (
    <div class="popup-ground">
      <dialog class="popup host-dialog" open aria-label={heading || message || 'Input'}>
        <form onSubmit={answer}>
          {heading && <h2>{heading}</h2>}
          {message && <p>{message}</p>}
          {dialog.kind === 'input' &&
            dialog.fields.map((field, at) => <Field key={at} field={field} name={at} />)}
          <p class="actions">
            {dialog.kind !== 'alert' && (
              <button
                type="button"
                class="button"
                onClick={() => onAnswer(dialog.kind === 'input' ? null : false)}
              >
                {dialog.reject}
              </button>
            )}
            <button type="submit" class="button primary">
              {dialog.accept}
            </button>
          </p>
        </form>
      </dialog>
    </div>
  );
}

const enteredIn = (field: InputField, at: number, form: FormData): unknown =>
  field.type === 'multiselectpicklist' ? form.getAll(String(at)) : form.get(String(at));

function Field({ field, name }: { readonly field: InputField; readonly name: number }) {
  const id = `host-dialog-${name}`;
  return (
    <p>
      <label for={id}>{field.label || field.type}</label>
      <Control field={field} common={{ id, name: String(name) }} />
    </p>
  );
}

interface ControlProps {
  readonly field: InputField;
  readonly common: { readonly id: string; readonly name: string };
}

function Control({ field, common }: ControlProps) {
  const { type, value, choices } = field;
  const text = typeof value === 'string' ? value : '';
  if (type === 'textarea') return <textarea {...common} defaultValue={text} />;
  if (type === 'number') return <input {...common} type="number" defaultValue={text} />;
  if (!type.endsWith('picklist')) return <input {...common} type="text" defaultValue={text} />;
  return (
    <select {...common} multiple={type === 'multiselectpicklist'}>
      {choices.map((choice) => (
        <option
          key={choice.value}
          value={choice.value}
          selected={typeof value === 'string' ? value === choice.value : value.includes(choice.value)}
        >
          {choice.label}
        </option>
      ))}
    </select>
  );
}
