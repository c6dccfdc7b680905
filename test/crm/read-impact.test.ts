import { describe, expect, it } from 'vitest';
import { countUnlocked, type ImpactQuestion, readImpact } from '../../src/crm/read-impact';
import type { CrmReply, CrmRequest } from '../../src/crm/transport';
import { keySource, parseCriteria } from '../../src/locking/criteria/tree/node';
import { FIELDS, field } from '../locking/samples';
import { leaf } from '../settings/features/rules/criteria';

const NAMED = [...FIELDS, field('Deal_Name', 'text')];
const WON = leaf('Stage', 'equal', 'Won');
/** Zoho does not say whether this holds for an empty Stage. */
const NOT_WON = leaf('Stage', 'not_equal', 'Won');
/** COQL has nothing for it. */
const ROLE = leaf('Owner', 'equal_role', { id: '7' });

const WIDE = "(Stage != 'Won' or Stage is null)";
const NARROW = "(Stage != 'Won' and Stage is not null)";

const rows = (...data: unknown[]): CrmReply => ({ status: 200, body: { data } });
const count = (value: number) => rows({ 'COUNT(id)': value });
const LIMITED: CrmReply = { status: 429, body: { code: 'TOO_MANY_REQUESTS', status: 'error' } };
const RATE_LIMITED = { kind: 'failed', error: expect.objectContaining({ kind: 'rateLimited' }) };

/** Asks a CRM that gives these answers in order; nobody waits any more once `patience` of them have come. */
async function ask<T>(
  read: (send: (request: CrmRequest) => Promise<CrmReply>, question: ImpactQuestion) => Promise<T>,
  criteria: typeof WON,
  replies: readonly CrmReply[],
  patience = Infinity,
) {
  const queries: unknown[] = [];
  const found = await read(
    async ({ body }) => {
      queries.push(body);
      return replies[queries.length - 1] ?? { lost: 'offline' };
    },
    {
      module: 'Deals',
      fields: NAMED,
      criteria: parseCriteria(criteria, keySource()),
      wanted: () => queries.length < patience,
    },
  );
  return { found, queries: queries.map((body) => Object(body).select_query) };
}

const ALL = `select COUNT(id) from Deals where Stage = 'Won'`;
const LOCKED = `select COUNT(id) from Deals where (Stage = 'Won' and Locked__s = true)`;
const SAMPLE = `select Deal_Name, id from Deals where Stage = 'Won' limit 10`;
const ZYLKER = { id: '1', Deal_Name: 'Zylker' };

describe('the impact of criteria', () => {
  it('is how many records match, how many of them are locked, and some of them by name', async () => {
    const { found, queries } = await ask(readImpact, WON, [count(12), count(3), rows(ZYLKER)]);
    expect(found).toEqual({
      kind: 'counted',
      least: 12,
      most: 12,
      locked: 3,
      sample: [{ id: '1', name: 'Zylker' }],
    });
    expect(queries).toEqual([ALL, LOCKED, SAMPLE]);
  });

  it('needs one call where nothing matches', async () => {
    const { found, queries } = await ask(readImpact, WON, [count(0)]);
    expect(found).toEqual({ kind: 'counted', least: 0, most: 0, locked: 0, sample: [] });
    expect(queries).toEqual([ALL]);
  });

  it('is told all the same where the locked ones and the examples cannot be read', async () => {
    const { found } = await ask(readImpact, WON, [count(12), LIMITED, LIMITED]);
    expect(found).toEqual({ kind: 'counted', least: 12, most: 12, locked: null, sample: [] });
  });

  it('is two numbers, and no examples, where empty fields may count or not', async () => {
    const { found, queries } = await ask(readImpact, NOT_WON, [count(9), count(7)]);
    expect(found).toEqual({ kind: 'counted', least: 7, most: 9, locked: null, sample: [] });
    expect(queries).toEqual([
      `select COUNT(id) from Deals where ${WIDE}`,
      `select COUNT(id) from Deals where ${NARROW}`,
    ]);
  });

  it('is one number where they might count but there are none', async () => {
    const { found, queries } = await ask(readImpact, NOT_WON, [count(9), count(9), count(2), rows(ZYLKER)]);
    expect(found).toMatchObject({ kind: 'counted', least: 9, most: 9, locked: 2, sample: [{ id: '1' }] });
    expect(queries).toHaveLength(4);
  });
});

describe.each([
  ['the impact', readImpact, 'where '],
  ['the number of unlocked records', countUnlocked, 'Locked__s = false'],
])('%s', (_name, read, says) => {
  it('is not asked for where COQL cannot say the criteria, and names them', async () => {
    const { found, queries } = await ask(read, ROLE, []);
    expect(found).toEqual({
      kind: 'uncountable',
      untranslatable: [expect.objectContaining({ reason: 'role', path: [] })],
    });
    expect(queries).toEqual([]);
  });

  it.each([
    ['the count', WON, [LIMITED]],
    ['the narrower count', NOT_WON, [count(9), LIMITED]],
  ])('is none when %s fails', async (_which, criteria, replies) => {
    const { found, queries } = await ask(read, criteria, replies);
    expect(found).toEqual(RATE_LIMITED);
    expect(queries).toHaveLength(replies.length);
    for (const query of queries) expect(query).toContain(says);
  });

  it.each([1, 2])('is dropped when nobody waits for it after call %i', async (patience) => {
    const { found, queries } = await ask(read, NOT_WON, [count(9), count(7)], patience);
    expect(found).toBeNull();
    expect(queries).toHaveLength(patience);
  });
});

it.each([1, 2, 3])(
  'of a single reading, nothing is asked after call %i once nobody waits',
  async (patience) => {
    const { found, queries } = await ask(readImpact, WON, [count(12), count(3), rows(ZYLKER)], patience);
    expect(found).toBeNull();
    expect(queries).toHaveLength(patience);
  },
);

describe('the records that are not locked yet', () => {
  it('are counted in one call', async () => {
    const { found, queries } = await ask(countUnlocked, WON, [count(5)]);
    expect(found).toEqual({ kind: 'counted', least: 5, most: 5 });
    expect(queries).toEqual([`select COUNT(id) from Deals where (Stage = 'Won' and Locked__s = false)`]);
  });

  it('are counted under both readings of empty fields', async () => {
    const { found, queries } = await ask(countUnlocked, NOT_WON, [count(5), count(4)]);
    expect(found).toEqual({ kind: 'counted', least: 4, most: 5 });
    expect(queries).toEqual([
      `select COUNT(id) from Deals where (${WIDE} and Locked__s = false)`,
      `select COUNT(id) from Deals where (${NARROW} and Locked__s = false)`,
    ]);
  });
});
