import { describe, expect, it } from 'vitest';
import { statusOf } from '../../src/locking/bulk/record-row';
import { DEALS } from '../record/support/crm';
import { openRecords, selection, short } from './support/harness';

const MIXED = [DEALS.openDeal, DEALS.manualDeal, DEALS.automaticDeal, DEALS.bothDeal];

describe('a selection', () => {
  it('is shown after one call, with every row ticked, and then told lock by lock, five in a call', async () => {
    const desk = await openRecords(selection(...MIXED));
    expect(short(desk.line.calls).slice(0, 2)).toEqual(['GET Deals', 'POST __composite_requests']);
    expect(desk.rows().map(statusOf)).toEqual(['unlocked', 'manual', 'rule', 'both']);
    expect([...desk.page().chosen]).toEqual(MIXED);
    expect(desk.row(DEALS.manualDeal)?.name).toBe(
      desk.crm.sandbox.org.record('Deals', DEALS.manualDeal)?.Deal_Name,
    );
  });
});
