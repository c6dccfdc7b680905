import { describe, expect, it } from 'vitest';
import { landmarks } from '../data/landmarks';
import { caller } from './client';
import { createSandbox } from './sandbox';

const known = landmarks();
const lockPath = `/Deals/${known.openDeal}/Locking_Information__s`;
const reason = { data: [{ Locked_Reason__s: 'audit' }] };
const now = () => new Date('2026-03-18T04:30:00Z');

describe('the sandbox', () => {
  it('has people of every kind', () => {
    const people = createSandbox().people.map(({ key, name, profile }) => [key, name, profile.name]);
    expect(people).toEqual([
      ['admin', 'John Smith', 'Administrator'],
      ['admin2', 'Second Administrator', 'Administrator'],
      ['sales', 'Patricia Boyle', 'Sales'],
      ['viewer', 'Sales without Lock', 'Sales (no lock)'],
      ['exempt', 'Contracts Desk', 'Contracts'],
    ]);
  });

  it('knows the caller by the cookie or the header, and nobody else', async () => {
    const sandbox = createSandbox();
    const who = async (headers: HeadersInit) => {
      const url = 'http://127.0.0.1/crm/v8/users?type=CurrentUser';
      const response = await sandbox.fetch(new Request(url, { headers }));
      const body: unknown = await response.json();
      return { status: response.status, body };
    };
    expect(await who({ cookie: 'a=b; sandbox-user=sales' })).toMatchObject({
      body: { users: [{ name: 'Patricia Boyle' }] },
    });
    expect(await who({ 'x-sandbox-user': 'admin' })).toMatchObject({
      body: { users: [{ name: 'John Smith' }] },
    });
    for (const headers of [{}, { cookie: 'sandbox-user=nobody' }])
      expect(await who(headers)).toMatchObject({ status: 401, body: { code: 'AUTHENTICATION_FAILURE' } });
  });

  it('is the same for the same seed, and another for another', () => {
    const state = (seed: number) => createSandbox({ now, seed, orgKey: 'main' }).org.state;
    expect(state(7)).toEqual(state(7));
    const stages = (seed: number) =>
      createSandbox({ now, seed })
        .org.records('Deals')
        .map((deal) => deal.Stage);
    expect(stages(7)).not.toEqual(stages(8));
  });

  it('has an org of the same shape with other ids', () => {
    const main = createSandbox({ now });
    const second = createSandbox({ now, orgKey: 'second' });
    const rename = (value: unknown) => JSON.stringify(value).replaceAll('6110725', '5843104');
    expect(second.org.lockOf('Deals', landmarks('second').manualDeal)?.source).toBe('Manual');
    expect(second.org.record('Deals', known.manualDeal)).toBeUndefined();
    expect(rename(second.org.configurationOf('Deals'))).toBe(
      JSON.stringify(main.org.configurationOf('Deals')),
    );
  });

  it('holds thousands of deals, and the names that break pages', () => {
    const { org } = createSandbox();
    expect(org.records('Deals').length).toBeGreaterThanOrEqual(2000);
    for (const module of org.catalogue.modules)
      expect(org.records(module.api_name).length).toBeGreaterThanOrEqual(20);
    const name = (id: string) => String(org.record('Deals', id)?.Deal_Name);
    expect(name(known.rightToLeftDeal)).toMatch(/\p{Script=Arabic}/u);
    expect(name(known.emojiDeal)).toMatch(/\p{Extended_Pictographic}/u);
    expect(name(known.markupDeal)).toContain('<script>');
    expect(name(known.longDeal)).toHaveLength(300);
  });

  it('starts with one deal in each state of locking, and a handful locked by the rule', () => {
    const { org } = createSandbox();
    const source = (id: string) => org.lockOf('Deals', id)?.source ?? 'none';
    expect(
      [known.openDeal, known.manualDeal, known.automaticDeal, known.bothDeal, known.wonUnlockedDeal].map(
        source,
      ),
    ).toEqual(['none', 'Manual', 'Automatic', 'Both', 'none']);
    const won = org.records('Deals').filter((deal) => deal.Stage === 'Closed Won').length;
    expect(org.locksOf('Deals').length).toBeLessThan(won);
    expect(
      ['Deals', 'Leads', 'Invoices', 'Quotes', 'Accounts', 'Contacts'].map(
        (one) => org.configurationOf(one)?.lock_type,
      ),
    ).toEqual(['both', 'manual', 'automatic', 'both', 'manual', undefined]);
    expect(org.configurationOf('Accounts')?.system_defined).toBe(true);
  });

  it('writes down every call, refused ones too', async () => {
    const sandbox = createSandbox({ now });
    await caller(sandbox, 'sales')('POST', lockPath, reason);
    await caller(sandbox, 'viewer')('GET', `${lockPath}?fields=A`);
    expect(sandbox.log).toMatchObject([
      {
        user: 'sales',
        method: 'POST',
        path: `/crm/v8${lockPath}`,
        status: 201,
        requestBody: reason,
        at: now().toISOString(),
      },
      { user: 'viewer', method: 'GET', query: { fields: 'A' }, status: 200, responseBody: { data: [{}] } },
    ]);
    sandbox.clearLog();
    expect(sandbox.log).toEqual([]);
  });

  it('goes back to the seed, and to what was kept', async () => {
    const sandbox = createSandbox();
    await caller(sandbox, 'sales')('POST', lockPath, reason);
    await caller(sandbox, 'sales')('PUT', `/Deals/${known.longDeal}`, { data: [{ Amount: 1 }] });
    const kept: unknown = JSON.parse(JSON.stringify(sandbox.snapshot()));
    sandbox.reset();
    expect(sandbox.org.lockOf('Deals', known.openDeal)).toBeUndefined();
    expect(sandbox.org.record('Deals', known.longDeal)?.Amount).not.toBe(1);
    sandbox.restore({ nonsense: true });
    expect(sandbox.org.record('Deals', known.openDeal)).toBeDefined();
    sandbox.restore(kept);
    expect(sandbox.org.lockOf('Deals', known.openDeal)?.reason).toBe('audit');
    expect(sandbox.org.record('Deals', known.longDeal)?.Amount).toBe(1);
  });

  it('does not let one sandbox change another of the same seed', async () => {
    const [one, other] = [createSandbox(), createSandbox()];
    await caller(one, 'sales')('PUT', `/Deals/${known.openDeal}`, { data: [{ Amount: 77 }] });
    await caller(one, 'sales')('DELETE', `/Deals/${known.longDeal}`);
    expect(other.org.record('Deals', known.openDeal)?.Amount).not.toBe(77);
    expect(other.org.record('Deals', known.longDeal)).toBeDefined();
  });
});

describe('faults', () => {
  const withFault = async (fault: string) => {
    const sandbox = createSandbox();
    const answer = await caller(sandbox, 'sales')('POST', lockPath, reason, { 'x-sandbox-fault': fault });
    return { ...answer, acted: sandbox.org.lockOf('Deals', known.openDeal) !== undefined };
  };

  it.each([
    ['rate-limit', 429, 'TOO_MANY_REQUESTS'],
    ['server-error', 500, 'INTERNAL_ERROR'],
    ['unauthorised', 401, 'INVALID_TOKEN'],
    ['forbidden', 403, 'NO_PERMISSION'],
  ])('%s answers without acting', async (fault, status, code) => {
    expect(await withFault(fault)).toMatchObject({ status, body: { code }, acted: false });
  });

  it('breaks only the reply for html, truncated and empty', async () => {
    expect(await withFault('html')).toMatchObject({
      status: 200,
      body: expect.stringContaining('<h1>'),
      acted: true,
    });
    expect(await withFault('wrong-envelope')).toMatchObject({ status: 200, acted: true });
    expect(await withFault('unavailable')).toMatchObject({ status: 503, acted: false });
    expect(await withFault('empty')).toMatchObject({ status: 200, body: undefined, acted: true });
    const truncated = await withFault('truncated');
    expect(truncated).toMatchObject({ status: 201, acted: true });
    expect(truncated.body).toEqual(expect.stringMatching(/^\{"data":\[/));
  });

  it('passes over a fault that is not its own', async () => {
    expect(await withFault('lost-reply')).toMatchObject({ status: 201, acted: true });
  });
});
