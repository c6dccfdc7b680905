import { describe, expect, it } from 'vitest';
import { countRecords, sampleRecords } from '../../src/crm/count-records';
import type { CrmReply, CrmRequest, Send } from '../../src/crm/transport';
import { caller } from '../sandbox/api/client';
import { createSandbox } from '../sandbox/api/sandbox';

const QUERY = "select COUNT(id) from Deals where Stage = 'Closed Won'";
const SAMPLE = "select Deal_Name, id from Deals where Stage = 'Closed Won' limit 3";

const answering =
  (reply: CrmReply, seen: CrmRequest[] = []): Send =>
  async (request) => {
    seen.push(request);
    return reply;
  };
const rows = (...data: unknown[]): CrmReply => ({ status: 200, body: { data, info: {} } });

describe('counting', () => {
  it('asks once, by POST', async () => {
    const seen: CrmRequest[] = [];
    expect(await countRecords(answering(rows({ 'COUNT(id)': 3 }), seen), QUERY)).toEqual({
      ok: true,
      value: 3,
    });
    expect(seen).toEqual([{ method: 'POST', path: '/crm/v8/coql', body: { select_query: QUERY } }]);
  });

  it.each<[what: string, reply: CrmReply, count: number]>([
    ['under another key', rows({ count: 1284 }), 1284],
    ['under the id', rows({ id: 7 }), 7],
    ['as text', rows({ 'COUNT(id)': '42' }), 42],
    ['beside an id', rows({ 'COUNT(id)': 5, id: '5843104000000424001' }), 5],
    ['beside a text', rows({ 'COUNT(id)': 5, Stage: '', Amount: ' 12', Size: '1e3' }), 5],
    ['beside a list', rows({ 'COUNT(id)': 5, Tags: ['7'] }), 5],
    ['of nothing', rows({ 'COUNT(id)': 0 }), 0],
    ['by 204', { status: 204, body: undefined }, 0],
    ['by an empty list', rows(), 0],
  ])('reads a number %s', async (_, reply, count) => {
    expect(await countRecords(answering(reply), QUERY)).toEqual({ ok: true, value: count });
  });

  it.each<[what: string, reply: CrmReply]>([
    ['an empty reply that does not say 204', { status: 200, body: '' }],
    ['a page of HTML', { status: 200, body: '<html>' }],
    ['records instead of a number', rows({ id: '5843104000000424001' })],
    ['two rows', rows({ 'COUNT(id)': 1 }, { 'COUNT(id)': 2 })],
    ['two numbers', rows({ 'COUNT(id)': 1, 'SUM(Amount)': 2 })],
    ['a part of a number', rows({ 'COUNT(id)': 1.5 })],
    ['less than nothing', rows({ 'COUNT(id)': -1 })],
    ['something else', rows([3])],
  ])('never takes %s for a count', async (_, reply) => {
    expect(await countRecords(answering(reply), QUERY)).toMatchObject({
      ok: false,
      error: { kind: 'unexpected' },
    });
  });

  it.each<[kind: string, reply: CrmReply]>([
    ['timeout', { lost: 'timeout' }],
    ['rateLimited', { status: 429, body: { code: 'TOO_MANY_REQUESTS' } }],
    ['noPermission', rows({ code: 'NO_PERMISSION', status: 'error' })],
    ['invalid', { status: 400, body: { code: 'INVALID_QUERY', details: { column_name: 'X' } } }],
    ['invalid', { status: 400, body: { code: 'LIMIT_EXCEEDED', details: {} } }],
    ['unauthorised', { status: 401, body: { code: 'OAUTH_SCOPE_MISMATCH', details: {} } }],
    ['notSupported', { status: 400, body: { code: 'INVALID_MODULE', details: {} } }],
    ['server', { status: 500, body: {} }],
  ])('tells %s', async (kind, reply) => {
    const found = { ok: false, error: expect.objectContaining({ kind }) };
    expect(await countRecords(answering(reply), QUERY)).toEqual(found);
    expect(await sampleRecords(answering(reply), SAMPLE, 'Deal_Name')).toEqual(found);
  });
});

describe('sampling', () => {
  it('gives ids and names', async () => {
    const reply = rows(
      { id: '1', Deal_Name: 'Commercial Press' },
      { id: '2', Deal_Name: null },
      { id: '3', Deal_Name: { name: 'x' } },
    );
    expect(await sampleRecords(answering(reply), SAMPLE, 'Deal_Name')).toEqual({
      ok: true,
      value: [
        { id: '1', name: 'Commercial Press' },
        { id: '2', name: '' },
        { id: '3', name: '' },
      ],
    });
  });

  it('is empty when nothing is found', async () => {
    const none = { ok: true, value: [] };
    expect(await sampleRecords(answering({ status: 204, body: '' }), SAMPLE, 'Deal_Name')).toEqual(none);
  });

  it.each<[what: string, reply: CrmReply]>([
    ['a row without an id', rows({ id: '1', Deal_Name: 'x' }, { Deal_Name: 'y' })],
    ['an id that leads elsewhere', rows({ id: '../1', Deal_Name: 'x' })],
    ['an id with a path behind it', rows({ id: '1/..', Deal_Name: 'x' })],
    ['no list', { status: 200, body: { data: {} } }],
  ])('trusts no reply with %s', async (_, reply) => {
    expect(await sampleRecords(answering(reply), SAMPLE, 'Deal_Name')).toMatchObject({
      ok: false,
      error: { kind: 'unexpected' },
    });
  });
});

describe('against the sandbox', () => {
  const sandbox = createSandbox();
  const call = caller(sandbox, 'admin');
  const send: Send = async ({ method, path, body }) =>
    call(method, path.replace('/crm/v8', ''), JSON.parse(JSON.stringify(body)));

  it('counts and names what is there', async () => {
    const won = sandbox.org.records('Deals').filter((deal) => deal.Stage === 'Closed Won');
    expect(won.length).toBeGreaterThan(3);
    expect(await countRecords(send, QUERY)).toEqual({ ok: true, value: won.length });
    expect(await sampleRecords(send, SAMPLE, 'Deal_Name')).toEqual({
      ok: true,
      value: won.slice(0, 3).map(({ id, Deal_Name: name }) => ({ id, name })),
    });
    expect(await countRecords(send, QUERY.replace('Won', 'Nowhere'))).toEqual({ ok: true, value: 0 });
    expect(await countRecords(send, 'select')).toMatchObject({ ok: false, error: { code: 'SYNTAX_ERROR' } });
  });
});
