import { useEffect, useState } from 'preact/hooks';
import { readFields, readRecord } from '../crm-api';
import { nameOf } from '../records';
import { useLoaded } from '../use-loaded';
import { useCrm } from './crm-context';
import { FieldGrid } from './FieldGrid';
import { KeyFacts } from './KeyFacts';
import { RecordActivities } from './RecordActivities';
import { RecordHeader } from './RecordHeader';
import { WidgetPlace } from './WidgetPlace';

interface Props {
  readonly module: string;
  readonly id: string;
  /** Records of the list-view placement, when the address names several. */
  readonly ids: readonly string[];
}

/** One record: its header, the widget in its place, and the fields. The widget never waits for the record. */
export function RecordPage({ module, id, ids }: Props) {
  const { config, switches, change } = useCrm();
  const [version, setVersion] = useState(0);
  const [isOpen, setOpen] = useState(switches.placement !== 'related-list');
  const fields = useLoaded(module, () => readFields(module)).value ?? [];
  const thing = `${module}/${id}/${config.user}`;
  const { value: record, error } = useLoaded(`${thing}/${version}`, () => readRecord(module, id), thing);
  const reload = () => setVersion((before) => before + 1);
  useEffect(() => setOpen(switches.placement !== 'related-list'), [switches.placement]);
  const name = record ? nameOf(record, fields) : '';
  useEffect(() => {
    document.title = name ? `${name} - Sandbox CRM` : 'Sandbox CRM';
  }, [name]);

  const place = (
    <WidgetPlace
      module={module}
      ids={ids.length > 0 ? ids : [id]}
      isOpen={isOpen}
      onWrite={reload}
      onClose={(again) => {
        setOpen(false);
        if (again) reload();
      }}
    />
  );
  const openWidget = () => {
    if (switches.placement === 'related-list') change({ placement: 'popup' });
    setOpen(true);
  };
  return (
    <main class={switches.placement === 'panel' && isOpen ? 'record with-panel' : 'record'}>
      <div class="record-main">
        <RecordHeader module={module} record={record} name={name} onWidget={openWidget} onChanged={reload} />
        {error && <p class="problem">{error}</p>}
        {switches.placement === 'related-list' && place}
        {record && <KeyFacts record={record} fields={fields} />}
        {record && !config.org && (
          <RecordActivities module={module} id={id} version={`${config.user}/${version}`} />
        )}
        <FieldGrid module={module} id={id} record={record} fields={fields} onChanged={reload} />
      </div>
      {switches.placement !== 'related-list' && place}
    </main>
  );
}
