import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../sandbox/api/json';
import { entryOf, listOf } from './answers';
import type { Answer, ContractApi } from './api';
import { eventually } from './eventually';
import type { Workbench } from './workbench';

/** Leaves the module with locking both ways and without a rule of its own that matters later. */
export function bothContract({ nameField, patience }: ContractApi, bench: Workbench): void {
  describe('a lock made by hand and by a rule', () => {
    const name = `${bench.mark} both ways`;
    const rule: JsonObject = {
      name: 'Both ways',
      lock_existing_records: true,
      criteria: { comparator: 'equal', field: { api_name: nameField }, value: name },
    };

    const sourceOf = (answer: Answer) => listOf(answer, 'data')[0]?.Lock_Source__s;

    it('has the source Both, and gives up the part made by hand [R7]', async () => {
      const record = await bench.newRecord(name);
      await bench.lock(record, 'by hand as well');
      const saved = await bench.onlyRules([rule]);
      expect(entryOf(saved).code).toBe('SUCCESS');
      const read = () => bench.readLock(record);
      const locked = await eventually(read, (answer) => sourceOf(answer) !== 'Manual', patience);
      const [both] = listOf(locked, 'data');
      expect(both?.Lock_Source__s).toBe('Both');
      const removed = await bench.call('DELETE', `${bench.lockPath(record)}/${both?.id}`);
      expect(entryOf(removed).code).toBe('SUCCESS');
      expect(listOf(await bench.readLock(record), 'data')).toMatchObject([{ Lock_Source__s: 'Automatic' }]);
    });
  });
}
