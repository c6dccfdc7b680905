import { useState } from 'preact/hooks';
import { readFields, readPage } from '../crm-api';
import type { Place } from '../place';
import { columnsOf } from '../records';
import { textOf } from '../shape';
import type { Switches } from '../switches';
import { useLoaded } from '../use-loaded';
import { useCrm } from './crm-context';
import { RecordTable } from './RecordTable';
import { WidgetPlace } from './WidgetPlace';

interface Props {
  readonly place: Place & { readonly kind: 'list' };
  readonly ids: readonly string[];
}

/** Page numbers lead no further than 2,000 records. */
const LAST_PAGE = 40;

/** The list of a module, 50 records a page, with a button that opens the widget for the chosen ones. */
export function ListPage({ place, ids }: Props) {
  const { module, page, word } = place;
  const { config, go, modules, switches, change } = useCrm();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(ids));
  const [isOpen, setOpen] = useState(
    switches.placement === 'list-button' && (ids.length > 0 || switches.button === 'ListViewWithoutRecord'),
  );
  const [version, setVersion] = useState(0);
  const fields = useLoaded(module, () => readFields(module));
  const columns = columnsOf(fields.value ?? []);
  const names = columns.map(({ apiName }) => apiName);
  const key = [names, page, word, version, config.user].join();
  const read = async () =>
    names.length > 0 ? readPage(module, [...names, 'Locked__s'], page, word) : { records: [], more: false };
  const { value, error } = useLoaded(key, read, module);
  const label = modules.find(({ apiName }) => apiName === module)?.label ?? module;
  const reload = () => setVersion((before) => before + 1);
  const [row, setRow] = useState('');
  const openWidget = (button: Switches['button'], id = '') => {
    change({ placement: 'list-button', button });
    setRow(id);
    setOpen(true);
  };
  const turn = (by: number) => go({ ...place, page: page + by });
  return (
    <main class="list">
      <header class="list-header">
        <h1>{word ? `${label} with “${word}”` : `All ${label}`}</h1>
        <div class="actions">
          {chosen.size > 0 ? (
            <button type="button" class="button" onClick={() => openWidget('ListView')}>
              {config.widget.listButton} ({chosen.size})
            </button>
          ) : (
            <button type="button" class="button" onClick={() => openWidget('ListViewWithoutRecord')}>
              {config.widget.listButton}
            </button>
          )}
          <button type="button" class="button" disabled={page === 1} onClick={() => turn(-1)}>
            Previous
          </button>
          <span class="muted">Page {page}</span>
          <button
            type="button"
            class="button"
            disabled={!value?.more || page >= LAST_PAGE}
            onClick={() => turn(1)}
          >
            Next
          </button>
        </div>
      </header>
      {(error || fields.error) && <p class="problem">{error || fields.error}</p>}
      <RecordTable
        module={module}
        label={label}
        columns={columns}
        records={value?.records ?? []}
        chosen={chosen}
        action={config.widget.listButton}
        onAction={(id) => openWidget('ListViewEachRecord', id)}
        onChoose={(those, isChosen) => {
          const next = new Set(chosen);
          for (const id of those)
            if (isChosen) next.add(id);
            else next.delete(id);
          setChosen(next);
        }}
      />
      {value?.records.length === 0 && names.length > 0 && <p class="muted empty">No records.</p>}
      {switches.placement === 'list-button' && (
        <WidgetPlace
          module={module}
          ids={row ? [row] : [...chosen].map(textOf)}
          isOpen={isOpen}
          // The CRM learns of what a popup did when it closes.
          onWrite={() => {}}
          onClose={(again) => {
            setOpen(false);
            if (again) reload();
          }}
        />
      )}
    </main>
  );
}
