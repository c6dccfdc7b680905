import { describe, expect, it } from 'vitest';
import { isForOthers, statusOf } from '../../src/locking/bulk/record-row';
import { createCrm, DEALS, lostBefore } from '../record/support/crm';
import { fakeMemory } from '../record/support/harness';
import { locked, openRecords, selection, short, unlockedDeals } from './support/harness';

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

  it('reads locks one by one where composite calls are refused, and remembers it', async () => {
    const crm = createCrm({ composite: 'refused' });
    const session = fakeMemory();
    const desk = await openRecords(selection(...MIXED), { crm, session });
    expect(desk.rows().map(statusOf)).toEqual(['unlocked', 'manual', 'rule', 'both']);
    const again = await openRecords(selection(...MIXED), { crm, session });
    expect(again.line.calls.filter((call) => call.includes('composite'))).toEqual([]);
    expect(again.rows().map(statusOf)).toEqual(['unlocked', 'manual', 'rule', 'both']);
  });

  it.each([{ locksInComposite: 'refused' }, { failedPart: 'outside' }, { emptyPart: 'object' }] as const)(
    'is told whatever form a composite reply has: %j',
    async (options) => {
      const desk = await openRecords(selection(...MIXED, '5843104000009999999'), { crm: createCrm(options) });
      expect(desk.rows().map(statusOf)).toEqual(['unlocked', 'manual', 'rule', 'both', 'gone']);
    },
  );

  it('reads 100 in a call', async () => {
    const crm = createCrm();
    const desk = await openRecords(selection(...unlockedDeals(crm, 230)), { crm });
    expect(desk.line.calls).toEqual(['GET Deals', 'GET Deals', 'GET Deals']);
    expect(desk.rows().every(({ state }) => state.kind === 'unlocked')).toBe(true);
  });

  it('says who is exempt from a lock', async () => {
    const desk = await openRecords(selection(DEALS.manualDeal), { user: 'exempt' });
    const sales = await openRecords(selection(DEALS.manualDeal), { crm: desk.crm });
    expect([desk, sales].map((one) => one.rows().map(isForOthers))).toEqual([[true], [false]]);
  });

  it('keeps what it has and says so when reading again fails', async () => {
    const desk = await openRecords(selection(...MIXED));
    desk.line.next('GET', lostBefore.timeout, /v8\/Deals$/);
    const { list } = await desk.after(desk.store.refresh);
    expect(list).toMatchObject({ kind: 'listed', busy: false, error: { kind: 'timeout' } });
    expect(desk.rows().map(statusOf)).toEqual(['unlocked', 'manual', 'rule', 'both']);
  });

  it('stops reading details when the connection is lost, and reads them on demand', async () => {
    const crm = createCrm({ composite: 'refused' });
    const line = crm.as('sales');
    for (let i = 0; i < 3; i++) line.next('GET', lostBefore.offline, /Locking_Information__s$/);
    const desk = await openRecords(selection(...MIXED), { crm, line });
    expect(desk.page().details.error?.kind).toBe('offline');
    expect(desk.rows().map(statusOf)).toEqual(['unlocked', 'locked', 'locked', 'locked']);
    await desk.after(() => desk.details.read(desk.details.rest().ids));
    expect(desk.page().details).toEqual({ left: 0, error: null });
    expect(desk.rows().map(statusOf)).toEqual(['unlocked', 'manual', 'rule', 'both']);
  });

  it.each([
    ['admin', 'configuration', 1],
    ['sales', 'configuration', 1],
  ] as const)('names rules to %s by what may be read', async (user, part, calls) => {
    const desk = await openRecords(selection(...MIXED), { user });
    const names = [...desk.page().ruleNames.values()];
    expect(names).toEqual(user === 'admin' ? ['Closed Won'] : []);
    expect(desk.line.calls.filter((call) => call.includes(part))).toHaveLength(calls);
  });
});

describe('the locked records of a module', () => {
  const lockedIds = (crm: ReturnType<typeof createCrm>) =>
    crm.sandbox.org
      .records('Deals')
      .filter(({ id }) => crm.sandbox.org.lockOf('Deals', id))
      .map(({ id }) => id)
      .sort();

  it.each([
    [{}, 'query', ['POST coql', 'GET settings/modules']],
    [{ lockedInCoql: 'unknown' }, 'view', ['POST coql', 'GET settings/custom_views', 'GET Deals']],
    [{ coql: 'refused', lockedView: 'missing' }, 'search', ['POST coql', 'GET settings/custom_views']],
    [{ coql: 'refused', customViews: 'refused' }, 'search', ['POST coql', 'GET settings/custom_views']],
  ] as const)('are all found, with %j by the %s', async (options, way, calls) => {
    const crm = createCrm({ ...options, lockedDeals: 300 });
    const desk = await openRecords(locked(), { crm });
    const { list, chosen } = desk.page();
    expect(list).toMatchObject({ kind: 'listed', way, next: null, cutOff: false });
    expect(
      desk
        .rows()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(lockedIds(crm));
    expect(chosen.size).toBe(0);
    expect(desk.line.calls).toEqual(expect.arrayContaining([...calls]));
    expect(desk.line.calls[0]).toBe('POST coql');
  });

  it('remembers for the session which way answers', async () => {
    const crm = createCrm({ coql: 'refused' });
    const session = fakeMemory();
    await openRecords(locked(), { crm, session });
    const again = await openRecords(locked(), { crm, session });
    expect(again.line.calls.filter((call) => call.includes('coql'))).toEqual([]);
  });

  it('tell the details of rows in sight, and of the others on demand, at a price that is named', async () => {
    const crm = createCrm({ lockedDeals: 60 });
    const desk = await openRecords(locked(), { crm });
    const ids = desk.rows().map(({ id }) => id);
    expect(desk.rows().every(({ state }) => state.kind === 'locked')).toBe(true);
    await desk.after(() => desk.details.seen(ids.slice(0, 10)));
    expect(desk.rows().filter(({ state }) => state.kind === 'detailed')).toHaveLength(10);
    const rest = desk.details.rest();
    expect(rest.ids).toHaveLength(ids.length - 10);
    const before = desk.line.calls.length;
    await desk.after(() => desk.details.read(rest.ids));
    expect(desk.line.calls.length - before).toBe(rest.calls);
    expect(desk.rows().every(({ state }) => state.kind === 'detailed')).toBe(true);
  });

  it('are those of the module that was looked at last, else nothing is asked before one is chosen', async () => {
    const memory = fakeMemory();
    const first = await openRecords(locked(null), { memory });
    expect(first.page()).toMatchObject({ list: { kind: 'none' }, modules: { kind: 'read' } });
    expect(first.line.calls).toEqual(['GET settings/modules']);
    await first.after(() => first.store.chooseModule('Leads'));
    expect(first.page().module).toBe('Leads');
    const again = await openRecords(locked(null), { memory });
    expect(again.page().module).toBe('Leads');
  });
});

describe('filters and order', () => {
  it('show only what fits, and say how many cannot be judged yet', async () => {
    const crm = createCrm({ lockedDeals: 60 });
    const desk = await openRecords(locked(), { crm });
    await desk.after(() => desk.arranging.filter({ source: 'rule' }));
    expect(desk.page().shown).toMatchObject({ order: [], unjudged: desk.rows().length });
    await desk.after(() => desk.details.read(desk.details.rest().ids));
    desk.store.reorder();
    const { order, unjudged } = desk.page().shown;
    expect(unjudged).toBe(0);
    const shown = order.map((index) => desk.rows()[index]);
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.every((row) => row && ['rule', 'both'].includes(statusOf(row)))).toBe(true);
  });

  it('sort by any column, the other way round when asked again', async () => {
    const desk = await openRecords(selection(...MIXED));
    const order = (): (string | undefined)[] =>
      desk.page().shown.order.map((index) => desk.rows()[index]?.id);
    await desk.after(() => desk.arranging.sortBy('status'));
    expect(order()).toEqual([DEALS.openDeal, DEALS.manualDeal, DEALS.automaticDeal, DEALS.bothDeal]);
    await desk.after(() => desk.arranging.sortBy('status'));
    expect(order()).toEqual([DEALS.bothDeal, DEALS.automaticDeal, DEALS.manualDeal, DEALS.openDeal]);
  });

  it('act on what is ticked and shown alone', async () => {
    const desk = await openRecords(selection(...MIXED));
    const [first] = desk.rows();
    desk.arranging.filter({ text: (first?.name ?? '').toUpperCase() });
    desk.changing.startLocking();
    await desk.lock('Audit');
    expect(desk.page().run?.total).toBe(1);
  });

  it('tick a range from the row that was ticked before', async () => {
    const crm = createCrm();
    const ids = unlockedDeals(crm, 6);
    const desk = await openRecords(selection(...ids), { crm });
    desk.arranging.chooseAll(false);
    desk.arranging.choose(ids[4] ?? '', true, false);
    desk.arranging.choose(ids[1] ?? '', true, true);
    expect([...desk.page().chosen].sort()).toEqual(ids.slice(1, 5).sort());
    desk.arranging.choose(ids[2] ?? '', false, true);
    expect([...desk.page().chosen].sort()).toEqual(ids.slice(3, 5).sort());
  });
});
