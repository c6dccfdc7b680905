import { lacksDetails } from '../../locking/bulk/record-row';
import type { DetailsReader } from '../reading/details';
import type { RecordsStore } from '../start/records-store';
import type { JournalKeeper } from './journal-keeper';
import type { RunKeeper } from './keep-run';
import { resumedRun } from './resume';

export interface Resuming {
  /** Rows came: perhaps those of a run that was cut short. */
  rowsCame(): void;
  /** Opens the records of a run that was cut short. */
  show(): void;
  /** It is not asked about any more. */
  forget(): void;
}

export interface ResumingPorts {
  readonly store: RecordsStore;
  readonly journal: JournalKeeper;
  readonly details: Pick<DetailsReader, 'read'>;
  readonly runs: Pick<RunKeeper, 'restore'>;
  readonly me: () => string | null;
}

/** After a page was closed or reloaded in the middle of a run: says what was done, by the records as they are now. */
export function createResuming({ store, journal, details, runs, me }: ResumingPorts): Resuming {
  let asked: number | null = null;

  async function resume(): Promise<void> {
    const kept = journal.read();
    const list = store.listed();
    if (!kept || !list) return;
    const moment = store.moment();
    if (kept.module !== store.page()?.module || !kept.ids.every((id) => list.place.has(id))) {
      const { module, ids, entries } = kept;
      // Nobody is asked about a run that came to its end.
      if (!kept.ended) store.update({ interrupted: { module, total: ids.length, done: entries.size } });
      return;
    }
    const unread = kept.ids.filter((id) => {
      const row = store.row(id);
      return row && lacksDetails(row);
    });
    await details.read(unread);
    if (!store.isCurrent(moment) || store.page()?.run) return;
    journal.resume(kept);
    runs.restore(resumedRun(kept, store.row, me()));
  }

  return {
    rowsCame() {
      if (asked === store.moment() || store.page()?.run) return;
      asked = store.moment();
      void resume();
    },
    show() {
      const kept = journal.read();
      const popup = store.page()?.popup;
      if (!kept || popup === undefined) return store.update({ interrupted: null });
      store.open({ kind: 'selection', module: kept.module, ids: kept.ids, popup });
    },
    forget() {
      journal.forget();
      store.update({ interrupted: null });
    },
  };
}
