import type { CrmError, Result } from '../../crm/errors';
import { readNotes } from '../../crm/notes';
import type { RecordRef } from '../../crm/paths';
import type { Page } from '../../crm/read-page';
import { readTimeline } from '../../crm/read-timeline';
import { readTasks } from '../../crm/tasks';
import type { Send } from '../../crm/transport';
import { type HistoryEntry, historyOf, timeOf } from '../../locking/history/history';
import type { LockEvent } from '../../locking/history/timeline';
import { requestsAmong } from '../../locking/requests/requests';
import type { CrmTask } from '../../locking/requests/task';
import { type CrmNote, trailNoteIn } from '../../locking/trail/note';
import type { RecordStore } from '../start/record-store';

export type SourceName = 'timeline' | 'notes' | 'tasks';

/** One of the places that know of the past. */
interface Source<T> {
  readonly rows: readonly T[];
  /** What more is asked with; null when there is no more. */
  readonly next: string | null;
  /** How far back the rows reach; null when they are all there are. */
  readonly reaches: string | null;
  readonly error: CrmError | null;
}

export interface HistoryState {
  readonly open: boolean;
  readonly reading: boolean;
  /** False while nothing has been read. */
  readonly read: boolean;
  readonly entries: readonly HistoryEntry[];
  readonly more: boolean;
  readonly failed: readonly (readonly [source: SourceName, error: CrmError])[];
}

/** Entries that are shown at first, and more each time. */
const STEP = 20;

const EMPTY: Source<never> = { rows: [], next: null, reaches: null, error: null };

export type History = ReturnType<typeof createHistory>;

/** What happened to the record's lock, read when it is opened: 3 calls, and as many at most for what is older. */
export function createHistory(send: Send, store: Pick<RecordStore, 'record' | 'update' | 'onLockRead'>) {
  let open = false;
  let reading = false;
  let read = false;
  let shown = STEP;
  let record: RecordRef | null = null;
  let timeline: Source<LockEvent> = EMPTY;
  let notes: Source<CrmNote> = EMPTY;
  let tasks: Source<CrmTask> = EMPTY;
  let run = 0;

  const paint = () => store.update({});

  function taken<T>(source: Source<T>, page: Result<Page<T>>): Source<T> {
    if (!page.ok) return { ...source, error: page.error };
    const { rows, next, reaches } = page.value;
    return { rows: [...source.rows, ...rows], next, reaches: next === null ? null : reaches, error: null };
  }

  /** Reads the first page of each source, or the next one where there is more. */
  async function readOn(first: boolean): Promise<void> {
    const ref = store.record();
    if (!ref || (reading && !first)) return;
    const mine = ++run;
    reading = true;
    record = ref;
    if (first) {
      shown = STEP;
      [timeline, notes, tasks] = [EMPTY, EMPTY, EMPTY];
    }
    paint();
    const wanted = ({ next, error }: Source<unknown>) => first || next !== null || error !== null;
    const [events, written, asked] = await Promise.all([
      wanted(timeline) ? readTimeline(send, ref, timeline.next) : null,
      wanted(notes) ? readNotes(send, ref, notes.next) : null,
      wanted(tasks) ? readTasks(send, ref, tasks.next) : null,
    ]);
    if (mine !== run) return;
    if (events) timeline = taken(timeline, events);
    if (written) notes = taken(notes, written);
    if (asked) tasks = taken(tasks, asked);
    reading = false;
    read = true;
    paint();
  }

  function state(): HistoryState {
    const all = historyOf(
      timeline.rows,
      notes.rows.flatMap((note) => trailNoteIn(note) ?? []),
      requestsAmong(tasks.rows, record?.id ?? ''),
    );
    const sources = { timeline, notes, tasks };
    // Older than this, a source may hold what belongs in between.
    const known = Math.max(
      0,
      ...Object.values(sources).map(({ reaches }) => (reaches === null ? 0 : Date.parse(reaches) || 0)),
    );
    const sure = all.filter((entry) => timeOf(entry) >= known);
    return {
      open,
      reading,
      read,
      entries: sure.slice(0, shown),
      more: sure.length > shown || known > 0,
      failed: (Object.keys(sources) as SourceName[]).flatMap((name) => {
        const { error } = sources[name];
        return error ? [[name, error] as const] : [];
      }),
    };
  }

  store.onLockRead(() => {
    const ref = store.record();
    if (!ref || ref.id !== record?.id || ref.module !== record.module) {
      run++;
      [open, reading, read, record] = [false, false, false, null];
    } else if (open) void readOn(true);
  });

  return {
    state,
    toggle() {
      open = !open;
      if (open) void readOn(true);
      else paint();
    },
    showMore() {
      shown += STEP;
      // What is there already is shown first.
      if (state().entries.length >= shown) paint();
      else void readOn(false);
    },
    retry: () => void readOn(true),
  };
}
