import { Icon } from '../../ui/Icon';
import { useStore } from '../../ui/use-store';
import type { RecordsStore } from '../start/records-store';
import type { RecordsUi } from './words';

interface HeadingProps {
  readonly store: RecordsStore;
  readonly ui: RecordsUi;
  readonly close: (reload: boolean) => void;
}

/** What the list is of, with the choice of a module where it is of locked records. */
export function Heading({ store, ui, close }: HeadingProps) {
  const { t } = ui;
  const page = useStore(store.api, (state) => (state.kind === 'page' ? state : null));
  if (!page) return <h1>{t('records.title')}</h1>;
  const { list, modules, mode, module, popup, changed } = page;
  const count = list.kind === 'listed' ? list.rows.length : 0;
  const known = modules.kind === 'read' ? modules.list : [];
  return (
    <>
      <h1>
        {mode === 'locked'
          ? t('records.lockedTitle')
          : count
            ? t('records.selected', { count })
            : t('records.title')}
      </h1>
      {mode === 'locked' && (
        <select
          class="field"
          aria-label={t('records.module')}
          value={module ?? ''}
          disabled={page.run !== null && page.run.phase !== 'ended'}
          onChange={({ currentTarget }) => store.chooseModule(currentTarget.value)}
        >
          {!module && <option value="">{t('records.chooseModule')}</option>}
          {module && !known.some(({ apiName }) => apiName === module) && (
            <option value={module}>{module.replaceAll('_', ' ')}</option>
          )}
          {known.map(({ apiName, label }) => (
            <option key={apiName} value={apiName}>
              {label}
            </option>
          ))}
        </select>
      )}
      {mode === 'selection' && !popup && (
        <button
          type="button"
          class="button quiet"
          onClick={() => store.open({ kind: 'locked', module, popup: false })}
        >
          {t('records.allLocked')}
        </button>
      )}
      <button
        type="button"
        class={list.kind === 'listed' && list.busy ? 'icon turning' : 'icon'}
        aria-label={t('records.refresh')}
        title={t('records.refresh')}
        onClick={store.refresh}
      >
        <Icon name="refresh" />
      </button>
      {popup && (
        <button type="button" class="button" onClick={() => close(changed)}>
          {t('records.close')}
        </button>
      )}
    </>
  );
}
