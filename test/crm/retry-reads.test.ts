import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { retryReads } from '../../src/crm/retry-reads';
import type { CrmReply, CrmRequest } from '../../src/crm/transport';

const READ: CrmRequest = { method: 'GET', path: '/crm/v8/Deals/1' };
const QUERY: CrmRequest = { method: 'POST', path: '/crm/v8/coql', body: { select_query: 'select id' } };
const LIMITED: CrmReply = { status: 429, body: { code: 'TOO_MANY_REQUESTS', status: 'error' } };
const FOUND: CrmReply = { status: 200, body: { data: [] } };

/** A CRM that answers these replies, the last one again and again. */
function crm(...replies: CrmReply[]) {
  const calls: CrmRequest[] = [];
  const said: boolean[] = [];
  const inner = async (request: CrmRequest) => {
    calls.push(request);
    return replies[Math.min(calls.length, replies.length) - 1] ?? FOUND;
  };
  const send = (random = 0) =>
    retryReads(
      inner,
      (limited) => said.push(limited),
      () => random,
    );
  return { calls, said, send };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a read that meets the limit', () => {
  it.each([READ, QUERY])('is tried again and answered: $method $path', async (request) => {
    const { calls, said, send } = crm(LIMITED, FOUND);
    const answer = send()(request);
    await vi.advanceTimersByTimeAsync(999);
    expect(calls).toHaveLength(1);
    expect(said).toEqual([true]);
    await vi.advanceTimersByTimeAsync(1);
    expect(await answer).toBe(FOUND);
    expect(calls).toEqual([request, request]);
    expect(said).toEqual([true, false]);
  });

  it.each([
    ['least', 0, 3_000],
    ['most', 1, 6_000],
  ])('is given up after three tries, with the %s of chance', async (_name, random, total) => {
    const { calls, said, send } = crm(LIMITED);
    const answer = send(random)(READ);
    await vi.advanceTimersByTimeAsync(total - 1);
    expect(calls).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(await answer).toBe(LIMITED);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(calls).toHaveLength(3);
    expect(said).toEqual([true, false]);
  });

  it('keeps saying so until the last of several is through', async () => {
    const { said, send } = crm(LIMITED, LIMITED, FOUND, LIMITED, FOUND);
    const patient = send();
    const answers = [patient(READ), patient(READ)];
    await vi.advanceTimersByTimeAsync(1_000);
    expect(said).toEqual([true]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await Promise.all(answers)).toEqual([FOUND, FOUND]);
    expect(said).toEqual([true, false]);
  });
});

it.each(['POST', 'PUT', 'DELETE'] as const)('%s is never sent again', async (method) => {
  const { calls, said, send } = crm(LIMITED);
  expect(await send()({ method, path: '/crm/v8/Deals/1/Locking_Information__s' })).toBe(LIMITED);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(calls).toHaveLength(1);
  expect(said).toEqual([]);
});

it.each<CrmReply>([
  FOUND,
  { status: 500, body: {} },
  { status: 403, body: { code: 'NO_PERMISSION', status: 'error' } },
  { lost: 'timeout' },
])('no other answer is asked for again: %o', async (reply) => {
  const { calls, send } = crm(reply);
  expect(await send()(READ)).toBe(reply);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(calls).toHaveLength(1);
});
