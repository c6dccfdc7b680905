// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { listenToBrowser } from '../../src/record/deferred/listen-to-browser';
import { FRESH_FOR } from '../../src/record/start/record-store';
import { createCrm, DEALS, methods, refused } from './support/crm';
import { sitDown } from './support/harness';

let hidden = false;
beforeEach(() => {
  hidden = false;
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
});

async function sitAtWindow(id: string = DEALS.openDeal, crm = createCrm()) {
  let clock = 1_700_000_000_000;
  const line = crm.as('sales');
  let tell: ReturnType<typeof listenToBrowser> | null = null;
  const desk = await sitDown({ crm, line, id, now: () => clock, announce: (record) => tell?.(record) });
  tell = listenToBrowser(window, desk.store);
  await desk.quiet();
  line.calls.length = 0;
  return {
    ...desk,
    pass: (ms: number) => {
      clock += ms;
    },
    look: async () => {
      window.dispatchEvent(new Event('focus'));
      document.dispatchEvent(new Event('visibilitychange'));
      await desk.quiet();
      return line.calls.length;
    },
  };
}

describe('a page that is looked at again', () => {
  it('reads once after 30 seconds, and not before', async () => {
    const { pass, look } = await sitAtWindow();
    expect(await look()).toBe(0);
    pass(FRESH_FOR);
    expect(await look()).toBe(0);
    pass(1);
    expect(await look()).toBe(1);
    expect(await look()).toBe(1);
  });

  it.each([
    ['the pointer', () => document.documentElement.dispatchEvent(new Event('pointerenter'))],
    ['the focus', () => document.body.dispatchEvent(new Event('focusin', { bubbles: true }))],
  ])('reads when %s arrives after 30 seconds, and not before', async (_what, arrive) => {
    const { pass, line, quiet } = await sitAtWindow();
    arrive();
    pass(FRESH_FOR + 1);
    expect(line.calls).toEqual([]);
    arrive();
    arrive();
    await quiet();
    expect(line.calls).toHaveLength(1);
  });

  it('does not read when it is left', async () => {
    const { pass, line, quiet } = await sitAtWindow();
    pass(FRESH_FOR + 1);
    hidden = true;
    document.dispatchEvent(new Event('visibilitychange'));
    await quiet();
    expect(line.calls).toEqual([]);
  });

  it('never reads by itself', async () => {
    const { pass, line, quiet } = await sitAtWindow();
    pass(FRESH_FOR * 100);
    await quiet();
    expect(line.calls).toEqual([]);
  });

  it('counts from the last write as well', async () => {
    const { pass, look, lock, line } = await sitAtWindow();
    pass(FRESH_FOR + 1);
    await lock('A reason');
    line.calls.length = 0;
    expect(await look()).toBe(0);
  });

  it('asks no oftener where asking fails: an organisation without calls left is left alone', async () => {
    const { pass, look, line, state } = await sitAtWindow();
    for (let times = 0; times < 9; times += 1) line.next('GET', refused.rateLimited);
    pass(FRESH_FOR + 1);
    expect(await look()).toBe(1);
    expect(await look()).toBe(1);
    expect(state()).toMatchObject({ notice: { kind: 'notRefreshed' } });
    pass(FRESH_FOR + 1);
    expect(await look()).toBe(2);
  });

  it('asks again after a failed start, in the same rhythm', async () => {
    const crm = createCrm();
    const { pass, look, state, crm: same } = await sitAtWindow('42', crm);
    expect(state().kind).toBe('failed');
    expect(await look()).toBe(0);
    pass(FRESH_FOR + 1);
    expect(await look()).toBe(1);
    expect(same).toBe(crm);
  });

  it('finds a module configured that was not', async () => {
    const crm = createCrm({ missingConfiguration: 'not-allowed' });
    const id = crm.sandbox.org.records('Contacts')[0]?.id ?? '';
    let clock = 0;
    const { store, quiet, state } = await sitDown({ crm, module: 'Contacts', id, now: () => clock });
    expect(state().kind).toBe('notConfigured');
    const deals = crm.sandbox.org.configurationOf('Deals');
    if (deals) crm.sandbox.org.state.configurations.Contacts = deals;
    clock += FRESH_FOR + 1;
    store.lookedAt();
    await quiet();
    expect(state().kind).toBe('record');
  });
});

describe('two widgets of one browser', () => {
  const told = () => new Promise((resolve) => setTimeout(resolve, 30));

  it('on the same record: one shows what the other did', async () => {
    const crm = createCrm();
    const one = await sitAtWindow(DEALS.openDeal, crm);
    const other = await sitAtWindow(DEALS.openDeal, crm);
    await one.lock('Seen by both');
    await vi.waitFor(() => expect(other.shown().lock?.reason).toBe('Seen by both'));
    expect(methods(one.line.calls)).toEqual(['POST', 'GET']);
  });

  it('on the same record: a read that began before the change does not count', async () => {
    const crm = createCrm();
    const one = await sitAtWindow(DEALS.openDeal, crm);
    const other = await sitAtWindow(DEALS.openDeal, crm);
    const held = other.line.hold('GET');
    other.store.refresh();
    await other.quiet();
    await one.lock('Seen by both');
    await told();
    held.letGo();
    await other.quiet();
    expect(other.shown()).toMatchObject({ lock: { reason: 'Seen by both' }, busy: null });
  });

  it('on different records: neither costs the other a call', async () => {
    const crm = createCrm();
    const one = await sitAtWindow(DEALS.openDeal, crm);
    const other = await sitAtWindow(DEALS.wonUnlockedDeal, crm);
    await one.lock('Mine alone');
    await told();
    await other.quiet();
    expect(other.line.calls).toEqual([]);
  });
});
