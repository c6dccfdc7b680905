import type { ComponentChildren } from 'preact';
import { addStyles } from '../../ui/add-styles';
import { openChannel } from '../../ui/open-channel';
import { createServices, type ServicePorts } from '../services';
import type { RecordsStore } from '../start/records-store';
import type { Arranging } from '../table/arrange';
import type { CellsOf } from '../table/RecordLine';
import { personText, reasonText, sinceTexts } from '../view/cell-texts';
import { outcomeText, toneOf } from '../view/outcome-text';
import type { RecordsUi } from '../view/words';
import { Bar } from './Bar';
import styles from './deferred.css?inline';
import { Tools } from './Tools';

export interface RecordsParts {
  /** Search, filters, and what is to be said of the list. */
  tools(ui: RecordsUi): ComponentChildren;
  /** What can be done about the rows that are ticked, and what comes of it. */
  bar(ui: RecordsUi): ComponentChildren;
  readonly cells: CellsOf;
  readonly seen: (ids: readonly string[]) => void;
  setLocale(tag: string): void;
  userCame(): void;
}

export interface DeferredPorts extends Pick<ServicePorts, 'me' | 'profile' | 'readVariable'> {
  readonly store: RecordsStore;
  readonly arranging: Arranging;
}

/** Everything the page does once its first rows are shown. Loaded then, so that they never wait for it. */
export function startDeferred({ store, arranging, me, profile, readVariable }: DeferredPorts): RecordsParts {
  addStyles(styles);
  const tell = openChannel('record-lock', () => {});
  const services = createServices({
    store,
    me,
    profile,
    readVariable,
    announce: (module, id) => tell(`${module}/${id}`),
    later: (task) => void setTimeout(task),
  });
  return {
    tools: (ui) => <Tools store={store} arranging={arranging} services={services} ui={ui} />,
    bar: (ui) => <Bar store={store} services={services} ui={ui} />,
    cells(row, ruleNames, ui) {
      const action = store.page()?.run?.action;
      const { result } = row;
      return {
        reason: reasonText(row, ruleNames),
        person: personText(row, ui),
        ...sinceTexts(row, ui),
        result: result && action ? outcomeText(result, action, ui) : '',
        tone: result ? toneOf(result) : '',
      };
    },
    seen: services.details.seen,
    setLocale: services.setLocale,
    userCame: services.userCame,
  };
}
