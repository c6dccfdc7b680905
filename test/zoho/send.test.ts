import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CALL_BOUND, sendThroughZrc, type ZrcCalls } from '../../src/zoho/send';

const REQUEST = { method: 'GET', path: '/crm/v8/Deals/1' } as const;
const refusal = { code: 'NO_PERMISSION', message: 'permission denied', details: {}, status: 'error' };

/** A host whose every call ends so. */
const host = (end: () => Promise<unknown>): ZrcCalls => ({ get: end, post: end, put: end, delete: end });
const sendOver = (end: () => Promise<unknown>) => sendThroughZrc(async () => host(end));
const rejecting = (failure: unknown) => sendOver(() => Promise.reject(failure));

beforeEach(() => {
  vi.stubGlobal('navigator', { onLine: true });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('replies', () => {
  it.each<[string, unknown, unknown]>([
    ['a parsed body', { status: 200, data: { data: [] }, headers: {} }, { status: 200, body: { data: [] } }],
    ['a body that is text', { status: 200, data: '{"data":[1]}' }, { status: 200, body: { data: [1] } }],
    ['a body that is not JSON', { status: 200, data: '<h1>' }, { status: 200, body: '<h1>' }],
    ['204', { status: 204, data: '' }, { status: 204, body: '' }],
    ['204 without a body', { status: 204 }, { status: 204, body: undefined }],
  ])('with %s', async (_name, outcome, reply) => {
    expect(await sendOver(async () => outcome)(REQUEST)).toEqual(reply);
  });

  it.each<[string, unknown]>([
    [
      'the 1.5 shape',
      {
        error: Object.assign(new Error('Request failed'), { name: 'API_ERROR' }),
        request: {},
        response: { status: 403, data: refusal, headers: {} },
      },
    ],
    ['a response inside the error', { error: { response: { status: 403, data: refusal } } }],
    ['an Error with a response', Object.assign(new Error('x'), { response: { status: 403, data: refusal } })],
    ['a response with text', { response: { status: 403, data: JSON.stringify(refusal) } }],
    ['status and details', { status: 403, details: refusal }],
  ])('are found in a rejection: %s', async (_name, failure) => {
    expect(await rejecting(failure)(REQUEST)).toEqual({ status: 403, body: refusal });
  });

  it.each<[string, unknown, string | undefined]>([
    ['an Error', new Error('Failed to fetch'), 'Failed to fetch'],
    [
      'a connection error of ZRC',
      { error: { errorType: 'ConnectionError', errorMessage: 'no network' } },
      'no network',
    ],
    ['a code without a status', { code: 'NO_PERMISSION', status: 'error' }, undefined],
    ['nothing', undefined, undefined],
    ['a text', 'failed', undefined],
  ])('are missed where a rejection has none: %s', async (_name, failure, detail) => {
    const reply = await rejecting(failure)(REQUEST);
    expect(reply).toEqual({ lost: 'connection', ...(detail ? { detail } : {}) });
  });

  it('are missed because the browser is offline, when it says so', async () => {
    vi.stubGlobal('navigator', { onLine: false });
    expect(await rejecting(new Error('x'))(REQUEST)).toMatchObject({ lost: 'offline' });
  });

  it('are missed where the host throws instead of answering, or has no ZRC', async () => {
    const throwing = () => {
      throw new Error('Parentwindow reference not found.');
    };
    expect(await sendOver(throwing)(REQUEST)).toMatchObject({ lost: 'connection' });
    expect(await sendThroughZrc(() => Promise.reject(new Error('x')))(REQUEST)).toMatchObject({
      lost: 'connection',
    });
  });

  it('are one reply or one lack of it, whatever the host hands over', async () => {
    const anything = fc.oneof(
      fc.anything(),
      fc.record({
        response: fc.anything(),
        error: fc.anything(),
        status: fc.anything(),
        message: fc.anything(),
      }),
    );
    await fc.assert(
      fc.asyncProperty(anything, fc.boolean(), async (outcome, rejects) => {
        const reply = await sendOver(() => (rejects ? Promise.reject(outcome) : Promise.resolve(outcome)))(
          REQUEST,
        );
        if ('lost' in reply) expect(['connection', 'offline']).toContain(reply.lost);
        else expect(typeof reply.status).toBe('number');
      }),
    );
  });
});

describe('the bound', () => {
  it('ends a call that never answers, and one whose host never came', async () => {
    vi.useFakeTimers();
    const calls = [
      sendOver(() => new Promise(() => {}))(REQUEST),
      sendThroughZrc(() => new Promise(() => {}))(REQUEST),
    ];
    const ended: unknown[] = [];
    for (const call of calls) void call.then((reply) => ended.push(reply));
    await vi.advanceTimersByTimeAsync(CALL_BOUND - 1);
    expect(ended).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(ended).toEqual([{ lost: 'timeout' }, { lost: 'timeout' }]);
  });

  it('is not waited for once there is an answer', async () => {
    vi.useFakeTimers();
    await sendOver(async () => ({ status: 204 }))(REQUEST);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('requests', () => {
  it('reach ZRC by method, with the body where there is one', async () => {
    const seen: unknown[][] = [];
    const note =
      (method: string) =>
      async (...given: unknown[]) => {
        seen.push([method, ...given]);
        return { status: 204 };
      };
    const calls: ZrcCalls = {
      get: note('get'),
      post: note('post'),
      put: note('put'),
      delete: note('delete'),
    };
    const send = sendThroughZrc(async () => calls);
    const body = { data: [{ Locked_Reason__s: 'A reason' }] };
    await send({ method: 'GET', path: '/a', query: { fields: 'A,B' } });
    await send({ method: 'POST', path: '/a', body });
    await send({ method: 'PUT', path: '/a/1', body });
    await send({ method: 'DELETE', path: '/a/1' });
    expect(seen).toEqual([
      ['get', '/a', { params: { fields: 'A,B' } }],
      ['post', '/a', body, {}],
      ['put', '/a/1', body, {}],
      ['delete', '/a/1', {}],
    ]);
  });

  it('carry a config of their own each time, which ZRC may change', async () => {
    const seen: unknown[] = [];
    const get = async (_path: string, config: { params?: object } = {}) => {
      seen.push(structuredClone(config));
      Object.assign(config.params ?? {}, { fields: 'B' });
      Object.assign(config, { method: 'GET', params: null });
      return { status: 204 };
    };
    const send = sendThroughZrc(async () => ({ ...host(async () => null), get }));
    const query = { fields: 'A' };
    await send({ method: 'GET', path: '/a', query });
    await send({ method: 'GET', path: '/a', query });
    expect(seen).toEqual([{ params: { fields: 'A' } }, { params: { fields: 'A' } }]);
    expect(query).toEqual({ fields: 'A' });
  });
});
