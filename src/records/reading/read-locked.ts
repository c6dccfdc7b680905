import { fail, type Result } from '../../crm/errors';
import {
  byQuery,
  isAboutTheWay,
  LOCKED_WAYS,
  type LockedCursor,
  type LockedPage,
  type LockedWay,
} from '../../crm/find-locked-records';
import type { PageStore } from '../start/page-store';
import { listOf, rowOf, withMoreRows } from '../table/rows';

/** Rows that are read by themselves; more only when a person asks, because each call is paid for. */
const AT_ONCE: Readonly<Record<LockedWay, number>> = { query: 10_000, view: 2_000, search: 2_000 };

/** Name in the session's memory: how the locked records of a module were found. */
const wayName = (module: string): string => `records.way.${module}`;

const knownWay = (store: PageStore, module: string): LockedWay | undefined => {
  const kept = store.session.get(wayName(module));
  return LOCKED_WAYS.find((way) => way === kept);
};

/** The other ways are in a file of their own, which most organisations never load. */
const otherWays = () => import('../../crm/find-locked-ways').catch(() => null);

async function firstPage(store: PageStore, module: string): Promise<Result<LockedPage> | null> {
  const { urgent } = store.line;
  const known = knownWay(store, module);
  const page = known ? null : await byQuery(urgent, module, null);
  if (page && (page.ok || !isAboutTheWay(page.error))) return page;
  const ways = await otherWays();
  return ways ? ways.findLockedRecords(urgent, module, known ?? 'view') : null;
}

const nextPage = async (
  store: PageStore,
  module: string,
  cursor: LockedCursor,
): Promise<Result<LockedPage>> =>
  cursor.way === 'query'
    ? byQuery(store.line.urgent, module, cursor.after)
    : ((await otherWays())?.findMoreLocked(store.line.urgent, module, cursor) ?? fail('connection'));

/** Finds the locked records of a module and shows them page by page. */
export async function readLocked(store: PageStore, module: string): Promise<void> {
  const moment = store.moment();
  const answer = await firstPage(store, module);
  if (!store.isCurrent(moment)) return;
  if (!answer) return store.update({ list: { kind: 'fileMissing' } });
  if (!answer.ok) {
    if (store.listed()) store.updateList({ busy: false, error: answer.error });
    else store.update({ list: { kind: 'failed', error: answer.error, busy: false } });
    return;
  }
  const { records, way, next, cutOff } = answer.value;
  // Refused ways need not be tried again as long as the browser is open.
  if (way !== 'query') store.session.set(wayName(module), way);
  store.showList(listOf(records.map(rowOf), { way, next, cutOff }));
  await goOn(store, AT_ONCE[way]);
}

/** Reads on until there are `most` rows, or there is nothing left. */
async function goOn(store: PageStore, most: number): Promise<void> {
  const moment = store.moment();
  for (;;) {
    const list = store.listed();
    const module = store.page()?.module;
    if (!module || !list?.next || list.rows.length >= most) return;
    store.updateList({ busy: true, error: null });
    const answer: Result<LockedPage> = await nextPage(store, module, list.next);
    const present = store.listed();
    if (!store.isCurrent(moment) || !present) return;
    if (!answer.ok) return store.updateList({ busy: false, error: answer.error });
    const { records, next, cutOff } = answer.value;
    store.showList({ ...withMoreRows(present, records.map(rowOf)), next, cutOff, busy: false });
  }
}

/** Reads as many rows more as are read at once. */
export async function readMoreLocked(store: PageStore): Promise<void> {
  const list = store.listed();
  if (list?.way && !list.busy) await goOn(store, list.rows.length + AT_ONCE[list.way]);
}
