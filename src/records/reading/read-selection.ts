import type { CrmError } from '../../crm/errors';
import { MOST_IDS, readRecords } from '../../crm/read-records';
import type { PageStore } from '../start/page-store';
import { listOf, relisted, unreadRow, withRows } from '../table/rows';

/** `list` in parts of at most `size`. */
export const inParts = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));

/**
 * Reads the records of a selection, 100 for each call; the first rows are shown as soon as they are there. What could not be read
 * stays unknown, and is told. `wanted`: only these of them.
 */
export async function readSelection(
  store: PageStore,
  module: string,
  ids: readonly string[],
  wanted: readonly string[] = ids,
): Promise<void> {
  const moment = store.moment();
  let failed: CrmError | null = null;
  await Promise.all(
    inParts(wanted, MOST_IDS).map(async (part) => {
      const answer = await readRecords(store.line.urgent, module, part);
      if (!store.isCurrent(moment)) return;
      if (!answer.ok) failed ??= answer.error;
      else {
        const list = store.listed() ?? listOf(ids.map(unreadRow), { way: null, next: null, cutOff: false });
        store.showList({
          ...withRows(list, part, (row) => relisted(row, answer.value.get(row.id))),
          busy: true,
        });
      }
    }),
  );
  if (!store.isCurrent(moment)) return;
  const list = store.listed();
  if (list) store.showList({ ...list, busy: false, error: failed });
  else if (failed) store.update({ list: { kind: 'failed', error: failed, busy: false } });
}
