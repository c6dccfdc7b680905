import type { Field } from '../crm-api';
import { shown } from '../records';
import type { Shape } from '../shape';
import { useCrm } from './crm-context';
import { FieldRow } from './FieldRow';

interface Props {
  readonly module: string;
  readonly id: string;
  readonly record: Shape | undefined;
  readonly fields: readonly Field[];
  readonly onChanged: () => void;
}

/** All fields of a record, each editable in place where it is not fixed. */
export function FieldGrid({ module, id, record, fields, onChanged }: Props) {
  const { modules } = useCrm();
  const singular = modules.find(({ apiName }) => apiName === module)?.singular ?? module;
  return (
    <section class="card" aria-labelledby="fields-title">
      <h2 id="fields-title">{singular} information</h2>
      {record && (
        <dl class="fields">
          {shown(fields).map((field) => (
            <FieldRow
              key={field.apiName}
              module={module}
              id={id}
              field={field}
              value={record[field.apiName]}
              onChanged={onChanged}
            />
          ))}
        </dl>
      )}
    </section>
  );
}
