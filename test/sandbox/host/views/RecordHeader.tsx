import { addTag, changeOwner, convertLead, deleteRecord, Refusal } from '../crm-api';
import { tagsOf } from '../records';
import type { Shape } from '../shape';
import { useCrm } from './crm-context';
import { Icon } from './Icon';
import { Link } from './Link';
import { LockBadge } from './LockBadge';
import { refusalText } from './refusal-text';

interface Props {
  readonly module: string;
  readonly record: Shape | undefined;
  readonly name: string;
  readonly onWidget: () => void;
  readonly onChanged: () => void;
}

/** Name, lock, tags and the actions of a record; a refused action says why. */
export function RecordHeader({ module, record, name, onWidget, onChanged }: Props) {
  const { config, go, modules, say } = useCrm();
  const list = { kind: 'list', module, page: 1, word: '' } as const;
  const label = modules.find(({ apiName }) => apiName === module)?.label ?? module;
  const id = String(record?.id ?? '');

  const attempt = async (work: () => Promise<void>, done: string, after: () => void = onChanged) => {
    try {
      await work();
      say(done);
      after();
    } catch (error) {
      say(error instanceof Refusal ? refusalText(error) : 'The CRM could not be reached.');
    }
  };
  const give = (event: Event) => {
    const { value } = event.currentTarget instanceof HTMLSelectElement ? event.currentTarget : { value: '' };
    if (value) void attempt(() => changeOwner(module, id, value), 'Owner changed');
  };
  return (
    <header class="record-header">
      <Link to={list} class="icon-button">
        <Icon name="back" />
        <span class="hidden">Back to {label}</span>
      </Link>
      <div class="record-title">
        <h1 dir="auto">{name || ' '}</h1>
        {record && <LockBadge record={record} />}
        {record && tagsOf(record).map((tag) => <span class="tag">{tag}</span>)}
      </div>
      <div class="actions">
        <button type="button" class="button" onClick={onWidget}>
          {config.widget.title}
        </button>
        <details class="menu">
          <summary class="button">More</summary>
          <div class="menu-items">
            <button type="button" onClick={() => attempt(() => addTag(module, id, 'Reviewed'), 'Tag added')}>
              Add the tag “Reviewed”
            </button>
            {module === 'Leads' && (
              <button
                type="button"
                onClick={() =>
                  attempt(
                    () => convertLead(id),
                    'Lead converted',
                    () => go(list),
                  )
                }
              >
                Convert
              </button>
            )}
            <label>
              Change owner
              <select value="" onChange={give}>
                <option value="">Choose…</option>
                {config.people.map((person) => (
                  <option key={person.id} value={person.id}>
                    {person.name}
                  </option>
                ))}
              </select>
            </label>
            <button
              type="button"
              class="danger"
              onClick={() =>
                attempt(
                  () => deleteRecord(module, id),
                  'Record deleted',
                  () => go(list),
                )
              }
            >
              Delete
            </button>
          </div>
        </details>
      </div>
    </header>
  );
}
