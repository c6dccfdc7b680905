import type { Field } from '../crm-api';
import { display } from '../records';
import { type Shape, textOf } from '../shape';
import { Link } from './Link';
import { LockBadge } from './LockBadge';

interface Props {
  readonly module: string;
  readonly label: string;
  /** The first one names the record. */
  readonly columns: readonly Field[];
  readonly records: readonly Shape[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (id: string, isChosen: boolean) => void;
}

/** Records as rows, each with a box to choose it. */
export function RecordTable({ module, label, columns, records, chosen, onChoose }: Props) {
  return (
    <div class="table-scroll">
      <table aria-label={label}>
        <thead>
          <tr>
            <th scope="col">
              <span class="hidden">Chosen</span>
            </th>
            {columns.map((column) => (
              <th key={column.apiName} scope="col">
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {records.map((record) => {
            const id = textOf(record.id);
            const [first, ...others] = columns;
            const name = (first && display(first, record[first.apiName])) || id;
            return (
              <tr key={id}>
                <td>
                  <input
                    type="checkbox"
                    aria-label={`Choose ${name}`}
                    checked={chosen.has(id)}
                    onChange={(event) => onChoose(id, event.currentTarget.checked)}
                  />
                </td>
                <td class="name">
                  <LockBadge record={record} />
                  <Link to={{ kind: 'record', module, id }}>
                    <bdi>{name}</bdi>
                  </Link>
                </td>
                {others.map((column) => (
                  <td key={column.apiName}>
                    <bdi>{display(column, record[column.apiName])}</bdi>
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
