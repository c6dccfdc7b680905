import { describe, expect, it } from 'vitest';
import { countRecords } from '../../src/crm/count-records';
import { readLock } from '../../src/crm/read-lock';
import { saveConfiguration } from '../../src/crm/write-configuration';
import { lockRecord, unlockRecord } from '../../src/crm/write-lock';
import { problemFromApiError } from '../../src/locking/configuration/validation/problems';
import { countLockedQuery, countQuery } from '../../src/locking/criteria/coql/query';
import { parseUser } from '../../src/zoho/user';
import { caller } from '../sandbox/api/client';
import type { Json } from '../sandbox/api/json';
import { createSandbox, type SandboxOptions } from '../sandbox/api/sandbox';
import { createCrm, DEALS } from './support/crm';
import { sitDown } from './support/harness';

/*
 * What Zoho leaves open, both ways: each pair of readings is a switch of the sandbox, and under each the widgets say what
 * is so. docs/assumptions.md lists them under "Left open on purpose".
 */

describe.each([undefined, 400, 403] as const)('refusals with the status %s', (refusalStatus) => {
  const crm = createCrm({ ...(refusalStatus ? { refusalStatus } : {}) });
  const { send } = crm.as('sales');
  const deal = (id: string) => ({ module: 'Deals', id });
  const contact = { module: 'Contacts', id: crm.sandbox.org.records('Contacts')[0]?.id ?? '' };
  const { automaticDeal, manualDeal } = DEALS;
  const lockOf = (id: string) => crm.sandbox.org.lockOf('Deals', id)?.id ?? '';

  it.each([
    ['alreadyLocked', () => lockRecord(send, deal(manualDeal), 'again')],
    ['automaticLock', () => unlockRecord(send, deal(automaticDeal), lockOf(automaticDeal))],
    ['notConfigured', () => lockRecord(send, contact, 'first')],
    ['notFound', () => readLock(send, deal('42'))],
    ['noPermission', () => lockRecord(crm.as('viewer').send, deal(DEALS.openDeal), 'mine')],
  ] as const)('mean %s all the same', async (kind, act) => {
    expect(await act()).toMatchObject({ ok: false, error: { kind, certain: true } });
  });
});

describe('the record page', () => {
  it.each([
    [true, null],
    [false, { source: 'automatic' }],
  ])('shows the lock as it is when its rule no longer matches (it ends: %s)', async (ends, lock) => {
    const crm = createCrm({ releaseWhenUnmatched: ends });
    const { refresh } = await sitDown({ crm, id: DEALS.automaticDeal });
    const exempt = caller(crm.sandbox, 'exempt');
    const body = { data: [{ Stage: 'Qualification' }] };
    expect((await exempt('PUT', `/Deals/${DEALS.automaticDeal}`, body)).status).toBe(200);
    const shown = await refresh();
    expect(shown).toMatchObject({ kind: 'record', lock });
  });

  it.each([
    ['end', null],
    ['stay', { source: 'automatic' }],
  ] as const)('shows the lock as it is when its rule was deleted (locks %s)', async (locks, lock) => {
    const crm = createCrm({ locksOfDeletedRule: locks });
    const { refresh } = await sitDown({ crm, user: 'admin', id: DEALS.automaticDeal });
    const deals = crm.sandbox.org.configurationOf('Deals');
    const admin = caller(crm.sandbox, 'admin');
    const rules = (deals?.locking_rules ?? []).map(({ id }) => ({ id, _delete: true }));
    const change = { id: deals?.id ?? '', lock_type: 'manual', locking_rules: rules };
    const path = '/settings/record_locking_configurations?module=Deals';
    const body = { record_locking_configurations: [change] };
    expect((await admin('PUT', path, body)).status).toBe(200);
    expect(await refresh()).toMatchObject({ kind: 'record', lock });
  });

  it.each([
    ['no-content', { kind: 'record', lock: null }],
    ['not-allowed', { kind: 'notConfigured' }],
  ] as const)('opens in a module without configuration (%s)', async (missingConfiguration, state) => {
    const crm = createCrm({ missingConfiguration });
    const id = crm.sandbox.org.records('Contacts')[0]?.id ?? '';
    const desk = await sitDown({ crm, module: 'Contacts', id });
    expect(desk.state()).toMatchObject(state);
  });

  it.each([
    ['Both', 'both'],
    ['Manual', 'manual'],
    ['Automatic', 'automatic'],
  ] as const)(
    'takes the part made by hand of a lock called %s when told to, and shows the rest',
    async (word, source) => {
      const crm = createCrm({ sourceOfBoth: word });
      const { shown, unlock } = await sitDown({ crm, id: DEALS.bothDeal });
      expect(shown().lock?.source).toBe(source);
      expect((await unlock()).lock).toMatchObject({ source: 'automatic' });
    },
  );

  it.each([true, false])('reads the lock, not $editable (%s), as what binds the user', async (editable) => {
    const crm = createCrm({ editableWhenLocked: editable });
    const { shown } = await sitDown({ crm, id: DEALS.manualDeal });
    expect(shown()).toMatchObject({ lock: { source: 'manual' }, access: { lockedForMe: true } });
  });
});

describe('a count', () => {
  const closed = "Stage = 'Closed Won'";
  const send = (options: SandboxOptions) => createCrm(options).as('admin').send;

  it.each(['COUNT(id)', 'count'] as const)('is read under the key %s', async (countKey) => {
    const counted = await countRecords(send({ countKey }), countQuery('Deals', closed));
    expect(counted).toMatchObject({ ok: true });
    expect(counted).toEqual(await countRecords(send({}), countQuery('Deals', closed)));
  });

  it('is no number where COQL does not know the lock', async () => {
    const query = countLockedQuery('Deals', closed);
    expect(await countRecords(send({ lockedInCoql: 'known' }), query)).toMatchObject({ ok: true });
    expect(await countRecords(send({ lockedInCoql: 'unknown' }), query)).toMatchObject({
      ok: false,
      error: { kind: 'invalid', code: 'INVALID_QUERY' },
    });
  });
});

describe('the user', () => {
  it.each(['given', 'missing'] as const)(
    'has a language, or none that is guessed (%s)',
    async (userLocale) => {
      const admin = caller(createSandbox({ userLocale }), 'admin');
      const { body } = await admin('GET', '/users?type=CurrentUser');
      expect(parseUser(body).locale).toBe(userLocale === 'given' ? 'en_US' : null);
      expect(parseUser(body).id).toMatch(/^\d+$/);
    },
  );
});

describe('a rule with many conditions', () => {
  const leaf = (value: string): Json => ({
    comparator: 'equal',
    field: { api_name: 'Title' },
    value,
  });
  const criteria: Json = { group_operator: 'OR', group: ['a', 'b', 'c'].map(leaf) };
  const save = (options: SandboxOptions) =>
    saveConfiguration(createCrm(options).as('admin').send, 'Contacts', {
      method: 'POST',
      body: {
        record_locking_configurations: [
          { lock_type: 'automatic', locking_rules: [{ name: 'Many', criteria }] },
        ],
      },
    });

  it('is saved, or refused at its place', async () => {
    expect(await save({})).toMatchObject({ ok: true });
    const refused = await save({ mostConditions: 2 });
    expect(refused.ok ? '' : problemFromApiError(refused.error)).toMatchObject({
      path: ['locking_rules', 0, 'criteria'],
      params: { code: 'LIMIT_EXCEEDED', limit: 2 },
    });
  });
});
