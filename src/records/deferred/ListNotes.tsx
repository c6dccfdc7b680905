import { useMemo } from 'preact/hooks';
import { readMoreLocked } from '../reading/read-locked';
import type { Services } from '../services';
import type { Listed, PageShown } from '../start/records-state';
import type { RecordsStore } from '../start/records-store';
import { errorText, type RecordsUi } from '../view/words';

interface ListNotesProps {
  readonly page: PageShown;
  readonly list: Listed;
  readonly store: RecordsStore;
  readonly services: Services;
  readonly ui: RecordsUi;
}

/** What is to be said of the list: how it was found, what is not read yet, and what reading it costs. */
export function ListNotes({ page, list, store, services, ui }: ListNotesProps) {
  const { t } = ui;
  const { details, shown, interrupted } = page;
  const unread = useMemo(() => services.details.rest(), [list.rows]);
  const rest = details.left || !unread.ids.length ? null : unread;
  const readRest = (): void => void services.details.read(services.details.rest().ids);
  const texts = [
    list.way && list.way !== 'query' && t(`records.way.${list.way}`),
    list.cutOff && t('records.cutOff', { count: list.rows.length }),
    shown.unjudged > 0 && t('records.unjudged', { count: shown.unjudged }),
    details.left > 0 && t('records.detailsLeft', { count: details.left }),
  ].filter(Boolean);
  return (
    <div class="notes">
      {interrupted && (
        <p class="note">
          {t('records.interrupted', { done: interrupted.done, total: interrupted.total })}
          <button type="button" class="link" onClick={services.resuming.show}>
            {t('records.showInterrupted')}
          </button>
          <button type="button" class="link" onClick={services.resuming.forget}>
            {t('records.dismiss')}
          </button>
        </p>
      )}
      {list.error && (
        <p class="note bad">
          {t('records.partFailed')} {errorText(ui, list.error)}
          <button type="button" class="link" onClick={store.refresh}>
            {t('common.retry')}
          </button>
        </p>
      )}
      {details.error && !details.left && (
        <p class="note bad">
          {t('records.detailsFailed')} {errorText(ui, details.error)}
          <button type="button" class="link" onClick={readRest}>
            {t('common.retry')}
          </button>
        </p>
      )}
      {texts.length > 0 && <p class="muted">{texts.join(' ')}</p>}
      {rest && !details.error && page.mode === 'locked' && (
        <p class="muted">
          <button type="button" class="link" onClick={readRest}>
            {t('records.readRest', { count: rest.ids.length })}
          </button>{' '}
          {t('records.readRestCost', { calls: rest.calls })}
        </p>
      )}
      {list.next && !list.busy && (
        <p class="muted">
          {t('records.moreLeft')}
          <button type="button" class="link" onClick={() => void readMoreLocked(store)}>
            {t('records.more')}
          </button>
        </p>
      )}
    </div>
  );
}
