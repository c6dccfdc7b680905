import { afterEach, describe, expect, it, vi } from 'vitest';
import { SLOW_AFTER } from '../../src/record/start/record-store';
import { createCrm, DEALS, lostBefore, refused } from './support/crm';
import { fakeMemory, sitDown } from './support/harness';

const LOCK = 'Locking_Information__s';
const CONFIGURATION = 'settings/record_locking_configurations';
const TOGETHER = 'POST __composite_requests';

afterEach(() => {
  vi.useRealTimers();
});

describe('a record that is opened', () => {
  it('unlocked: costs one call', async () => {
    const { shown, line } = await sitDown();
    expect(shown()).toMatchObject({ lock: null, task: { kind: 'idle' }, notice: null, busy: null });
    expect(line.calls).toEqual([`GET Deals/${DEALS.openDeal}/${LOCK}`]);
  });

  it('locked by hand: costs two, the second for what it means to this user', async () => {
    const { shown, line } = await sitDown({ id: DEALS.manualDeal });
    expect(shown()).toMatchObject({
      lock: { source: 'manual', lockedBy: { name: 'Patricia Boyle' } },
      access: { lockedForMe: true, editable: false },
      explanation: null,
    });
    expect(line.calls).toEqual([`GET Deals/${DEALS.manualDeal}/${LOCK}`, TOGETHER]);
  });

  it.each(['automaticDeal', 'bothDeal'] as const)('%s: costs three, the third for the rule', async (deal) => {
    const { shown, line } = await sitDown({ id: DEALS[deal], user: 'admin' });
    expect(shown().explanation).toEqual({
      ruleName: 'Closed Won',
      criteria: expect.anything(),
      blocked: ['update', 'delete', 'change_owner'],
      blockedButtons: [],
      editableFields: ['Description', 'Next_Step'],
      labels: {},
    });
    expect(line.calls).toEqual([`GET Deals/${DEALS[deal]}/${LOCK}`, TOGETHER, `GET ${CONFIGURATION}`]);
  });

  it('shows the status before anything that explains it', async () => {
    const crm = createCrm();
    const line = crm.as('admin');
    line.next('GET', (act) => act());
    const access = line.hold('POST');
    const rule = line.hold('GET');
    const { shown, quiet } = await sitDown({ crm, line, id: DEALS.automaticDeal });
    expect(shown()).toMatchObject({ lock: { source: 'automatic' }, access: null, explanation: null });
    access.letGo();
    rule.letGo();
    await quiet();
    expect(shown()).toMatchObject({ access: { locked: true }, explanation: { ruleName: 'Closed Won' } });
  });

  it('locked for others, not for an exempt profile', async () => {
    const { shown } = await sitDown({ id: DEALS.manualDeal, user: 'exempt' });
    expect(shown().access).toEqual({ locked: true, lockedForMe: false, editable: true });
  });

  it('is not explained where that cannot be known, and is shown all the same', async () => {
    const crm = createCrm();
    const line = crm.as('sales');
    line.next('POST', lostBefore.timeout);
    const { shown } = await sitDown({ crm, line, id: DEALS.manualDeal });
    expect(shown()).toMatchObject({ lock: { source: 'manual' }, access: null, notice: null, asking: false });
  });
});

describe('the refusal of the configuration', () => {
  it('is remembered for the browser session, over records and pages', async () => {
    const crm = createCrm();
    const session = fakeMemory();
    const first = await sitDown({ crm, session, id: DEALS.automaticDeal });
    expect(first.line.calls.filter((call) => call.includes(CONFIGURATION))).toHaveLength(1);
    expect(first.shown()).toMatchObject({ explanation: null, access: { lockedForMe: true } });
    await first.refresh();
    const second = await sitDown({ crm, session, id: DEALS.bothDeal });
    const third = await sitDown({ crm, session, id: DEALS.automaticDeal });
    for (const { line } of [first, second, third])
      expect(line.calls.filter((call) => call.includes(CONFIGURATION)).length).toBe(
        line === first.line ? 1 : 0,
      );
  });

  it('is not assumed after a mere fault', async () => {
    const crm = createCrm();
    const line = crm.as('admin');
    line.next('GET', (act) => act());
    line.next('GET', lostBefore['a 500']);
    const { shown, refresh } = await sitDown({ crm, line, id: DEALS.automaticDeal });
    expect(shown().explanation).toBeNull();
    await refresh();
    expect(shown().explanation?.ruleName).toBe('Closed Won');
  });
});

describe('what explains a lock', () => {
  it('is not asked again for the same lock', async () => {
    const { line, refresh, shown } = await sitDown({ id: DEALS.automaticDeal, user: 'admin' });
    line.calls.length = 0;
    await refresh();
    expect(line.calls).toEqual([`GET Deals/${DEALS.automaticDeal}/${LOCK}`]);
    expect(shown()).toMatchObject({ access: { locked: true }, explanation: { ruleName: 'Closed Won' } });
  });

  it('is not asked twice when the lock is read again before the answer', async () => {
    const crm = createCrm();
    const line = crm.as('sales');
    line.next('GET', (act) => act());
    const access = line.hold('GET');
    const { refresh, quiet, shown } = await sitDown({ crm, line, id: DEALS.manualDeal });
    await refresh();
    access.letGo();
    await quiet();
    expect(line.calls.filter((call) => !call.includes(LOCK))).toHaveLength(1);
    expect(shown()).toMatchObject({ access: { lockedForMe: true }, asking: false });
  });

  it('does not stick to a lock that came after it', async () => {
    const crm = createCrm();
    const line = crm.as('sales');
    line.next('GET', (act) => act());
    const access = line.hold('GET');
    const { refresh, quiet, shown } = await sitDown({ crm, line, id: DEALS.manualDeal });
    crm.sandbox.org.setLock('Deals', DEALS.manualDeal, null);
    await refresh();
    access.letGo();
    await quiet();
    expect(shown()).toMatchObject({ lock: null, access: null, asking: false });
  });
});

describe('what cannot be shown', () => {
  it.each([
    ['offline', lostBefore.offline],
    ['timeout', lostBefore.timeout],
    ['server', lostBefore['a 500']],
    ['server', lostBefore['a 502 page']],
    ['rateLimited', refused.rateLimited],
    ['unauthorised', refused.unauthorised],
    ['noPermission', refused.noPermission],
  ] as const)('%s is said, and Retry asks again', async (kind, fault) => {
    const crm = createCrm();
    const line = crm.as('sales');
    line.next('GET', fault);
    const { state, refresh, shown } = await sitDown({ crm, line });
    expect(state()).toMatchObject({ kind: 'failed', error: { kind }, busy: false });
    await refresh();
    expect(shown().lock).toBeNull();
    expect(line.calls).toHaveLength(2);
  });

  it('an edition without locking', async () => {
    const { state } = await sitDown({ crm: createCrm({ edition: 'without-locking' }) });
    expect(state()).toMatchObject({ kind: 'failed', error: { kind: 'edition' } });
  });

  it('a module without locking', async () => {
    const crm = createCrm();
    const id = crm.sandbox.org.records('Campaigns')[0]?.id ?? '';
    const { state } = await sitDown({ crm, module: 'Campaigns', id });
    expect(state()).toMatchObject({ kind: 'failed', error: { kind: 'notSupported' } });
  });

  it('a record that is gone', async () => {
    const { state } = await sitDown({ id: '42' });
    expect(state()).toMatchObject({ kind: 'failed', error: { kind: 'notFound' } });
  });

  it.each([
    ['admin', true],
    ['sales', false],
  ] as const)('a module that is not configured: %s may configure it: %s', async (user, mayConfigure) => {
    const crm = createCrm({ missingConfiguration: 'not-allowed' });
    const id = crm.sandbox.org.records('Contacts')[0]?.id ?? '';
    const { state, line } = await sitDown({ crm, user, module: 'Contacts', id });
    expect(state()).toEqual({ kind: 'notConfigured', module: 'Contacts', mayConfigure });
    expect(line.calls).toHaveLength(2);
  });
});

describe('what is opened', () => {
  it('several records, none, and a record after all', async () => {
    const { store, state, quiet, shown } = await sitDown({ id: null });
    expect(state()).toEqual({ kind: 'connecting', slow: false });
    store.open({ kind: 'records', ids: ['1', '2', '3'] });
    expect(state()).toEqual({ kind: 'severalRecords', count: 3 });
    store.open({ kind: 'none' });
    expect(state()).toEqual({ kind: 'noRecord' });
    store.open({ kind: 'record', module: 'Deals', id: DEALS.openDeal });
    expect(state().kind).toBe('connecting');
    await quiet();
    expect(shown().lock).toBeNull();
  });

  it('the same record again: is read again without going blank', async () => {
    const { store, state, line, quiet } = await sitDown();
    store.open({ kind: 'record', module: 'Deals', id: DEALS.openDeal });
    expect(state()).toMatchObject({ kind: 'record', busy: 'reading' });
    await quiet();
    expect(line.calls).toHaveLength(2);
  });

  it('another record: the reply for the first is ignored', async () => {
    const crm = createCrm();
    const line = crm.as('sales');
    const first = line.hold('GET');
    const { store, shown, quiet } = await sitDown({ crm, line, id: DEALS.manualDeal });
    store.open({ kind: 'record', module: 'Deals', id: DEALS.openDeal });
    await quiet();
    first.letGo();
    await quiet();
    expect(shown().lock).toBeNull();
  });

  it('a selection instead: the reply for the record is ignored', async () => {
    const crm = createCrm();
    const line = crm.as('sales');
    const first = line.hold('GET');
    const { store, state, quiet } = await sitDown({ crm, line });
    store.open({ kind: 'records', ids: ['1', '2'] });
    first.letGo();
    await quiet();
    expect(state()).toEqual({ kind: 'severalRecords', count: 2 });
  });
});

describe('a problem with the host', () => {
  it('is shown while nothing is known', async () => {
    const { store, state } = await sitDown({ id: null });
    store.hostFailed('sdkBlocked');
    expect(state()).toEqual({ kind: 'hostProblem', problem: 'sdkBlocked' });
  });

  it('gives way to a record that the host names after all', async () => {
    const { store, shown, quiet } = await sitDown({ id: null });
    store.hostFailed('hostSilent');
    store.open({ kind: 'record', module: 'Deals', id: DEALS.openDeal });
    await quiet();
    expect(shown().lock).toBeNull();
  });

  it.each([
    { kind: 'record', module: 'Deals', id: DEALS.openDeal },
    { kind: 'records', ids: ['1', '2'] },
  ] as const)('does not take back what the host has named: $kind', async (opened) => {
    const { store, state, quiet } = await sitDown({ id: null });
    store.open(opened);
    await quiet();
    const before = state();
    store.hostFailed('hostSilent');
    expect(state()).toEqual(before);
  });

  it('without ZRC there is nothing to wait for', async () => {
    const crm = createCrm();
    const line = crm.as('sales');
    const read = line.hold('GET');
    const { store, state, quiet } = await sitDown({ crm, line });
    store.hostFailed('noZrc');
    expect(state()).toEqual({ kind: 'hostProblem', problem: 'noZrc' });
    read.letGo();
    await quiet();
    expect(state()).toEqual({ kind: 'hostProblem', problem: 'noZrc' });
  });
});

describe('an answer that takes long', () => {
  it('is said to, until it comes', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const crm = createCrm();
    const line = crm.as('sales');
    const read = line.hold('GET');
    const { state, quiet } = await sitDown({ crm, line });
    vi.advanceTimersByTime(SLOW_AFTER - 1);
    expect(state()).toEqual({ kind: 'connecting', slow: false });
    vi.advanceTimersByTime(1);
    expect(state()).toEqual({ kind: 'connecting', slow: true });
    read.letGo();
    await quiet();
    expect(state()).toMatchObject({ kind: 'record', slow: false });
    vi.advanceTimersByTime(SLOW_AFTER * 2);
    expect(state()).toMatchObject({ slow: false });
  });
});
