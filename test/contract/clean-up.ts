import { entryOf, listOf } from './answers';
import type { Answer, ContractApi } from './api';
import { eventually } from './eventually';

export interface Leftovers {
  readonly module: string;
  readonly own: ReadonlySet<string>;
  readonly hasConfiguration: () => boolean;
  readonly removeConfiguration: () => Promise<Answer>;
  readonly readLock: (record: string) => Promise<Answer>;
  readonly unlock: (record: string, lock: string) => Promise<Answer>;
  readonly remove: (record: string) => Promise<Answer>;
  readonly patience: ContractApi['patience'];
}

/**
 * Takes away what a run made, each thing by itself, so that one failure leaves no more than it must. The configuration goes
 * first: with it go the locks that would keep the records.
 */
export const cleaner = (made: Leftovers) => async (): Promise<void> => {
  const left: string[] = [];
  if (made.hasConfiguration()) {
    await made.removeConfiguration().catch(() => undefined);
    if (made.hasConfiguration()) left.push('its locking configuration');
  }
  for (const record of made.own) {
    const isGone = await takeAway(made, record).catch(() => false);
    if (!isGone) left.push(`the record ${record}`);
  }
  if (left.length > 0) throw new Error(`Left behind in ${made.module}, please delete: ${left.join(', ')}`);
};

async function takeAway(made: Leftovers, record: string): Promise<boolean> {
  const [lock] = listOf(await made.readLock(record), 'data');
  if (typeof lock?.id === 'string') await made.unlock(record, lock.id);
  // A configuration that was deleted a moment ago may still be letting go of its locks.
  const { code } = await eventually(
    async () => entryOf(await made.remove(record)),
    (entry) => entry.code !== 'RECORD_LOCKED',
    made.patience,
  );
  // A record that is not there (any more) is as good as deleted.
  return code === 'SUCCESS' || code === 'INVALID_DATA';
}
