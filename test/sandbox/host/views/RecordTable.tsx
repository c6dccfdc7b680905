import type { Field } from '../crm-api';
import { display } from '../records';
import { type Shape, textOf } from '../shape';
import { Icon } from './Icon';
import { Link } from './Link';
import { LockBadge } from './LockBadge';

interface Props {
  readonly module: string;
  readonly label: string;
  /** The first one names the record. */
  readonly columns: readonly Field[];
  readonly records: readonly Shape[];
  readonly chosen: ReadonlySet<string>;
  /** Name of the button that each row has. */
  readonly action: string;
  readonly onAction: (id: string) => void;
  readonly onChoose: (ids: readonly string[], isChosen: boolean) => void;
}

/** Records as rows, each with a box to choose it and the widget's button. */
export function RecordTable(props: Props) {
  const { module, label, columns, records, chosen, action, onAction, onChoose } = props;
  const ids = records.map(({ id }) => textOf(id));
  return (
    <div class="table-scroll">
      <table aria-label={label}>
        <thead>
          <tr>
            <th scope="col">
              <input
                type="checkbox"
                aria-label="Choose all"
                checked={ids.length > 0 && ids.every((id) => chosen.has(id))}
                onChange={(event) => onChoose(ids, event.currentTarget.checked)}
              />
            </th>
            {columns.map((column) => (
              <th key={column.apiName} scope="col">
                {column.label}
              </th>
            ))}
            <th scope="col">
              <span class="hidden">{action}</span>
            </th>
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
                    onChange={(event) => onChoose([id], event.currentTarget.checked)}
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
                <td>
                  <button
                    type="button"
                    class="icon-button"
                    aria-label={`${action}: ${name}`}
                    onClick={() => onAction(id)}
                  >
                    <Icon name="more" />
                  </button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
