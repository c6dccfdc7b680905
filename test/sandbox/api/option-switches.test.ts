import { describe, expect, it } from 'vitest';
import { landmarks } from '../data/landmarks';
import { caller } from './client';
import { chosen, OPTION_SWITCHES, presentChoices, readChoices } from './option-switches';
import { createSandbox } from './sandbox';

const known = landmarks();
const query = { select_query: 'select id from Deals where Locked__s = true' };
const lock = { data: [{ Locked_Reason__s: 'audit' }] };
const lockPath = `/Deals/${known.openDeal}/Locking_Information__s`;

describe('choices as texts', () => {
  it('become the values that they stand for', () => {
    const given = { coql: 'refused', deals: '12000', concurrency: 'edition', releaseWhenUnmatched: 'false' };
    expect(readChoices(Object.entries(given))).toEqual({
      coql: 'refused',
      deals: 12_000,
      concurrency: 'edition',
      releaseWhenUnmatched: false,
    });
    expect(readChoices([['concurrency', '7']])).toEqual({ concurrency: 7 });
  });

  it('that are not understood are passed over', () => {
    const given = { coql: 'perhaps', deals: 'many', user: 'sales', toString: 'refused', mode: 'night' };
    expect(readChoices(Object.entries(given))).toEqual({});
  });

  it('of each switch are read as they are written', () => {
    for (const [name, { of }] of Object.entries(OPTION_SWITCHES))
      for (const value of of) expect(readChoices([[name, String(value)]])).toEqual({ [name]: value });
  });
});

describe('a choice that changes while the sandbox runs', () => {
  it('counts from the next call on and keeps the data', async () => {
    const sandbox = createSandbox();
    const sales = caller(sandbox, 'sales');
    await sales('POST', lockPath, lock);
    sandbox.change({ coql: 'refused' });
    expect((await sales('POST', '/coql', query)).status).toBe(401);
    sandbox.change({ coql: 'answers' });
    expect((await sales('POST', '/coql', query)).status).toBe(200);
    expect(sandbox.org.lockOf('Deals', known.openDeal)?.reason).toBe('audit');
  });

  it('starts the org anew when the sample data depends on it', async () => {
    const sandbox = createSandbox();
    await caller(sandbox, 'sales')('POST', lockPath, lock);
    sandbox.change({ deals: 3_000 });
    expect(sandbox.org.records('Deals')).toHaveLength(3_000);
    expect(sandbox.org.lockOf('Deals', known.openDeal)).toBeUndefined();
  });

  it('that is as it was before changes nothing', async () => {
    const sandbox = createSandbox();
    await caller(sandbox, 'sales')('POST', lockPath, lock);
    sandbox.change({ deals: 2048, edition: 'enterprise' });
    expect(sandbox.org.lockOf('Deals', known.openDeal)).toBeDefined();
    expect(chosen(sandbox.org.options)).toEqual({});
    sandbox.change({ coql: 'refused' });
    expect(chosen(sandbox.org.options)).toEqual({ coql: 'refused' });
    expect(presentChoices(sandbox.org.options)).toMatchObject({ coql: 'refused', deals: '2048' });
  });

  it('is found again in what was kept, with the changes and nothing else', async () => {
    const sandbox = createSandbox();
    sandbox.change({ deals: 3_000, coql: 'refused' });
    const sales = caller(sandbox, 'sales');
    await sales('POST', lockPath, lock);
    await sales('PUT', `/Deals/${known.longDeal}`, { data: [{ Amount: 1 }] });
    await sales('DELETE', `/Deals/${known.emojiDeal}`);
    const kept = JSON.stringify(sandbox.snapshot());
    expect(kept.length).toBeLessThan(20_000);
    const other = createSandbox();
    other.restore(JSON.parse(kept));
    expect(other.org.state).toEqual(sandbox.org.state);
    expect((await caller(other, 'sales')('POST', '/coql', query)).status).toBe(401);
  });
});
