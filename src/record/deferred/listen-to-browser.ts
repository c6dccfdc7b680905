import type { RecordRef } from '../../crm/paths';
import { openChannel } from '../../ui/open-channel';
import type { RecordStore } from '../start/record-store';

type ListenedStore = Pick<RecordStore, 'record' | 'readAnew' | 'lookedAt'>;

/**
 * Keeps the state fresh without polling: when the page is looked at again, pointer or focus arrives, or another widget of this
 * browser says that it changed this record's lock. Returns how to say so to the others.
 */
export function listenToBrowser(win: Window, store: ListenedStore): (record: RecordRef) => void {
  const tell = openChannel('record-lock', (message) => {
    const record = store.record();
    if (record && message === `${record.module}/${record.id}`) store.readAnew();
  });
  win.addEventListener('focus', store.lookedAt);
  const { document } = win;
  document.addEventListener('visibilitychange', () => document.hidden || store.lookedAt());
  document.addEventListener('focusin', store.lookedAt);
  document.documentElement.addEventListener('pointerenter', store.lookedAt);
  return ({ module, id }) => tell(`${module}/${id}`);
}
