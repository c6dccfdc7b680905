import { describe, expect, it } from 'vitest';
import { landmarks } from '../data/landmarks';
import { caller } from './client';
import { createSandbox, type SandboxOptions } from './sandbox';

const known = landmarks();
const refusal = { code: 'RECORD_LOCKED', details: { action: 'record_locking' } };
const change = (values: Record<string, string | number | null>) => ({ data: [values] });

function open(options?: SandboxOptions) {
  const sandbox = createSandbox(options);
  const as = (user: string) => caller(sandbox, user);
  return { sandbox, sales: as('sales'), admin: as('admin'), exempt: as('exempt') };
}

const source = (sandbox: ReturnType<typeof createSandbox>, id: string, module = 'Deals') =>
  sandbox.org.lockOf(module, id)?.source ?? 'none';

describe('a locked record', () => {
  it.each(['sales', 'admin'])('refuses the changes of %s', async (user) => {
    const sandbox = createSandbox();
    const answer = await caller(sandbox, user)('PUT', `/Deals/${known.manualDeal}`, change({ Amount: 1 }));
    expect(answer).toMatchObject({ status: 400, body: { data: [refusal] } });
    expect(sandbox.org.record('Deals', known.manualDeal)?.Amount).not.toBe(1);
  });

  it('lets excluded fields be changed, but not together with another one', async () => {
    const { sandbox, sales } = open();
    const path = `/Deals/${known.manualDeal}`;
    expect((await sales('PUT', path, change({ Description: 'a', Next_Step: 'b' }))).status).toBe(200);
    expect((await sales('PUT', path, change({ Description: 'c', Amount: 1 }))).status).toBe(400);
    expect(sandbox.org.record('Deals', known.manualDeal)).toMatchObject({ Description: 'a', Next_Step: 'b' });
  });

  it('takes a value that is sent as it already is', async () => {
    const { sandbox, sales } = open();
    const amount = sandbox.org.record('Deals', known.manualDeal)?.Amount;
    const same = typeof amount === 'number' ? amount : 0;
    expect(
      (await sales('PUT', `/Deals/${known.manualDeal}`, change({ Amount: same, Next_Step: 'x' }))).status,
    ).toBe(200);
  });

  it('tells each user how it stands for them', async () => {
    const { sales, exempt } = open();
    const path = `/Deals/${known.manualDeal}?fields=Locked__s`;
    expect((await sales('GET', path)).body).toMatchObject({
      data: [{ Locked__s: true, $locked_for_me: true, $editable: false }],
    });
    expect((await exempt('GET', path)).body).toMatchObject({
      data: [{ Locked__s: true, $locked_for_me: false, $editable: true }],
    });
    expect((await sales('GET', `/Deals/${known.openDeal}?fields=Locked__s`)).body).toMatchObject({
      data: [{ Locked__s: false, $locked_for_me: false, $editable: true }],
    });
  });

  it('can be changed by an exempt profile', async () => {
    const { exempt } = open();
    expect((await exempt('PUT', `/Deals/${known.manualDeal}`, change({ Amount: 1 }))).status).toBe(200);
  });

  it('refuses deletion and a new owner where the configuration restricts them, and not tags where it does not', async () => {
    const { sandbox, sales } = open();
    const path = `/Deals/${known.manualDeal}`;
    expect(await sales('DELETE', path)).toMatchObject({ status: 400, body: { data: [refusal] } });
    const owner = { owner: { id: known.administrator } };
    expect((await sales('POST', `${path}/actions/change_owner`, owner)).body).toMatchObject({
      data: [refusal],
    });
    expect((await sales('POST', `${path}/actions/add_tags`, { tags: [{ name: 'Late' }] })).status).toBe(200);
    expect(sandbox.org.record('Deals', known.manualDeal)).toMatchObject({
      Owner: { id: known.salesUser },
      Tag: [{ name: 'Late' }],
    });
  });

  it('refuses tags and conversion of a lead whose configuration restricts them', async () => {
    const { sandbox, sales } = open();
    const [first, second] = sandbox.org.records('Leads');
    const path = `/Leads/${first?.id}`;
    await sales('POST', `${path}/Locking_Information__s`, { data: [{ Locked_Reason__s: 'credit check' }] });
    expect((await sales('POST', `${path}/actions/add_tags`, { tags: [{ name: 'x' }] })).body).toMatchObject(
      refusal,
    );
    expect((await sales('POST', `${path}/actions/convert`, { data: [{}] })).body).toMatchObject({
      data: [refusal],
    });
    const converted = await sales('POST', `/Leads/${second?.id}/actions/convert`, { data: [{}] });
    expect(converted).toMatchObject({ status: 200, body: { data: [{ code: 'SUCCESS' }] } });
    expect(sandbox.org.record('Leads', second?.id ?? '')).toBeUndefined();
  });

  it('answers each record of a batch by itself', async () => {
    const { sales } = open();
    const data = [
      { id: known.openDeal, Amount: 3 },
      { id: known.manualDeal, Amount: 3 },
    ];
    expect(await sales('PUT', '/Deals', { data })).toMatchObject({
      status: 207,
      body: {
        data: [{ code: 'SUCCESS' }, { code: 'RECORD_LOCKED', details: { json_path: '$.data[1].id' } }],
      },
    });
  });
});

describe('rules', () => {
  it('lock a record when an update makes it match', async () => {
    const { sandbox, sales } = open();
    const path = `/Deals/${known.openDeal}`;
    expect((await sales('PUT', path, change({ Stage: 'Closed Won' }))).status).toBe(200);
    expect(sandbox.org.lockOf('Deals', known.openDeal)).toMatchObject({
      source: 'Automatic',
      rule: known.closedWonRule,
      reason: null,
      by: null,
    });
    expect((await sales('PUT', path, change({ Stage: 'Qualification' }))).body).toMatchObject({
      data: [refusal],
    });
  });

  it('lock a record that matches when it is created', async () => {
    const { sandbox, sales } = open();
    await sales('POST', '/Deals', change({ Deal_Name: 'Won at once', Stage: 'Closed Won' }));
    const record = sandbox.org.recordNamed('Deals', 'Won at once');
    expect(source(sandbox, record?.id ?? '')).toBe('Automatic');
  });

  it('leave records alone that matched before the rule came, until they are updated', async () => {
    const { sandbox, sales } = open();
    expect(source(sandbox, known.wonUnlockedDeal)).toBe('none');
    await sales('PUT', `/Deals/${known.wonUnlockedDeal}`, change({ Amount: 9 }));
    expect(source(sandbox, known.wonUnlockedDeal)).toBe('Automatic');
  });

  it('join a lock made by hand and leave it when they no longer match', async () => {
    const { sandbox, exempt } = open();
    const path = `/Deals/${known.manualDeal}`;
    await exempt('PUT', path, change({ Stage: 'Closed Won' }));
    expect(sandbox.org.lockOf('Deals', known.manualDeal)).toMatchObject({
      source: 'Both',
      rule: known.closedWonRule,
      reason: expect.stringContaining('Prices'),
    });
    await exempt('PUT', path, change({ Stage: 'Qualification' }));
    expect(sandbox.org.lockOf('Deals', known.manualDeal)).toMatchObject({ source: 'Manual', rule: null });
  });

  it('release a record that no longer matches, or do not, as they are told to', async () => {
    for (const [releaseWhenUnmatched, expected] of [
      [true, 'none'],
      [false, 'Automatic'],
    ] as const) {
      const { sandbox, exempt } = open({ releaseWhenUnmatched });
      await exempt('PUT', `/Deals/${known.automaticDeal}`, change({ Stage: 'Qualification' }));
      expect(source(sandbox, known.automaticDeal)).toBe(expected);
    }
  });

  it('lock by the first of several that match, and stay with the one that locked while it matches', async () => {
    const { sandbox, admin, exempt } = open();
    const amount = (name: string, comparator: string, value: string) => ({
      name,
      lock_existing_records: name === 'Any',
      criteria: { field: { api_name: 'Amount' }, comparator, value },
    });
    const rules = [amount('Large', 'greater_than', '900000'), amount('Any', 'greater_equal', '0')];
    const body = [{ id: known.dealsConfiguration, locking_rules: rules }];
    const path = '/settings/record_locking_configurations?module=Deals';
    await admin('PUT', path, { record_locking_configurations: body });
    const ruleOf = (id: string) => {
      const rule = sandbox.org.lockOf('Deals', id)?.rule;
      return sandbox.org.configurationOf('Deals')?.locking_rules?.find((one) => one.id === rule)?.name;
    };
    // Saving took what no rule held, and left the others with their rule.
    expect([ruleOf(known.openDeal), ruleOf(known.automaticDeal)]).toEqual(['Any', 'Closed Won']);
    await exempt('PUT', `/Deals/${known.openDeal}`, change({ Amount: 950_000 }));
    expect(ruleOf(known.openDeal)).toBe('Any');
    await exempt('PUT', `/Deals/${known.automaticDeal}`, change({ Amount: 950_000, Stage: 'Qualification' }));
    expect(ruleOf(known.automaticDeal)).toBe('Large');
  });
});
