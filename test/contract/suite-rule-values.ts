import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../sandbox/api/json';
import { detailsOf, entryOf } from './answers';
import type { ContractApi } from './api';
import { countWhere } from './suite-counts';
import type { Workbench } from './workbench';

const leaf = (field: string, value: Json): JsonObject => ({
  comparator: 'equal',
  field: { api_name: field },
  value,
});

/** How values are written into criteria. Every rule names the suite's own records, so it locks no others. */
export function ruleValueContract(api: ContractApi, bench: Workbench): void {
  const { nameField, booleanField, multiField } = api;

  describe('a rule', () => {
    /** Saves one rule that also wants the name, over the rules of before. */
    const lockWhere = async (title: string, name: string, condition: JsonObject) => {
      const criteria = { group_operator: 'AND', group: [leaf(nameField, name), condition] };
      const rule = { name: title, lock_existing_records: true, criteria };
      const answer = await bench.onlyRules([rule]);
      expect(entryOf(answer)).toMatchObject({ code: 'SUCCESS' });
    };
    const isLocked = async (record: string) => (await bench.readLock(record)).status === 200;
    const isLockedSoon = async (record: string) => (await bench.lockSoon(record)).status === 200;

    if (booleanField)
      it('takes a checkbox as a boolean [C4]', async () => {
        const name = `${bench.mark} checkbox`;
        const yes = await bench.newRecord(name, { [booleanField]: true });
        const no = await bench.newRecord(name, { [booleanField]: false });
        await lockWhere('Checkbox', name, leaf(booleanField, true));
        expect([await isLockedSoon(yes), await isLocked(no)]).toEqual([true, false]);
      });

    if (multiField)
      it('takes several choices with semicolons between [C5]', async () => {
        const { name: field, values } = multiField;
        const name = `${bench.mark} choices`;
        const two = await bench.newRecord(name, { [field]: values.slice(0, 2) });
        const one = await bench.newRecord(name, { [field]: values.slice(0, 1) });
        await lockWhere('Choices', name, leaf(field, values.slice(0, 2).join(';')));
        expect([await isLockedSoon(two), await isLocked(one)]).toEqual([true, false]);
      });

    it('has a name that no other has in other letters [C6]', async () => {
      const rule = (name: string, value: string) => ({ name, criteria: leaf(nameField, value) });
      const rules = [rule('Same name', `${bench.mark} a`), rule('SAME NAME', `${bench.mark} b`)];
      const answer = await bench.onlyRules(rules);
      expect(entryOf(answer).code).toBe('DUPLICATE_DATA');
      expect(detailsOf(answer).json_path).toEqual(
        expect.stringMatching(/^\$\.\w+\[0\]\.locking_rules\[\d\]\.name$/),
      );
    });

    it('reads upper and lower case as a count does [Q1]', async () => {
      const name = `${bench.mark} letters`;
      const record = await bench.newRecord(name);
      const other = name.toUpperCase();
      await lockWhere('Letters', other, leaf(nameField, other));
      const counted = await countWhere(api, `${nameField} = '${other}'`);
      expect(counted).toBe((await isLockedSoon(record)) ? 1 : 0);
    });
  });
}
