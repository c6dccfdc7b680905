import type { Send } from '../../crm/transport';
import { addStyles } from '../../ui/add-styles';
import type { RecordStore } from '../start/record-store';
import type { ViewContext } from '../view/view-context';
import { createHistory } from './create-history';
import { HistoryView } from './HistoryView';
import styles from './history.css?inline';

export type HistoryPart = ReturnType<typeof startHistory>;

/** The history of the lock, with its view; loaded when somebody opens it. */
export function startHistory(send: Send, store: Pick<RecordStore, 'record' | 'update' | 'onLockRead'>) {
  addStyles(styles);
  const history = createHistory(send, store);
  return {
    isOpen: () => history.state().open,
    toggle: history.toggle,
    /** `trail`: whether a trail is kept, as far as is known. */
    view: (trail: boolean, ui: ViewContext) => <HistoryView history={history} trail={trail} ui={ui} />,
  };
}
