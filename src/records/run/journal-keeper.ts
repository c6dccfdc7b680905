import { blockAt, headOf, type Journal, type JournalEntry, parseJournal } from '../../locking/bulk/journal';
import { type BrowserMemory, ofPerson } from '../../ui/browser-memory';

/** Keeps the journal of the latest run in this tab. */
export interface JournalKeeper {
  begin(journal: Omit<Journal, 'entries' | 'ended'>): void;
  /** Null: the record was not sent after all. */
  note(id: string, entry: JournalEntry | null): void;
  setEnded(ended: boolean): void;
  /** The journal that an earlier page of this tab left; null where there is none. */
  read(): Journal | null;
  /** Goes on with that journal. */
  resume(journal: Journal): void;
  forget(): void;
}

const NAME = 'records.run';

export function createJournalKeeper(
  memory: BrowserMemory,
  session: BrowserMemory,
  now: () => number,
): JournalKeeper {
  const name = (block?: number): string => {
    const own = ofPerson(memory, NAME);
    return block === undefined ? own : `${own}.${block}`;
  };
  let journal: Journal | null = null;
  let entries = new Map<string, JournalEntry>();
  let places: ReadonlyMap<string, number> = new Map();

  const keepHead = (): void => {
    if (journal) session.set(name(), headOf(journal));
  };
  const take = (next: Journal): void => {
    entries = new Map(next.entries);
    journal = { ...next, entries };
    places = new Map(next.ids.map((id, place) => [id, place]));
  };
  function forget(): void {
    for (const kept of session.names())
      if (kept === name() || kept.startsWith(`${name()}.`)) session.set(kept, null);
    journal = null;
  }

  return {
    begin(next) {
      forget();
      take({ ...next, entries: new Map(), ended: false });
      keepHead();
    },
    note(id, entry) {
      const place = places.get(id);
      if (!journal || place === undefined) return;
      if (entry) entries.set(id, entry);
      else entries.delete(id);
      const { block, entries: kept } = blockAt(journal, place);
      session.set(name(block), kept);
    },
    setEnded(ended) {
      if (!journal || journal.ended === ended) return;
      journal = { ...journal, ended };
      keepHead();
    },
    read: () => parseJournal(session.get(name()), (block) => session.get(name(block)), now()),
    resume: take,
    forget,
  };
}
