import { describe, expect, it } from 'vitest';
import { caller } from './client';
import { isArray, isObject, type Json, type JsonObject } from './json';
import { createSandbox } from './sandbox';

const sandbox = createSandbox({ now: () => new Date('2026-03-18T04:30:00Z') });
const { org } = sandbox;
const call = caller(sandbox, 'admin');
const ask = (select_query: Json) => call('POST', '/coql', { select_query });

const DEAL: JsonObject = {
  Deal_Name: 'O\'Hara & Sons: 100% \\ "paper"',
  Stage: 'Closed Won',
  Amount: 50_000.5,
  Closing_Date: '2026-03-18',
  Handover_Time: '2026-03-18T10:00:00+05:30',
  Regions: ['North', 'South'],
  Owner: { id: '77', name: 'Sales' },
  Account_Name: { id: '88', name: 'Paper' },
  Legal_Approved: true,
  External_Number: '9007199254740993',
  Next_Step: null,
};

/** A module that holds this deal and nothing else, asked by a condition. */
const finds = async (where: string, values: JsonObject = {}): Promise<boolean> => {
  org.state.records.Deals = { '1': { ...DEAL, ...values, id: '1' } };
  const { status, body } = await ask(`select id from Deals where ${where}`);
  if (status !== 200 && status !== 204) throw new Error(JSON.stringify(body));
  return status === 200;
};

const codeOf = async (query: Json): Promise<Json> => {
  const { status, body } = await ask(query);
  const { code = null, details = null } = isObject(body) ? body : {};
  return [status, code, details];
};

describe('conditions of COQL', () => {
  it.each<[where: string, expected: boolean]>([
    ["Stage = 'closed won'", true],
    ["Stage != 'Closed Won'", false],
    ["'Stage' = 'Closed Won'", true],
    ['Stage in (Qualification, "Closed Won")', true],
    ["Stage not in ('Qualification')", true],
    ["Deal_Name like 'o''hara%'", true],
    ['Deal_Name like \'%\\ "paper"\'', true],
    ['Deal_Name like "%""paper"""', true],
    ["Deal_Name like '%sons'", false],
    ["Deal_Name like 'O_Hara%'", true],
    ["Deal_Name not like '%sons%'", false],
    ['Amount = 50000.50', true],
    ['Amount > 50000.5', false],
    ['Amount >= 50000.5', true],
    ['Amount < -1', false],
    ['Amount between 50000 and 50001', true],
    ['Amount not between 50000 and 50001', false],
    ['Amount in (1, 50000.5)', true],
    ["Closing_Date <= '2026-03-18'", true],
    ["Closing_Date < '2026-03-18'", false],
    ["Handover_Time = '2026-03-18T04:30:00+00:00'", true],
    ["Handover_Time > '2026-03-18T04:29:59Z'", true],
    ["Regions = 'South;North'", true],
    ["Regions = 'North'", false],
    ["Regions like '%North%'", true],
    ["Owner = '77'", true],
    ["Account_Name in ('1', '88')", true],
    ['Legal_Approved = true', true],
    ["Legal_Approved = 'false'", false],
    ['Locked__s = false', true],
    ['Next_Step is null', true],
    ['Next_Step IS NULL', true],
    ['Next_Step is not null', false],
    ["Next_Step != 'Call'", false],
    ["Next_Step not like '%Call%'", false],
    ["id = '1'", true],
  ])('%s: %s', async (where, expected) => {
    expect(await finds(where)).toBe(expected);
  });

  it.each<[where: string, expected: boolean]>([
    ["(Stage = 'Closed Won' and Amount > 1)", true],
    ["Stage = 'Closed Won' and (Amount > 90000 or Legal_Approved = true)", true],
    ["(Stage = 'Closed Won' and Amount > 90000) or Legal_Approved = true", true],
    ["Stage = 'Closed Won' and (Amount > 90000 and Legal_Approved = true)", false],
    ['(Amount between 1 and 90000 and Closing_Date is not null)', true],
    ["((Stage = 'x' or Stage = 'Closed Won') AND (Amount > 1 OR Amount < 0))", true],
  ])('brackets: %s: %s', async (where, expected) => {
    expect(await finds(where)).toBe(expected);
  });

  it('takes an empty multi-select for no value', async () => {
    expect(await finds('Regions is null', { Regions: [] })).toBe(true);
    expect(await finds("Regions = 'North'", { Regions: [] })).toBe(false);
  });

  it.each(["Next_Step != 'Call'", "Next_Step not in ('Call')", "Next_Step not like '%Call%'"])(
    'can hold for an empty field: %s',
    async (where) => {
      const other = createSandbox({ coqlNegativeOnEmpty: 'holds' });
      other.org.state.records.Deals = { '1': { ...DEAL, id: '1' } };
      const query = { select_query: `select id from Deals where ${where}` };
      expect((await caller(other, 'admin')('POST', '/coql', query)).status).toBe(200);
      const opposite = { select_query: `select id from Deals where ${where} and Next_Step is not null` };
      expect((await caller(other, 'admin')('POST', '/coql', opposite)).status).toBe(204);
    },
  );
});

describe('what a query answers', () => {
  const fresh = () => sandbox.reset();
  const some = "Stage = 'Closed Won'";

  it('counts, also above what a page holds', async () => {
    fresh();
    const { body } = await ask('select COUNT(id) from Deals where id is not null');
    const total = sandbox.org.records('Deals').length;
    expect(total).toBeGreaterThan(200);
    expect(body).toEqual({ data: [{ 'COUNT(id)': total }], info: { count: 1, more_records: false } });
  });

  it('gives the columns asked for, the id, and of references the id alone', async () => {
    fresh();
    const { status, body } = await ask(`select Deal_Name, Owner from Deals where ${some} limit 3`);
    expect(status).toBe(200);
    const data = isObject(body) ? body.data : null;
    expect(isArray(data) ? data.length : 0).toBe(3);
    for (const row of isArray(data) ? data : [])
      expect(row).toEqual({
        id: expect.any(String),
        Deal_Name: expect.any(String),
        Owner: { id: expect.any(String) },
      });
    expect(isObject(body) && body.info).toEqual({ count: 3, more_records: true });
  });

  it('pages by offset, written either way', async () => {
    fresh();
    const ids = async (page: string) => {
      const { body } = await ask(`select id from Deals where ${some}${page}`);
      const data = isObject(body) ? body.data : null;
      return isArray(data) ? data.map((row) => isObject(row) && row.id) : [];
    };
    const all = await ids('');
    expect(all.length).toBeGreaterThan(7);
    expect(await ids(' limit 2')).toEqual(all.slice(0, 2));
    expect(await ids(' limit 3, 4')).toEqual(all.slice(3, 7));
    expect(await ids(' limit 4 offset 3')).toEqual(all.slice(3, 7));
  });

  it('is 204 when nothing matches, counted or not', async () => {
    fresh();
    expect(await ask("select id from Deals where Stage = 'Nowhere'")).toEqual({
      status: 204,
      body: undefined,
    });
    expect((await ask("select COUNT(id) from Deals where Stage = 'Nowhere'")).status).toBe(204);
    expect((await ask('select id from Deals where id is not null limit 9000, 10')).status).toBe(204);
  });

  it('holds 200 rows, or up to 2,000 where the query says so', async () => {
    fresh();
    const count = async (limit: string) => {
      const { body } = await ask(`select id from Deals where id is not null${limit}`);
      return isObject(body) && isArray(body.data) && body.data.length;
    };
    expect(await count('')).toBe(200);
    expect(await count(' limit 2000')).toBe(2000);
  });

  const rows = async (query: string): Promise<JsonObject[]> => {
    const { body } = await ask(query);
    return isObject(body) && isArray(body.data) ? body.data.filter(isObject) : [];
  };

  it('finds the locked records of a module, in the order of their ids', async () => {
    fresh();
    const found = await rows('select id, Deal_Name from Deals where Locked__s = true limit 2000');
    const locked = sandbox.org.locksOf('Deals').map(([id]) => id);
    expect(found.map(({ id }) => id)).toEqual(locked.sort());
    expect(found[0]).toEqual({ id: locked[0], Deal_Name: 'Commercial Press' });
  });

  it('goes on behind an id', async () => {
    fresh();
    const query = (after: string) =>
      rows(`select id from Deals where (Locked__s = true and id > '${after}') limit 4`);
    const first = await query('0');
    const second = await query(String(first.at(-1)?.id));
    expect([...first, ...second].map(({ id }) => id)).toEqual(
      (await rows('select id from Deals where Locked__s = true limit 8')).map(({ id }) => id),
    );
  });

  it('comes in the order that is asked for', async () => {
    fresh();
    const amounts = (await rows(`select Amount from Deals where ${some} order by Amount desc, id asc`)).map(
      ({ Amount }) => Number(Amount),
    );
    expect(amounts.length).toBeGreaterThan(100);
    expect(amounts).toEqual([...amounts].sort((a, b) => b - a));
  });

  it('is not given where COQL is refused, or does not know the field', async () => {
    const query = { select_query: 'select id from Deals where Locked__s = true' };
    const refused = createSandbox({ coql: 'refused' });
    expect(await caller(refused, 'admin')('POST', '/coql', query)).toMatchObject({
      status: 401,
      body: { code: 'OAUTH_SCOPE_MISMATCH' },
    });
    const unknown = createSandbox({ lockedInCoql: 'unknown' });
    expect(await caller(unknown, 'admin')('POST', '/coql', query)).toMatchObject({
      status: 400,
      body: { code: 'INVALID_QUERY', details: { column_name: 'Locked__s' } },
    });
  });
});

describe('what is refused', () => {
  const list = (count: number) => Array.from({ length: count }, (_, index) => index).join(', ');
  const all = (count: number): string =>
    count === 1 ? 'Amount > 0' : `(${all(count - 1)} and Amount > ${count})`;
  const where = (text: string) => `select id from Deals where ${text}`;

  it.each<[query: Json, code: string, details: JsonObject]>([
    [null, 'MANDATORY_NOT_FOUND', { api_name: 'select_query' }],
    ['select id from Deals', 'SYNTAX_ERROR', { clause: 'where' }],
    ['delete from Deals', 'SYNTAX_ERROR', { near: 'delete from Deals' }],
    [where("Stage = 'x' and Amount > 1 and Amount < 5"), 'SYNTAX_ERROR', { near: 'and Amount < 5' }],
    [where("Stage = 'it's'"), 'SYNTAX_ERROR', { near: "'" }],
    [where("(Stage = 'x'"), 'SYNTAX_ERROR', { near: '' }],
    [where('Amount in ()'), 'SYNTAX_ERROR', { near: ')' }],
    [where('Amount > 1; drop'), 'SYNTAX_ERROR', { near: '; drop' }],
    ['select id from Nowhere where id is not null', 'INVALID_MODULE', {}],
    ['select Gone from Deals where id is not null', 'INVALID_QUERY', { column_name: 'Gone' }],
    ['select id, id from Deals where id is not null', 'DUPLICATE_DATA', { column_name: 'id' }],
    [where('Gone is null'), 'INVALID_QUERY', { column_name: 'Gone' }],
    [where("Amount = 'much'"), 'INVALID_QUERY', { column_name: 'Amount' }],
    [where("Closing_Date = '18.3.2026'"), 'INVALID_QUERY', { column_name: 'Closing_Date' }],
    [where("Owner = 'John'"), 'INVALID_QUERY', { column_name: 'Owner' }],
    [
      where("Stage > 'A'"),
      'INVALID_QUERY',
      { column_name: 'Stage', operator: '>', reason: 'invalid operator found' },
    ],
    [
      where('Legal_Approved is null'),
      'INVALID_QUERY',
      { column_name: 'Legal_Approved', operator: 'is null', reason: 'invalid operator found' },
    ],
    [
      where("Stage not like 'A%'"),
      'INVALID_QUERY',
      { column_name: 'Stage', operator: 'not like', reason: 'invalid value found' },
    ],
    [where("Description = 'x'"), 'INVALID_QUERY', { column_name: 'Description', operator: '=', value: 'x' }],
    [where('Amount > 1 limit ten'), 'INVALID_QUERY', { limit: 'ten' }],
    [where('Amount > 1 limit 0'), 'INVALID_DATA', {}],
    [
      'select count(id) from Deals where Amount > 1',
      'INVALID_DATA',
      { reason: 'unsupported aggregate function', column: 'count(id)' },
    ],
    [where(`Amount in (${list(51)})`), 'LIMIT_EXCEEDED', { limit: 50 }],
    [where(all(26)), 'LIMIT_EXCEEDED', { limit: 25 }],
    [where('Amount > 1 limit 2001'), 'LIMIT_EXCEEDED', { limit: 2000 }],
    [where('Amount > 1 order by Gone'), 'INVALID_QUERY', { column_name: 'Gone' }],
    [
      where("Account_Name > '1'"),
      'INVALID_QUERY',
      { column_name: 'Account_Name', operator: '>', reason: 'invalid operator found' },
    ],
    [where('Amount > 1 limit 9999, 10'), 'LIMIT_EXCEEDED', { limit: 10_000 }],
  ])('%s: %s', async (query, code, details) => {
    expect(await codeOf(query)).toEqual([400, code, details]);
  });

  it('takes what is just within the limits', async () => {
    expect((await ask(where(`Amount in (${list(50)})`))).status).toBeLessThan(300);
    expect((await ask(where(all(25)))).status).toBeLessThan(300);
  });

  it('wants a user, and no other method than POST', async () => {
    const nobody = await caller(sandbox, 'nobody')('POST', '/coql', { select_query: where('id is null') });
    expect(nobody.status).toBe(401);
    expect((await call('GET', '/coql')).body).toMatchObject({ code: 'INVALID_REQUEST_METHOD' });
  });
});
