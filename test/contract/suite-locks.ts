import { beforeAll, describe, expect, it } from 'vitest';
import { detailsOf, entryOf, isLongId, isOffsetTime, listOf } from './answers';
import type { ContractApi } from './api';
import type { Workbench } from './workbench';

const reason = (text: string) => ({ data: [{ Locked_Reason__s: text }] });

/** Runs with a configuration that lets people lock: the suite's own, or the one that was found. */
export function lockContract(api: ContractApi, bench: Workbench): void {
  const { module } = api;
  const administrator = bench.call;

  describe('a lock made by hand', () => {
    let record = '';
    let lock = '';

    beforeAll(async () => {
      record = await bench.newRecord();
    });

    it('is made with a reason', async () => {
      const answer = await bench.lock(record, 'first reason\nsecond line');
      expect(answer.status).toBe(201);
      expect(entryOf(answer)).toMatchObject({ code: 'SUCCESS', message: 'record added', status: 'success' });
      lock = String(detailsOf(answer).id);
      expect(isLongId(lock)).toBe(true);
    });

    it('is read with all that the widget shows', async () => {
      const answer = await bench.readLock(record);
      expect(answer.status).toBe(200);
      const rows = listOf(answer, 'data');
      expect(rows).toHaveLength(1);
      expect(rows[0]).toMatchObject({
        id: lock,
        Lock_Source__s: 'Manual',
        Locked_Reason__s: 'first reason\nsecond line',
        Locked_For__s: { id: record, name: expect.any(String), module: { api_name: module } },
        Locked_By__s: { id: expect.any(String), name: expect.any(String) },
        Record_Locking_Rule_Id__s: null,
      });
      expect(isOffsetTime(rows[0]?.Locked_Time__s)).toBe(true);
      expect(isLongId(rows[0]?.Record_Locking_Configuration_Id__s)).toBe(true);
      const [named] = listOf(await administrator('GET', `${bench.lockPath(record)}/${lock}`), 'data');
      expect(named).toMatchObject({ id: lock, Lock_Source__s: 'Manual' });
    });

    it('shows at the record', async () => {
      const [row] = listOf(await administrator('GET', `/${module}/${record}?fields=Locked__s`), 'data');
      expect(row).toMatchObject({ Locked__s: true });
      // A profile may be exempt from a configuration that was there before.
      if (api.configuration === 'own') expect(row?.$locked_for_me).toBe(true);
      expect(typeof row?.$locked_for_me).toBe('boolean');
      expect(typeof row?.$editable).toBe('boolean');
    });

    it('shows at the record when no fields are named [R3]', async () => {
      const [row] = listOf(await administrator('GET', `/${module}/${record}`), 'data');
      expect(row).toMatchObject({ Locked__s: true });
      expect([typeof row?.$locked_for_me, typeof row?.$editable]).toEqual(['boolean', 'boolean']);
    });

    if (api.configuration === 'own')
      it('keeps the record from being changed, save its excluded fields', async () => {
        const change = (field: string) => bench.change(record, { [field]: 'changed' });
        const refused = await change(api.textField);
        expect(entryOf(refused).code).toBe('RECORD_LOCKED');
        expect(detailsOf(refused).action).toBe('record_locking');
        expect(entryOf(await change(api.excludedField)).code).toBe('SUCCESS');
        const deleted = await bench.remove(record);
        expect(entryOf(deleted).code).toBe('RECORD_LOCKED');
      });

    it('is not made twice [R4]', async () => {
      const answer = await bench.lock(record, 'again');
      expect(entryOf(answer)).toMatchObject({ code: 'NOT_ALLOWED', message: 'record is already locked' });
    });

    it('gets another reason and stays the same lock [R6]', async () => {
      const [before] = listOf(await bench.readLock(record), 'data');
      const answer = await administrator(
        'PUT',
        `${bench.lockPath(record)}/${lock}`,
        reason('another reason'),
      );
      expect(answer.status).toBe(200);
      expect(entryOf(answer)).toMatchObject({ code: 'SUCCESS', message: 'relation updated' });
      expect(listOf(await bench.readLock(record), 'data')[0]).toMatchObject({
        id: lock,
        Locked_Reason__s: 'another reason',
        Locked_By__s: before?.Locked_By__s,
        Locked_Time__s: before?.Locked_Time__s,
      });
    });

    it('is taken away, once, and 204 says so [R2]', async () => {
      const path = `${bench.lockPath(record)}/${lock}`;
      const answer = await administrator('DELETE', path);
      expect(answer.status).toBe(200);
      expect(entryOf(answer)).toMatchObject({ code: 'SUCCESS', message: 'relation removed' });
      expect((await bench.readLock(record)).status).toBe(204);
      const again = await administrator('DELETE', path);
      expect(entryOf(again).code).toBe('INVALID_DATA');
      expect(detailsOf(again).resource_path_index).toBe(3);
      const late = await administrator('PUT', path, reason('too late'));
      expect(entryOf(late).code).toBe('INVALID_DATA');
    });

    it('wants a reason', async () => {
      const answer = await administrator('POST', bench.lockPath(record), { data: [{}] });
      expect(entryOf(answer).code).toBe('MANDATORY_NOT_FOUND');
      expect(detailsOf(answer)).toMatchObject({
        api_name: 'Locked_Reason__s',
        json_path: '$.data[0].Locked_Reason__s',
      });
      expect((await bench.readLock(record)).status).toBe(204);
    });

    it('wants fields to be named when no lock is', async () => {
      const answer = await administrator('GET', bench.lockPath(record));
      expect(entryOf(answer).code).toBe('REQUIRED_PARAM_MISSING');
    });

    it('wants a record that is there', async () => {
      const answer = await administrator('POST', bench.lockPath('1'), reason('nowhere'));
      expect(entryOf(answer).code).toBe('INVALID_DATA');
      expect(detailsOf(answer).resource_path_index).toBe(1);
    });

    if (api.withoutLock)
      it('wants the Lock permission', async () => {
        const answer = await api.withoutLock?.('POST', bench.lockPath(record), reason('mine'));
        expect(answer && entryOf(answer).code).toBe('NO_PERMISSION');
      });

    if (api.user)
      it('is made by a user without the right to customise', async () => {
        const answer = await api.user?.('POST', bench.lockPath(record), reason('by a user'));
        expect(answer?.status).toBe(201);
      });
  });
}
