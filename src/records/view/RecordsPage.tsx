import { reloadPage } from '../../ui/reload-page';
import { useStore } from '../../ui/use-store';
import type { RecordsParts } from '../deferred/deferred';
import type { RecordsStore } from '../start/records-store';
import type { Arranging } from '../table/arrange';
import { RecordsTable } from '../table/RecordsTable';
import { Heading } from './Heading';
import { ListMessage } from './ListMessage';
import type { RecordsUi } from './words';

export interface RecordsPageProps {
  readonly store: RecordsStore;
  readonly arranging: Arranging;
  readonly ui: RecordsUi;
  /** What is loaded after the first rows; null until then, `failed` where its file did not come. */
  readonly parts: RecordsParts | 'failed' | null;
  readonly host: {
    readonly retry: () => void;
    readonly openRecord: (module: string, id: string) => void;
    readonly closePopup: (reload: boolean) => void;
  };
}

const nothing = () => {};

/** The whole page: what the list is of, its rows, and what can be done about those that are ticked. */
export function RecordsPage({ store, arranging, ui, parts: late, host }: RecordsPageProps) {
  const parts = late === 'failed' ? null : late;
  const hasRows = useStore(
    store.api,
    (state) => state.kind === 'page' && state.list.kind === 'listed' && state.shown.order.length > 0,
  );
  return (
    <div class="records" dir={ui.direction}>
      <header class="top">
        <div class="row">
          <Heading store={store} ui={ui} close={host.closePopup} />
        </div>
        {parts?.tools(ui)}
      </header>
      <main class="content">
        {hasRows ? (
          <RecordsTable
            store={store}
            arranging={arranging}
            ui={ui}
            openRecord={host.openRecord}
            cells={parts?.cells ?? null}
            onSeen={parts?.seen ?? nothing}
          />
        ) : (
          <ListMessage store={store} ui={ui} retryHost={host.retry} />
        )}
      </main>
      <footer class="bar">
        {parts?.bar(ui)}
        {late === 'failed' && (
          <p class="note bad" role="alert">
            {ui.t('common.partFailed')}{' '}
            <button type="button" class="button" onClick={reloadPage}>
              {ui.t('common.retry')}
            </button>
          </p>
        )}
      </footer>
    </div>
  );
}
