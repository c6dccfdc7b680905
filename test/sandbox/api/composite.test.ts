import { describe, expect, it } from 'vitest';
import { landmarks } from '../data/landmarks';
import { caller } from './client';
import type { Json, JsonObject } from './json';
import { createSandbox, type SandboxOptions } from './sandbox';

const known = landmarks();
const lock = (deal: string) => `/crm/v8/Deals/${deal}/Locking_Information__s`;
const read = (uri: string, params: JsonObject = { fields: 'Locked_Reason__s' }): JsonObject => ({
  method: 'GET',
  uri,
  params,
  body: {},
  headers: {},
});

function open(options?: SandboxOptions) {
  const sandbox = createSandbox(options);
  const send = (parts: readonly Json[], flags: JsonObject = {}) =>
    caller(sandbox, 'sales')('POST', '/__composite_requests', {
      rollback_on_fail: false,
      parallel_execution: true,
      ...flags,
      __composite_requests: [...parts],
    });
  return { sandbox, send };
}

const done = (status_code: number, body: unknown) => ({
  code: 'SUCCESS',
  message: 'composite sub request executed successfully',
  status: 'success',
  details: { response: { headers: {}, status_code, body } },
});

describe('a composite call', () => {
  it('answers each part in its place, as the call alone would', async () => {
    const { sandbox, send } = open();
    const alone = await caller(sandbox, 'sales')(
      'GET',
      `/Deals/${known.manualDeal}/Locking_Information__s?fields=Locked_Reason__s`,
    );
    const { status, body } = await send([
      { ...read(lock(known.manualDeal)), sub_request_id: '1' },
      { ...read(lock(known.openDeal)), sub_request_id: '2' },
      read('/crm/v8/Deals', { fields: 'Deal_Name', ids: `${known.openDeal}` }),
    ]);
    expect(status).toBe(200);
    expect(body).toEqual({
      __composite_requests: [
        done(200, alone.body),
        done(204, null),
        done(200, expect.objectContaining({ data: [expect.objectContaining({ id: known.openDeal })] })),
      ],
    });
  });

  it('is one call in the log, with its parts in the body', async () => {
    const { sandbox, send } = open();
    await send([read(lock(known.manualDeal)), read(lock(known.bothDeal))]);
    expect(sandbox.log.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /crm/v8/__composite_requests',
    ]);
  });

  it('reads what is published together with a record', async () => {
    const { send } = open();
    const { status } = await send([
      read(`/crm/v8/Deals/${known.openDeal}`, { fields: 'Locked__s' }),
      read('/crm/v8/settings/variables', {}),
    ]);
    expect(status).toBe(200);
  });

  it('holds 25 rows a part', async () => {
    const { send } = open();
    const { body } = await send([read('/crm/v8/Deals', { fields: 'id', per_page: 200 })]);
    expect(body).toMatchObject({
      __composite_requests: [
        { details: { response: { body: { info: { count: 25, more_records: true } } } } },
      ],
    });
  });

  it('may give an empty object where a part has no body', async () => {
    const { body } = await open({ emptyPart: 'object' }).send([read(lock(known.openDeal))]);
    expect(body).toEqual({ __composite_requests: [done(204, {})] });
  });
});

describe('a part that fails', () => {
  const parts = [read(lock(known.manualDeal)), read(lock('1'))];
  const refusal = { code: 'INVALID_DATA', details: { resource_path_index: 1 } };

  it('carries its status inside, and the call is 207', async () => {
    const { status, body } = await open().send(parts);
    expect(status).toBe(207);
    expect(body).toMatchObject({
      __composite_requests: [done(200, {}), done(400, refusal)],
    });
  });

  it('may stand as an error in the place of the part', async () => {
    const { send } = open({ failedPart: 'outside' });
    const { status, body } = await send(parts);
    expect(status).toBe(207);
    expect(body).toMatchObject({ __composite_requests: [done(200, {}), { status: 'error', ...refusal }] });
    expect((await send([read(lock('1'))])).status).toBe(400);
  });

  it('tells an error of the other envelope, too', async () => {
    const { send } = open({ failedPart: 'outside' });
    const change = { ...read(`/crm/v8/Deals/${known.manualDeal}`, {}), method: 'PUT' };
    const { body } = await send([{ ...change, body: { data: [{ Amount: 1 }] } }]);
    expect(body).toMatchObject({
      __composite_requests: [{ code: 'RECORD_LOCKED', details: { action: 'record_locking' } }],
    });
  });

  it('takes back what was done before it where that is asked for', async () => {
    const { sandbox, send } = open();
    const unlock = (deal: string, id = sandbox.org.lockOf('Deals', deal)?.id ?? '1') => ({
      ...read(`${lock(deal)}/${id}`, {}),
      method: 'DELETE',
    });
    const { status, body } = await send(
      [unlock(known.manualDeal), unlock(known.automaticDeal), parts[0] ?? null],
      {
        rollback_on_fail: true,
        parallel_execution: false,
      },
    );
    expect(status).toBe(207);
    expect(body).toMatchObject({
      __composite_requests: [
        { code: 'ROLLBACK_PERFORMED', details: { rollbacked_by_sub_request_index: 1 } },
        done(403, { code: 'NOT_ALLOWED' }),
        { code: 'PROCESSING_STOPPED' },
      ],
    });
    expect(sandbox.org.lockOf('Deals', known.manualDeal)?.source).toBe('Manual');
    const alone = await send([unlock(known.manualDeal)], {
      rollback_on_fail: true,
      parallel_execution: false,
    });
    expect(alone.status).toBe(200);
    expect(sandbox.org.lockOf('Deals', known.manualDeal)).toBeUndefined();
  });
});

describe('what may not be a part', () => {
  const notSupported = { __composite_requests: [{ code: 'NOT_SUPPORTED', status: 'error' }] };

  it.each([
    [
      'a lock that is made',
      { ...read(lock(known.openDeal), {}), method: 'POST', body: { data: [{ Locked_Reason__s: 'x' }] } },
    ],
    ['a configuration', read('/crm/v8/settings/record_locking_configurations', { module: 'Deals' })],
    ['a timeline', read(`/crm/v8/Deals/${known.openDeal}/__timeline`, {})],
    ['a call of another version', read(`/crm/v3/Deals/${known.openDeal}`, {})],
  ])('%s', async (_what, part) => {
    const { sandbox, send } = open();
    expect(await send([part])).toMatchObject({ status: 400, body: notSupported });
    expect(sandbox.org.lockOf('Deals', known.openDeal)).toBeUndefined();
  });

  it('a lock that is read, where an org takes that for something else than related records', async () => {
    const { send } = open({ locksInComposite: 'refused' });
    const both = await send([read(lock(known.manualDeal)), read('/crm/v8/Deals', { fields: 'id' })]);
    expect(both).toMatchObject({
      status: 207,
      body: { __composite_requests: [{ code: 'NOT_SUPPORTED' }, { code: 'SUCCESS' }] },
    });
    const named = read(`${lock(known.manualDeal)}/1`, {});
    expect(await send([named])).toMatchObject({ status: 400, body: notSupported });
  });
});

describe('a composite call is refused', () => {
  const six = Array.from({ length: 6 }, () => read(lock(known.manualDeal)));
  const one = read(lock(known.manualDeal));
  const inFirst = (part: JsonObject) => [{ ...one, ...part }];

  it.each<[string, readonly Json[], JsonObject, string, JsonObject]>([
    [
      'with both flags',
      [one],
      { rollback_on_fail: true },
      'AMBIGUITY_DURING_PROCESSING',
      { ambiguity_due_to: [{ api_name: 'rollback_on_fail' }, { api_name: 'parallel_execution' }] },
    ],
    ['with six parts', six, {}, 'INVALID_DATA', { api_name: '__composite_requests', maximum_length: 5 }],
    ['without a part', [], {}, 'INVALID_DATA', { expected_data_type: 'jsonarray' }],
    [
      'with a flag that is a text',
      [one],
      { rollback_on_fail: 'no' },
      'INVALID_DATA',
      { expected_data_type: 'boolean' },
    ],
  ])('%s', async (_how, parts, flags, code, details) => {
    expect(await open().send(parts, flags)).toMatchObject({ status: 400, body: { code, details } });
  });

  it.each<[string, readonly Json[], string, JsonObject]>([
    [
      'without an address',
      inFirst({ uri: null }),
      'MANDATORY_NOT_FOUND',
      { json_path: '$.__composite_requests[0].uri' },
    ],
    [
      'with a whole address',
      inFirst({ uri: 'https://x.example/crm/v8/Deals' }),
      'INVALID_DATA',
      { api_name: 'uri' },
    ],
    ['with an unknown method', inFirst({ method: 'HEAD' }), 'INVALID_DATA', { api_name: 'method' }],
    [
      'with an id of another form',
      inFirst({ sub_request_id: 'a b' }),
      'INVALID_DATA',
      { regex: '[a-zA-Z0-9][a-zA-Z0-9_]*' },
    ],
    [
      'with a header that is not its own',
      inFirst({ headers: { Authorization: 'x' } }),
      'INVALID_DATA',
      { restricted_headers: ['Authorization'] },
    ],
    [
      'with the same id twice',
      [
        { ...one, sub_request_id: '1' },
        { ...one, sub_request_id: '1' },
      ],
      'DUPLICATE_DATA',
      { sub_request_indexes: [0, 1] },
    ],
  ])('%s', async (_how, parts, code, details) => {
    expect(await open().send(parts)).toMatchObject({
      status: 400,
      body: { __composite_requests: [{ code, details }] },
    });
  });

  it('by an org that does not allow it', async () => {
    expect(await open({ composite: 'refused' }).send([one])).toMatchObject({
      status: 401,
      body: { code: 'OAUTH_SCOPE_MISMATCH' },
    });
  });
});
