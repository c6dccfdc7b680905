import { describe, expect, it } from 'vitest';
import { DEFAULTS, type Switches } from '../switches';
import { type Activity, createRequests, type HttpRequest } from './requests';

const GET: HttpRequest = { method: 'GET', path: '/crm/v8/Deals/1', headers: {} };
const PUT: HttpRequest = { method: 'PUT', path: '/crm/v8/Deals/1', headers: {}, body: '{}' };

function setUp(changed: Partial<Switches>, answer = () => new Response('{"a":1}'), isLimited = false) {
  const sent: { path: string; init: RequestInit }[] = [];
  const listed: Activity[] = [];
  const waited: number[] = [];
  let switches: Switches = { ...DEFAULTS, ...changed };
  const requests = createRequests({
    fetch: async (path, init) => {
      sent.push({ path, init });
      return answer();
    },
    switches: () => switches,
    wait: async (ms) => {
      waited.push(ms);
    },
    now: () => 0,
    isLimited: () => isLimited,
    listed: (activity) => listed.push(activity),
    faultSpent: () => {
      switches = { ...switches, fault: 'none' };
    },
  });
  const headerOfLast = (name: string) => new Headers(sent.at(-1)?.init.headers).get(name);
  return { requests, sent, listed, waited, headerOfLast };
}

describe('calls that a widget asks its host for', () => {
  it('answer the parsed body, and are listed', async () => {
    const { requests, listed } = setUp({});
    const reply = await requests.counted(GET);
    expect(reply).toMatchObject({ status: 200, data: { a: 1 } });
    expect(listed).toEqual([
      { method: 'GET', path: '/crm/v8/Deals/1', status: '200', ms: 0, isWrite: false },
    ]);
  });

  it('answer an empty text for 204 and the text itself for what is not JSON', async () => {
    const empty = setUp({}, () => new Response(null, { status: 204 }));
    expect(await empty.requests.counted(GET)).toMatchObject({ status: 204, data: '' });
    const page = setUp({}, () => new Response('<p>Down', { status: 502 }));
    expect(await page.requests.counted(GET)).toMatchObject({ status: 502, data: '<p>Down' });
  });

  it('wait for the latency', async () => {
    const { requests, waited } = setUp({ latency: '100' });
    await requests.counted(GET);
    expect(waited).toEqual([100]);
  });

  it('wait in the API where calls at once are limited, so that they count', async () => {
    const { requests, waited, headerOfLast } = setUp({ latency: '100' }, undefined, true);
    await requests.counted(GET);
    expect([waited, headerOfLast('x-sandbox-latency')]).toEqual([[], '100']);
    const usual = setUp({ latency: '100' });
    await usual.requests.counted(GET);
    expect(usual.headerOfLast('x-sandbox-latency')).toBeNull();
  });

  it('are told from writes by what they do, not by their method', async () => {
    const { requests, listed } = setUp({});
    const post = (path: string, body: string): HttpRequest => ({ method: 'POST', path, headers: {}, body });
    const part = (method: string) =>
      JSON.stringify({ __composite_requests: [{ method, uri: '/crm/v8/Deals' }] });
    await requests.counted(GET);
    await requests.counted(post('/crm/v8/coql', '{}'));
    await requests.counted(post('/crm/v8/__composite_requests', part('GET')));
    await requests.counted(post('/crm/v8/__composite_requests', part('DELETE')));
    await requests.counted(post('/crm/v8/Tasks', '{}'));
    await requests.counted(PUT);
    expect(listed.map(({ isWrite }) => isWrite)).toEqual([false, false, false, true, true, true]);
  });

  it('never leave the page when it is offline, and have no response to look at', async () => {
    const { requests, sent, listed } = setUp({ fault: 'offline' });
    const failure = await requests.counted(GET).catch((thrown: unknown) => thrown);
    expect(failure).toMatchObject({ error: { errorType: 'ConnectionError' } });
    expect(failure).not.toHaveProperty('response');
    expect(sent).toEqual([]);
    expect(listed[0]?.status).toBe('offline');
  });

  it('are made although the reply is lost', async () => {
    const { requests, sent } = setUp({ fault: 'lost-reply' });
    await expect(requests.counted(PUT)).rejects.toMatchObject({ error: { errorType: 'ConnectionError' } });
    expect(sent).toHaveLength(1);
  });

  it('fail as if offline when the CRM itself cannot be reached', async () => {
    const { requests } = setUp({}, () => {
      throw new TypeError('Failed to fetch');
    });
    await expect(requests.counted(GET)).rejects.toMatchObject({ error: { errorType: 'ConnectionError' } });
  });

  it('ask the API to play the faults that have a status or a body', async () => {
    const { requests, headerOfLast } = setUp({ fault: '429' });
    await requests.counted(GET);
    expect(headerOfLast('x-sandbox-fault')).toBe('rate-limit');
  });

  it('meet a fault only where the switch says so', async () => {
    const writes = setUp({ fault: '500', faultOn: 'writes' });
    await writes.requests.counted(GET);
    expect(writes.headerOfLast('x-sandbox-fault')).toBeNull();
    await writes.requests.counted(PUT);
    expect(writes.headerOfLast('x-sandbox-fault')).toBe('server-error');

    const next = setUp({ fault: '500', faultOn: 'next' });
    await next.requests.counted(GET);
    expect(next.headerOfLast('x-sandbox-fault')).toBe('server-error');
    await next.requests.counted(GET);
    expect(next.headerOfLast('x-sandbox-fault')).toBeNull();
  });

  it('run as somebody else only without the session cookie', async () => {
    const { requests, sent, headerOfLast } = setUp({});
    await requests.counted({ ...GET, as: 'admin' });
    expect(headerOfLast('x-sandbox-user')).toBe('admin');
    expect(sent[0]?.init.credentials).toBe('omit');
  });

  it("leave the CRM's own calls out of the list, the latency and the faults", async () => {
    const { requests, listed, waited, headerOfLast } = setUp({ fault: 'offline', latency: '3000' });
    expect(await requests.own('GET', '/crm/v8/org')).toMatchObject({ status: 200 });
    expect([listed, waited, headerOfLast('x-sandbox-caller')]).toEqual([[], [], 'crm']);
  });
});
