import type { RecordRef } from '../../crm/paths';
import { openChannel } from '../../ui/open-channel';
import type { RecordStore } from '../start/record-store';

type ListenedStore = Pick<RecordStore, 'latest' | 'record' | 'shown' | 'update' | 'refresh' | 'lookedAt'>;

/**
 * Keeps the state fresh without polling: when the page is looked at again, or another widget of this browser says that it
 * changed this record's lock. Returns how to say so to the others.
 */
export function listenToBrowser(win: Window, store: ListenedStore): (record: RecordRef) => void {
  const tell = openChannel('record-lock', (message) => {
    const record = store.record();
    if (!record || message !== `${record.module}/${record.id}`) return;
    // What is being read may be from before that change.
    if (store.shown()?.busy === 'reading') {
      store.latest.supersede();
      store.update({ busy: null });
    }
    store.refresh();
  });
  win.addEventListener('focus', store.lookedAt);
  win.document.addEventListener('visibilitychange', () => win.document.hidden || store.lookedAt());
  return ({ module, id }) => tell(`${module}/${id}`);
}
