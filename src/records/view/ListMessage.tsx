import { reloadPage } from '../../ui/reload-page';
import { useStore } from '../../ui/use-store';
import type { RecordsState } from '../start/records-state';
import type { RecordsStore } from '../start/records-store';
import { errorText, type RecordsUi } from './words';

interface ListMessageProps {
  readonly store: RecordsStore;
  readonly ui: RecordsUi;
  readonly retryHost: () => void;
}

interface Content {
  readonly title: string;
  readonly help?: string;
  readonly busy?: boolean;
  readonly retry?: () => void;
}

/** What stands in place of the table: what is the matter, what to do, and Retry where asking again may help. */
export function ListMessage({ store, ui, retryHost }: ListMessageProps) {
  const state = useStore(store.api, (one) => one);
  const { title, help, busy, retry } = contentOf(state, ui, store, retryHost);
  return (
    <div class="message" aria-busy={busy}>
      <p>{title}</p>
      {help && <p class="muted">{help}</p>}
      {retry && (
        <button type="button" class="button" onClick={retry}>
          {ui.t('common.retry')}
        </button>
      )}
    </div>
  );
}

function contentOf(state: RecordsState, ui: RecordsUi, store: RecordsStore, retryHost: () => void): Content {
  const { t } = ui;
  if (state.kind === 'connecting') return reading(state.slow, ui);
  if (state.kind === 'hostProblem') {
    const { problem } = state;
    const texts = { title: t(`records.host.${problem}`), help: t(`records.host.${problem}Help`) };
    return problem === 'sdkBlocked' || problem === 'hostSilent' ? { ...texts, retry: retryHost } : texts;
  }
  const { list, modules } = state;
  if (list.kind === 'failed')
    return { title: t('records.failed'), help: errorText(ui, list.error), retry: store.refresh };
  if (list.kind === 'fileMissing') return { title: t('common.partFailed'), retry: reloadPage };
  if (list.kind === 'reading') return reading(false, ui);
  if (list.kind === 'listed') return { title: t(list.rows.length ? 'records.noneShown' : 'records.none') };
  if (modules.kind === 'failed')
    return { title: t('records.failed'), help: errorText(ui, modules.error), retry: reloadPage };
  return { title: t(modules.kind === 'read' ? 'records.chooseModuleHelp' : 'records.readingModules') };
}

const reading = (slow: boolean, { t, limited }: RecordsUi): Content => ({
  title: t(limited ? 'common.limited' : slow ? 'records.slow' : 'records.reading'),
  busy: true,
});
