import { expect, it, vi } from 'vitest';
import { createCrm } from '../record/support/crm';
import { locked, openRecords } from './support/harness';

vi.mock('../../src/crm/find-locked-ways', () => {
  throw new Error('the file did not come');
});

it('the locked records are not waited for when the file with the other ways to find them does not come', async () => {
  const desk = await openRecords(locked('Deals'), { crm: createCrm({ coql: 'refused' }) });
  await vi.waitFor(() => expect(desk.page().list).toEqual({ kind: 'fileMissing' }));
});
