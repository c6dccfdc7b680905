import { describe, expect, it } from 'vitest';
import { landmarks } from '../data/landmarks';
import { caller } from './client';
import { isArray, isObject, type JsonObject } from './json';
import { createSandbox, type SandboxOptions } from './sandbox';

const known = landmarks();
const START = Date.parse('2026-03-18T04:30:00Z');

function open(options?: SandboxOptions) {
  let now = START;
  const sandbox = createSandbox({ ...options, now: () => new Date(now) });
  const sales = caller(sandbox, 'sales');
  const page = async (query: string, user = 'sales') => {
    const { status, body } = await caller(sandbox, user)('GET', `/Deals?fields=Locked__s&${query}`);
    const data = isObject(body) && isArray(body.data) ? body.data.filter(isObject) : [];
    const info: JsonObject = isObject(body) && isObject(body.info) ? body.info : {};
    return { status, body, ids: data.map(({ id }) => String(id)), info };
  };
  return { sandbox, sales, page, pass: (ms: number) => (now += ms) };
}

describe('records by their ids', () => {
  it('come with the fields asked for, and those that are gone are left out', async () => {
    const { page } = open();
    const found = await page(`ids=${known.manualDeal},${known.openDeal},1`);
    expect(found.body).toMatchObject({
      data: [
        { id: known.openDeal, Locked__s: false, $locked_for_me: false, $editable: true },
        { id: known.manualDeal, Locked__s: true, $locked_for_me: true, $editable: false },
      ],
      info: { count: 2, more_records: false },
    });
    expect((await page('ids=1')).status).toBe(204);
  });

  it('are at most 100, with at most 50 fields', async () => {
    const { sandbox, sales, page } = open();
    const ids = sandbox.org.records('Deals').map(({ id }) => id);
    expect((await page(`ids=${ids.slice(0, 100)}`)).ids).toHaveLength(100);
    expect(await page(`ids=${ids.slice(0, 101)}`)).toMatchObject({
      status: 400,
      body: { code: 'LIMIT_EXCEEDED', details: { limit: 100, param_name: 'ids' } },
    });
    const fields = Array.from({ length: 51 }, (_, index) => `Field_${index}`).join();
    expect(await sales('GET', `/Deals?fields=${fields}`)).toMatchObject({
      status: 400,
      body: { code: 'LIMIT_EXCEEDED', details: { limit: 50, param_name: 'fields' } },
    });
  });
});

describe('pages', () => {
  it('lead by their tokens to every record, each once', async () => {
    const { sandbox, page } = open();
    const seen: string[] = [];
    let query = '';
    do {
      const { ids, info } = await page(query);
      seen.push(...ids);
      query = typeof info.next_page_token === 'string' ? `page_token=${info.next_page_token}` : '';
      expect(info.more_records).toBe(query !== '');
    } while (query);
    expect(seen).toHaveLength(sandbox.org.records('Deals').length);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('have numbers up to the 2,000th record', async () => {
    const { page } = open();
    expect((await page('page=10')).ids).toHaveLength(200);
    expect(await page('page=11')).toMatchObject({
      status: 400,
      body: { code: 'DISCRETE_PAGINATION_LIMIT_EXCEEDED', details: { limit: 2000 } },
    });
  });

  it('have tokens that belong to whoever got them, fit one question and expire', async () => {
    const { page, pass } = open();
    const token = `page_token=${(await page('')).info.next_page_token}`;
    const mismatch = { status: 400, body: { code: 'TOKEN_BOUND_DATA_MISMATCH' } };
    expect(await page(token, 'admin')).toMatchObject(mismatch);
    expect(await page(`${token}&sort_by=Amount`)).toMatchObject(mismatch);
    expect(await page('page_token=invented')).toMatchObject(mismatch);
    expect(await page(`${token}&page=2`)).toMatchObject({
      body: {
        code: 'AMBIGUITY_DURING_PROCESSING',
        details: { ambiguity_due_to: [{ param_name: 'page' }, { param_name: 'page_token' }] },
      },
    });
    expect((await page(token)).status).toBe(200);
    pass(25 * 3_600_000);
    expect(await page(token)).toMatchObject({ status: 400, body: { code: 'EXPIRED_VALUE' } });
  });
});

describe('the search for locked records', () => {
  const criteria = 'criteria=(Locked__s:equals:true)';

  it('finds them', async () => {
    const { sandbox, sales } = open();
    const { body } = await sales('GET', `/Deals/search?${criteria}&fields=id`);
    expect(body).toMatchObject({ info: { count: sandbox.org.locksOf('Deals').length } });
    expect(body).not.toHaveProperty('info.next_page_token');
  });

  it('ends at the 2,000th', async () => {
    const { sales } = open({ deals: 4_000, lockedDeals: 2_500 });
    expect(await sales('GET', `/Deals/search?${criteria}&fields=id&page=10`)).toMatchObject({
      body: { info: { count: 200, more_records: true } },
    });
    expect(await sales('GET', `/Deals/search?${criteria}&fields=id&page=11`)).toMatchObject({
      status: 400,
      body: { code: 'LIMIT_REACHED', details: { limit: 2000 } },
    });
  });

  it('is refused where search is, or where it does not know the field', async () => {
    const ask = (options: SandboxOptions) => open(options).sales('GET', `/Deals/search?${criteria}`);
    expect(await ask({ search: 'refused' })).toMatchObject({
      status: 401,
      body: { code: 'OAUTH_SCOPE_MISMATCH' },
    });
    expect(await ask({ lockedInSearch: 'unknown' })).toMatchObject({
      status: 400,
      body: { code: 'INVALID_QUERY', details: { api_name: 'Locked__s' } },
    });
  });
});
