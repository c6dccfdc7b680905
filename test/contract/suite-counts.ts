import { beforeAll, describe, expect, it } from 'vitest';
import { countQuery } from '../../src/locking/criteria/coql/query';
import { listOf } from './answers';
import type { ContractApi } from './api';
import type { Workbench } from './workbench';

const MOST_CONDITIONS = 25;

/** The only number of the only row, under whichever key, or 0 when nothing was found; -1 when that is not what came. */
export async function countWhere(api: ContractApi, where: string): Promise<number> {
  const query = countQuery(api.module, where);
  const answer = await api.administrator('POST', '/coql', { select_query: query });
  if (answer.status === 204) return 0;
  const rows = listOf(answer, 'data');
  const numbers = rows.flatMap((row) => Object.values(row)).filter((value) => typeof value === 'number');
  return rows.length === 1 && numbers.length === 1 ? Number(numbers[0]) : -1;
}

/** Reads, and records of its own. */
export function countContract(api: ContractApi, bench: Workbench): void {
  const { nameField } = api;

  describe('a count', () => {
    const quoted = `${bench.mark} it's quoted`;
    const isQuoted = `${nameField} = '${quoted.replaceAll("'", "''")}'`;

    beforeAll(async () => {
      await bench.newRecord(quoted);
    });

    it('finds a text with a quote in it [Q2]', async () => {
      expect(await countWhere(api, isQuoted)).toBe(1);
    });

    it('takes the lock as a condition [Q3]', async () => {
      expect(await countWhere(api, `(${isQuoted} and Locked__s = false)`)).toBe(1);
      expect(await countWhere(api, `(${isQuoted} and Locked__s = true)`)).toBe(0);
    });

    it('takes 25 conditions [Q4]', async () => {
      const conditions = Array.from({ length: MOST_CONDITIONS - 1 }, (_, n) => `${nameField} != 'no ${n}'`);
      const all = conditions.reduce((before, next) => `(${before} and ${next})`, isQuoted);
      expect(await countWhere(api, all)).toBe(1);
    });
  });
}
