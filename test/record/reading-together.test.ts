import { describe, expect, it } from 'vitest';
import { REFUSAL_LIFE } from '../../src/record/explanation/read-with-published';
import { createCrm, DEALS, lostBefore, refused } from './support/crm';
import { fakeMemory, sitDown } from './support/harness';

const LOCK = `GET Deals/${DEALS.manualDeal}/Locking_Information__s`;
const ACCESS = `GET Deals/${DEALS.manualDeal}`;
const TOGETHER = 'POST __composite_requests';
const PUBLISHED = 'GET settings/variables/record_lock_Deals';
const START = Date.parse('2026-11-09T12:00:00Z');

describe('an organisation that refuses several reads in one call', () => {
  it('is asked in single ones, and again after a day', async () => {
    const crm = createCrm({ composite: 'refused' });
    const memory = fakeMemory();
    let now = START;
    const open = async () => {
      const desk = { crm, memory, id: DEALS.manualDeal, now: () => now };
      const { line, shown } = await sitDown(desk);
      expect(shown().access).toMatchObject({ lockedForMe: true });
      return line.calls.toSorted();
    };
    expect(await open()).toEqual([LOCK, ACCESS, TOGETHER, PUBLISHED].toSorted());
    // A session of its own: nothing is known there of what is published.
    expect(await open()).toEqual([LOCK, ACCESS, PUBLISHED].toSorted());
    now += REFUSAL_LIFE;
    expect(await open()).toContain(TOGETHER);
  });

  it('costs one call more while it is not known what is published, and none after', async () => {
    const crm = createCrm({ composite: 'refused' });
    const [memory, session] = [fakeMemory(), fakeMemory()];
    await sitDown({ crm, memory, session, id: DEALS.manualDeal });
    const { line } = await sitDown({ crm, memory, session, id: DEALS.manualDeal });
    expect(line.calls).toEqual([LOCK, ACCESS]);
  });
});

describe('several reads in one call', () => {
  it.each([
    ['inside', 'null'],
    ['outside', 'object'],
  ] as const)('tell that nothing is published where a part failed %s', async (failedPart, emptyPart) => {
    const crm = createCrm({ failedPart, emptyPart });
    const session = fakeMemory();
    const first = await sitDown({ crm, session, id: DEALS.manualDeal });
    expect(first.line.calls).toEqual([LOCK, TOGETHER]);
    expect(first.shown().access).toMatchObject({ lockedForMe: true });
    expect((await sitDown({ crm, session, id: DEALS.manualDeal })).line.calls).toEqual([LOCK, ACCESS]);
  });

  it.each([
    ['never came', lostBefore.timeout],
    ['came broken', lostBefore['a 500']],
    ['met the limit of calls', refused.rateLimited],
  ] as const)('are not asked one by one when the reply %s', async (_how, fault) => {
    const line = createCrm().as('sales');
    line.next('POST', fault);
    const { shown } = await sitDown({ line, id: DEALS.manualDeal });
    expect(line.calls).toEqual([LOCK, TOGETHER]);
    expect(shown()).toMatchObject({ access: null, asking: false });
  });

  it('are asked one by one when a page of somebody else came, and together the next time', async () => {
    const crm = createCrm();
    const line = crm.as('sales');
    const memory = fakeMemory();
    line.next('POST', async () => ({ status: 200, body: '<!doctype html>' }));
    const { shown } = await sitDown({ line, memory, id: DEALS.manualDeal });
    expect(shown().access).toMatchObject({ lockedForMe: true });
    expect(line.calls.toSorted()).toEqual([LOCK, ACCESS, TOGETHER, PUBLISHED].toSorted());
    expect((await sitDown({ crm, memory, id: DEALS.manualDeal })).line.calls).toEqual([LOCK, TOGETHER]);
  });
});
