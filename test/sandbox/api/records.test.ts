import { describe, expect, it } from 'vitest';
import { landmarks } from '../data/landmarks';
import { caller } from './client';
import { createSandbox } from './sandbox';

const known = landmarks();

function open() {
  const sandbox = createSandbox();
  return { sandbox, sales: caller(sandbox, 'sales') };
}

describe('lists', () => {
  it('come page by page, with the fields asked for and the $ keys', async () => {
    const { sandbox, sales } = open();
    expect(await sales('GET', '/Deals?fields=Deal_Name&per_page=200&page=1')).toMatchObject({
      status: 200,
      body: { info: { per_page: 200, count: 200, page: 1, more_records: true } },
    });
    const accounts = sandbox.org.records('Accounts').length;
    expect(await sales('GET', '/Accounts?fields=Account_Name&per_page=50&page=2')).toMatchObject({
      body: { info: { count: accounts - 50, page: 2, more_records: false } },
    });
    expect((await sales('GET', '/Accounts?fields=Account_Name&page=2')).status).toBe(204);
    const one = await sales('GET', `/Deals?fields=Deal_Name,Locked__s,Nope&ids=${known.manualDeal}`);
    expect(one.body).toMatchObject({
      data: [{ Deal_Name: 'Harbour Logistics', Locked__s: true, id: known.manualDeal, $locked_for_me: true }],
    });
    expect(one.body).not.toHaveProperty('data.0.Nope');
    expect(one.body).not.toHaveProperty('data.0.Stage');
  });

  it('want fields, and at most 200 records a page', async () => {
    const { sales } = open();
    expect(await sales('GET', '/Deals')).toMatchObject({
      status: 400,
      body: { code: 'REQUIRED_PARAM_MISSING', details: { param_name: 'fields' } },
    });
    expect(await sales('GET', '/Deals?fields=Stage&per_page=201')).toMatchObject({
      status: 400,
      body: { code: 'INVALID_DATA', details: { param_name: 'per_page' } },
    });
    expect(await sales('GET', '/Nope?fields=A')).toMatchObject({ body: { code: 'INVALID_MODULE' } });
  });

  it('can be sorted', async () => {
    const { sandbox, sales } = open();
    const amounts = sandbox.org.records('Deals').map((deal) => deal.Amount);
    const greatest = Math.max(...amounts.map(Number));
    const path = '/Deals?fields=Amount&sort_by=Amount&per_page=1&sort_order=';
    expect((await sales('GET', `${path}desc`)).body).toMatchObject({ data: [{ Amount: greatest }] });
    expect((await sales('GET', `${path}asc`)).body).toMatchObject({ data: [{ Amount: null }] });
  });

  it('can be searched by criteria and by a word', async () => {
    const { sandbox, sales } = open();
    const count = (test: (deal: Record<string, unknown>) => boolean) =>
      sandbox.org.records('Deals').filter(test).length;
    const criteria = encodeURIComponent('((Stage:equals:Closed Won)and(Amount:greater_than:100000))');
    expect((await sales('GET', `/Deals/actions/count?criteria=${criteria}`)).body).toEqual({
      count: count((deal) => deal.Stage === 'Closed Won' && Number(deal.Amount) > 100_000),
    });
    expect(
      (await sales('GET', '/Deals/search?criteria=(Locked__s:equals:true)&fields=id')).body,
    ).toMatchObject({
      info: { count: sandbox.org.locksOf('Deals').length },
    });
    const either = encodeURIComponent(
      '(Stage:in:Closed Lost,Closed Won)or(Deal_Name:equals:Harbour Logistics)',
    );
    expect((await sales('GET', `/Deals/search?criteria=${either}&per_page=1`)).status).toBe(200);
    expect(
      (await sales('GET', `/Deals/search?word=${encodeURIComponent('التجارة')}&fields=Deal_Name`)).body,
    ).toMatchObject({
      data: [{ id: known.rightToLeftDeal }],
    });
    await sales('PUT', `/Deals/${known.openDeal}`, { data: [{ Deal_Name: 'Press (new), large' }] });
    const escaped = encodeURIComponent('(Deal_Name:equals:Press \\(new\\)\\, large)');
    expect((await sales('GET', `/Deals/search?criteria=${escaped}`)).body).toMatchObject({
      data: [{ id: known.openDeal }],
    });
    expect((await sales('GET', '/Deals/search?criteria=(Stage')).body).toMatchObject({
      code: 'INVALID_QUERY',
    });
    expect((await sales('GET', '/Deals/search?word=nothingofthesort')).status).toBe(204);
  });
});

describe('writing', () => {
  it('creates, updates and deletes a record', async () => {
    const { sandbox, sales } = open();
    const created = await sales('POST', '/Deals', {
      data: [{ Deal_Name: 'Fresh', Stage: 'Qualification', Locked__s: true, Unknown: 1, Contact_Name: null }],
    });
    expect(created).toMatchObject({
      status: 201,
      body: { data: [{ code: 'SUCCESS', message: 'record added' }] },
    });
    const id = sandbox.org.recordNamed('Deals', 'Fresh')?.id ?? '';
    expect((await sales('GET', `/Deals/${id}`)).body).toMatchObject({
      data: [{ Stage: 'Qualification', Locked__s: false, Amount: null, Owner: { id: known.salesUser } }],
    });
    const owner = { Owner: { id: known.administrator }, Amount: 12.5 };
    expect((await sales('PUT', `/Deals/${id}`, { data: [owner] })).body).toMatchObject({
      data: [
        {
          code: 'SUCCESS',
          message: 'record updated',
          details: { id, Modified_By: { name: 'Patricia Boyle' } },
        },
      ],
    });
    expect(sandbox.org.record('Deals', id)).toMatchObject({ Owner: { name: 'John Smith' }, Amount: 12.5 });
    expect((await sales('DELETE', `/Deals/${id}`)).body).toMatchObject({
      data: [{ code: 'SUCCESS', message: 'record deleted', details: { id } }],
    });
    expect(await sales('GET', `/Deals/${id}`)).toMatchObject({
      status: 400,
      body: { code: 'INVALID_DATA', details: { resource_path_index: 1 } },
    });
  });

  it.each([
    [
      'a missing name',
      { Stage: 'Qualification' },
      'MANDATORY_NOT_FOUND',
      { api_name: 'Deal_Name', json_path: '$.data[0].Deal_Name' },
    ],
    [
      'text for a number',
      { Deal_Name: 'a', Stage: 'b', Amount: '5' },
      'INVALID_DATA',
      { api_name: 'Amount', expected_data_type: 'double' },
    ],
    [
      'a fraction for a whole number',
      { Deal_Name: 'a', Stage: 'b', Seats: 1.5 },
      'INVALID_DATA',
      { expected_data_type: 'integer' },
    ],
    [
      'a date of another shape',
      { Deal_Name: 'a', Stage: 'b', Closing_Date: '1/2/26' },
      'INVALID_DATA',
      { expected_data_type: 'date' },
    ],
    ['a long text', { Deal_Name: 'x'.repeat(301), Stage: 'b' }, 'INVALID_DATA', { maximum_length: 300 }],
    [
      'an unknown account',
      { Deal_Name: 'a', Stage: 'b', Account_Name: { id: '1' } },
      'INVALID_DATA',
      { api_name: 'Account_Name' },
    ],
  ])('refuses %s', async (_what, values, code, details) => {
    const { sandbox, sales } = open();
    const before = sandbox.org.records('Deals').length;
    expect(await sales('POST', '/Deals', { data: [values] })).toMatchObject({
      status: 400,
      body: { data: [{ code, details }] },
    });
    expect(sandbox.org.records('Deals')).toHaveLength(before);
  });

  it('adds and removes tags and gives a record another owner', async () => {
    const { sandbox, sales } = open();
    const path = `/Deals/${known.openDeal}/actions`;
    await sales('POST', `${path}/add_tags`, { tags: [{ name: 'Big' }, { name: 'Late' }] });
    await sales('POST', `${path}/remove_tags`, { tags: [{ name: 'Big' }] });
    await sales('POST', `${path}/change_owner`, { owner: { id: known.administrator } });
    expect(sandbox.org.record('Deals', known.openDeal)).toMatchObject({
      Tag: [{ name: 'Late' }],
      Owner: { id: known.administrator },
    });
    expect(await sales('POST', `${path}/change_owner`, { owner: { id: '1' } })).toMatchObject({
      status: 400,
      body: { code: 'INVALID_DATA', details: { json_path: '$.owner.id' } },
    });
  });
});
