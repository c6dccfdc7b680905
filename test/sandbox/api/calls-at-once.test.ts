import { describe, expect, it } from 'vitest';
import { landmarks } from '../data/landmarks';
import { caller } from './client';
import type { Json } from './json';
import { createSandbox, type SandboxOptions } from './sandbox';

const known = landmarks();
const path = `/Deals/${known.openDeal}?fields=Stage`;
const query: Json = { select_query: 'select id from Deals where id is not null limit 1' };
const composite = (parts: number): Json => ({
  __composite_requests: Array.from({ length: parts }, () => ({
    method: 'GET',
    uri: `/crm/v8/Deals/${known.openDeal}`,
    params: { fields: 'Stage' },
    body: {},
    headers: {},
  })),
});

/** A sandbox whose calls stay open until they are let go. */
function held(options: SandboxOptions) {
  const waiting: (() => void)[] = [];
  const wait = () => new Promise<void>((resolve) => waiting.push(resolve));
  const sandbox = createSandbox({ latency: 1, wait, ...options });
  const letGo = () => {
    for (const go of waiting.splice(0)) go();
  };
  /** Makes all calls at once and answers the statuses, in order. */
  const statuses = async (calls: readonly Promise<{ status: number }>[]) => {
    // The refused ones are answered while the others still wait.
    while (waiting.length + sandbox.log.length < calls.length) await Promise.resolve();
    letGo();
    return (await Promise.all(calls)).map(({ status }) => status);
  };
  return { sandbox, as: (user: string) => caller(sandbox, user), statuses, waiting };
}

const count = (list: readonly number[], status: number) => list.filter((one) => one === status).length;

describe('calls at once', () => {
  it.each([
    ['free', 5],
    ['standard', 10],
    ['professional', 15],
    ['enterprise', 20],
    ['ultimate', 25],
  ] as const)('of the edition %s are %s', async (edition, limit) => {
    const { as, statuses } = held({ edition, concurrency: 'edition' });
    const all = await statuses(Array.from({ length: 30 }, () => as('sales')('GET', path)));
    expect([count(all, 200), count(all, 429)]).toEqual([limit, 30 - limit]);
  });

  it('are shared by everybody in the org, and free again when they are answered', async () => {
    const { sandbox, as, statuses } = held({ concurrency: 2 });
    const calls = [as('sales')('GET', path), as('admin')('GET', path), as('viewer')('GET', path)];
    expect(await statuses(calls)).toEqual([200, 200, 429]);
    sandbox.clearLog();
    expect(await statuses([as('viewer')('GET', path)])).toEqual([200]);
  });

  it('one too many is refused before anything is done', async () => {
    const { sandbox, as, statuses } = held({ concurrency: 1 });
    const lock = as('sales')('POST', `/Deals/${known.openDeal}/Locking_Information__s`, {
      data: [{ Locked_Reason__s: 'first' }],
    });
    const second = as('admin')('POST', `/Deals/${known.longDeal}/Locking_Information__s`, {
      data: [{ Locked_Reason__s: 'second' }],
    });
    expect(await statuses([lock, second])).toEqual([201, 429]);
    expect(await second).toMatchObject({ body: { code: 'TOO_MANY_REQUESTS', status: 'error' } });
    expect(sandbox.org.lockOf('Deals', known.longDeal)).toBeUndefined();
  });

  it.each([
    [14, 2],
    [15, 3],
  ])('count a composite call as five: of three, %s let %s in', async (concurrency, fit) => {
    const { as, statuses } = held({ concurrency });
    const all = await statuses(
      [1, 2, 5].map((parts) => as('sales')('POST', '/__composite_requests', composite(parts))),
    );
    expect(count(all, 200)).toBe(fit);
  });

  it('let ten queries in, in every edition', async () => {
    const { as, statuses } = held({ concurrency: 'edition', edition: 'ultimate' });
    const all = await statuses(Array.from({ length: 12 }, () => as('sales')('POST', '/coql', query)));
    expect([count(all, 200), count(all, 429)]).toEqual([10, 2]);
  });

  it('let a lone composite call in where there is room for fewer than five', async () => {
    const { as, statuses } = held({ concurrency: 2 });
    expect(await statuses([as('sales')('POST', '/__composite_requests', composite(1))])).toEqual([200]);
  });

  it('leave out those of the CRM’s own pages', async () => {
    const { as, statuses } = held({ concurrency: 1 });
    const own = () => as('sales')('GET', path, undefined, { 'x-sandbox-caller': 'crm' });
    expect(await statuses([as('sales')('GET', path), own(), own()])).toEqual([200, 200, 200]);
  });

  it('are not limited when nothing is said', async () => {
    const { as, statuses } = held({});
    const all = await statuses(Array.from({ length: 40 }, () => as('sales')('GET', path)));
    expect(count(all, 200)).toBe(40);
  });

  it('wait as long as the call itself says', async () => {
    const waited: number[] = [];
    const sandbox = createSandbox({ wait: async (ms) => void waited.push(ms) });
    await caller(sandbox, 'sales')('GET', path);
    await caller(sandbox, 'sales')('GET', path, undefined, { 'x-sandbox-latency': '250' });
    expect(waited).toEqual([250]);
  });
});
