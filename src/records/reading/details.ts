import { MOST_TOGETHER } from '../../crm/ask-together';
import type { CrmError } from '../../crm/errors';
import { MOST_IDS, readRecords } from '../../crm/read-records';
import { GONE, knownLock, LOCKED, lacksDetails, UNREADABLE } from '../../locking/bulk/record-row';
import type { PageStore } from '../start/page-store';
import type { Row } from '../start/records-state';
import { relisted } from '../table/rows';
import { createLockReader, type FoundLock } from './lock-reader';
import { inParts } from './read-selection';

/** Readings under way at once: more composite calls an organisation does not take. */
const AT_ONCE = 2;

export interface DetailsReader {
  /** These rows are in sight: their details come first, and those of rows that went out of sight need not come. */
  seen(ids: readonly string[]): void;
  /** The list was read: a selection's details are read by themselves, those of a module as they come into sight. */
  listCame(): void;
  /** What a run left to be read. */
  readAfterRun(): void;
  /** Reads these, also those that could not be read before, and tells when that is over. */
  read(ids: readonly string[]): Promise<void>;
  /** The ids of all rows whose details are not read yet, and how many calls reading them takes. */
  rest(): { readonly ids: readonly string[]; readonly calls: number };
}

/** Failures after which asking on would only fail as well. */
const endsReading = ({ certain, kind }: CrmError): boolean =>
  !certain || kind === 'rateLimited' || kind === 'unauthorised';

/** Reads the details of locks after the list is shown, those in sight first, and says how many are left. */
export function createDetails(store: PageStore): DetailsReader {
  const reader = createLockReader(store.line, store.session);
  let sight: readonly string[] = [];
  const wanted = new Set<string>();
  const reading = new Set<string>();
  /** Rows whose details are shown but out of date. */
  const stale = new Set<string>();
  /** Rows of which the list was asked whether their locks keep this person out. */
  const flagged = new Set<string>();
  let workers = 0;
  let error: CrmError | null = null;
  let whenIdle: (() => void)[] = [];

  const lacks = (id: string): boolean => {
    const row = store.row(id);
    if (!row) return false;
    return stale.has(id) || (lacksDetails(row) && !(row.state.kind === 'locked' && row.state.unreadable));
  };

  function tell(): void {
    const left = new Set([...wanted, ...reading, ...sight.filter(lacks)]).size;
    const before = store.page()?.details;
    if (before && (before.left !== left || before.error !== error))
      store.update({ details: { left, error } });
  }

  function take(): readonly string[] {
    const part: string[] = [];
    for (const ids of [sight, wanted])
      for (const id of ids) {
        if (part.length === MOST_TOGETHER) return part;
        wanted.delete(id);
        if (reading.has(id) || !lacks(id)) continue;
        reading.add(id);
        part.push(id);
      }
    return part;
  }

  function work(): void {
    while (workers < AT_ONCE) {
      const part = take();
      if (!part.length) break;
      workers += 1;
      void readPart(part).then(() => {
        workers -= 1;
        work();
      });
    }
    tell();
    if (workers) return;
    const done = whenIdle;
    whenIdle = [];
    for (const each of done) each();
  }

  async function readPart(part: readonly string[]): Promise<void> {
    const module = store.page()?.module;
    const moment = store.moment();
    const found = new Map<string, FoundLock>();
    if (module) await reader.read(module, part, (id, lock) => found.set(id, lock));
    if (!store.isCurrent(moment)) return;
    for (const id of part) {
      reading.delete(id);
      stale.delete(id);
    }
    show(found);
  }

  function show(found: ReadonlyMap<string, FoundLock>): void {
    store.changeRows(found.keys(), (row) => {
      const lock = found.get(row.id);
      if (!lock) return row;
      if (lock.ok) return { ...row, state: knownLock(lock.value) };
      if (endsReading(lock.error)) error = lock.error;
      else return { ...row, state: lock.error.kind === 'notFound' ? GONE : UNREADABLE };
      return row;
    });
    if (error) {
      sight = [];
      wanted.clear();
    }
    store.hooks.detailsCame([...found.keys()]);
  }

  /** Whether a lock keeps this person out is told by the record alone, 100 for each call. */
  async function readFlags(ids: readonly string[]): Promise<void> {
    const module = store.page()?.module;
    const missing = ids.filter((id) => store.row(id)?.lockedForMe === null && !flagged.has(id));
    if (!module || !missing.length) return;
    const moment = store.moment();
    for (const id of missing) flagged.add(id);
    await Promise.all(
      inParts(missing, MOST_IDS).map(async (part) => {
        const answer = await readRecords(store.line.background, module, part);
        if (!store.isCurrent(moment) || !answer.ok) return;
        store.changeRows(part, (row) => relisted(row, answer.value.get(row.id)));
      }),
    );
  }

  const { begun } = store.hooks;
  store.hooks.begun = () => {
    begun();
    sight = [];
    error = null;
    for (const set of [wanted, reading, flagged, stale]) set.clear();
  };
  store.hooks.refreshed = () => {
    flagged.clear();
    for (const id of idsOf(({ state }) => state.kind === 'detailed')) stale.add(id);
  };

  const idsOf = (test: (row: Row) => boolean): string[] =>
    (store.listed()?.rows ?? []).flatMap((row) => (test(row) ? [row.id] : []));

  function read(ids: readonly string[]): Promise<void> {
    error = null;
    store.changeRows(ids, (row) => (row.state.kind === 'locked' ? { ...row, state: LOCKED } : row));
    for (const id of ids) if (lacks(id)) wanted.add(id);
    work();
    void readFlags(ids);
    return workers ? new Promise((resolve) => whenIdle.push(resolve)) : Promise.resolve();
  }

  return {
    read,
    listCame() {
      error = null;
      // Of rows that the list has yet to tell of, not even that they are locked is known.
      const busy = store.listed()?.busy;
      const isDue = (row: Row): boolean => (busy ? row.state.kind === 'locked' : lacksDetails(row));
      if (store.page()?.mode === 'selection') void read(idsOf((row) => isDue(row) || stale.has(row.id)));
      else work();
    },
    readAfterRun: () => void read(idsOf((row) => row.result !== null && lacksDetails(row))),
    seen(ids) {
      sight = ids;
      if (!error) work();
      void readFlags(ids);
    },
    rest() {
      const ids = idsOf(lacksDetails);
      const flags = ids.filter((id) => store.row(id)?.lockedForMe === null).length;
      return { ids, calls: reader.calls(ids.length) + Math.ceil(flags / MOST_IDS) };
    },
  };
}
