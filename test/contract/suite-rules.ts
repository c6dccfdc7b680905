import { describe, expect, it } from 'vitest';
import { isArray, isObject, type JsonObject } from '../sandbox/api/json';
import { entryOf, isLongId, listOf } from './answers';
import type { ContractApi } from './api';
import { eventually } from './eventually';
import type { Workbench } from './workbench';

const rulesOf = (configuration: JsonObject | undefined): JsonObject[] =>
  isArray(configuration?.locking_rules) ? configuration.locking_rules.filter(isObject) : [];

/** Runs last: it ends by deleting the configuration. */
export function ruleContract(api: ContractApi, bench: Workbench): void {
  const name = `${bench.mark} locked by rule`;
  const rule = (title: string, value: string): JsonObject => ({
    name: title,
    lock_existing_records: true,
    criteria: { comparator: 'equal', field: { api_name: api.nameField }, value },
  });

  describe('a rule', () => {
    let record = '';

    it('locks the records that match when it is saved', async () => {
      record = await bench.newRecord(name);
      const other = await bench.newRecord();
      const answer = await bench.onlyRules([rule('By name', name)]);
      expect(entryOf(answer)).toMatchObject({
        code: 'SUCCESS',
        message: 'record locking configuration updated successfully',
      });
      const [lock] = listOf(await bench.lockSoon(record), 'data');
      expect(lock).toMatchObject({
        Lock_Source__s: 'Automatic',
        Locked_By__s: null,
        Locked_Reason__s: null,
        Record_Locking_Rule_Id__s: rulesOf(await bench.configuration())[0]?.id,
      });
      expect(isLongId(lock?.Record_Locking_Rule_Id__s)).toBe(true);
      expect((await bench.readLock(other)).status).toBe(204);
    });

    it('locks a record that matches when it is made', async () => {
      const made = await bench.newRecord(name);
      expect(listOf(await bench.lockSoon(made), 'data')).toMatchObject([{ Lock_Source__s: 'Automatic' }]);
    });

    it('makes locks that no hand can take away [R4]', async () => {
      const [lock] = listOf(await bench.readLock(record), 'data');
      const answer = await bench.call('DELETE', `${bench.lockPath(record)}/${lock?.id}`);
      expect(entryOf(answer)).toMatchObject({
        code: 'NOT_ALLOWED',
        message: 'Automatically locked records can not be unlocked manually',
      });
    });

    it('is added to, edited by its id and deleted by its id [C3]', async () => {
      const [first] = rulesOf(await bench.configuration());
      await bench.reconfigure({
        lock_type: 'both',
        locking_rules: [{ ...first, name: 'Renamed' }, rule('Second', `${name} too`)],
      });
      const two = rulesOf(await bench.configuration());
      expect(two.map((one) => one.name).sort()).toEqual(['Renamed', 'Second']);
      const second = two.find((one) => one.name === 'Second');
      await bench.reconfigure({
        lock_type: 'both',
        locking_rules: [
          { ...first, name: 'Renamed' },
          { id: String(second?.id), _delete: true },
        ],
      });
      expect(rulesOf(await bench.configuration())).toMatchObject([{ id: first?.id, name: 'Renamed' }]);
    });

    it('leaves no manual locking where only automatic locking is configured [R4]', async () => {
      const free = await bench.newRecord();
      const [first] = rulesOf(await bench.configuration());
      await bench.reconfigure({ lock_type: 'automatic', locking_rules: [first ?? {}] });
      expect(entryOf(await bench.lock(free, 'mine'))).toMatchObject({
        code: 'NOT_ALLOWED',
        message: 'record cannot be locked, only automatic locking is configured',
      });
    });
  });

  describe('deleting the configuration', () => {
    it('unlocks every record of the module', async () => {
      const locked = await bench.newRecord(name);
      expect((await bench.lockSoon(locked)).status).toBe(200);
      expect(entryOf(await bench.removeConfiguration())).toMatchObject({
        code: 'SUCCESS',
        message: 'record locking configuration deleted',
      });
      expect((await bench.call('GET', bench.configurationsPath)).status).toBe(204);
      const path = `/${api.module}/${locked}?fields=Locked__s`;
      const read = async () => listOf(await bench.call('GET', path), 'data');
      const rows = await eventually(read, ([row]) => row?.Locked__s === false, api.patience);
      expect(rows).toMatchObject([{ Locked__s: false }]);
    });
  });
}
