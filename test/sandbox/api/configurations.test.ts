import { describe, expect, it } from 'vitest';
import { landmarks } from '../data/landmarks';
import { caller } from './client';
import type { Json, JsonObject } from './json';
import { createSandbox, type SandboxOptions } from './sandbox';

const known = landmarks();
const PATH = '/settings/record_locking_configurations';
const KEY = 'record_locking_configurations';
const of = (configuration: Json): Json => ({ [KEY]: [configuration] });

function open(options?: SandboxOptions) {
  const sandbox = createSandbox(options);
  const admin = caller(sandbox, 'admin');
  const locked = (module = 'Deals') => sandbox.org.locksOf(module).length;
  const read = (module = 'Deals') => sandbox.org.configurationOf(module);
  return { sandbox, admin, sales: caller(sandbox, 'sales'), locked, read };
}

const leaf = (api_name: string, comparator: string, value: Json): JsonObject => ({
  comparator,
  field: { api_name },
  value,
});
const closedWon = {
  name: 'Closed Won',
  lock_existing_records: true,
  criteria: leaf('Stage', 'equal', 'Closed Won'),
};
/** The body of the API's introduction, which Zoho prints for Deals. */
const introduction = {
  locked_for: 'all_profiles',
  excluded_fields: [{ api_name: 'Description' }],
  feature_type: 'record_locking',
  locking_rules: [closedWon],
  restricted_actions: ['update'],
  lock_for_portal_users: true,
  restricted_communications: null,
  system_defined: false,
  lock_type: 'automatic',
  restricted_custom_buttons: null,
  lock_excluded_profiles: null,
};

/** Deals without the seeded configuration. */
async function bare(options?: SandboxOptions) {
  const opened = open(options);
  await opened.admin('DELETE', `${PATH}/${known.dealsConfiguration}?module=Deals`);
  return opened;
}

describe('the life of a configuration', () => {
  it('goes as in Zoho’s samples: create, read, update, delete a rule, delete', async () => {
    const { sandbox, admin, locked, read } = await bare();
    expect(locked()).toBe(0);
    const stages = (...names: string[]) =>
      sandbox.org.records('Deals').filter((deal) => names.includes(String(deal.Stage))).length;

    const created = await admin('POST', `${PATH}?module=Deals`, of(introduction));
    const id = read()?.id ?? '';
    expect(created).toEqual({
      status: 201,
      body: {
        [KEY]: [
          {
            code: 'SUCCESS',
            details: { id },
            message: 'record locking configuration created successfully',
            status: 'success',
          },
        ],
      },
    });
    expect(locked()).toBe(stages('Closed Won'));

    const rule = read()?.locking_rules?.[0]?.id;
    const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
    expect(await admin('GET', `${PATH}?module=Deals`)).toEqual({
      status: 200,
      body: {
        [KEY]: [
          {
            ...introduction,
            excluded_fields: [{ api_name: 'Description', id: '5843104000000002587' }],
            locking_rules: [
              {
                ...closedWon,
                id: rule,
                criteria: { ...closedWon.criteria, field: { api_name: 'Stage', id: '5843104000000002565' } },
              },
            ],
            id,
            created_time: time,
            created_by: { name: 'John Smith', id: known.administrator },
            modified_time: time,
            modified_by: { name: 'John Smith', id: known.administrator },
          },
        ],
      },
    });

    const lost = {
      group_operator: 'OR',
      group: [leaf('Stage', 'equal', 'Closed Lost'), leaf('Stage', 'equal', 'Closed-Lost to Competition')],
    };
    const update = {
      id,
      lock_type: 'both',
      locking_rules: [{ name: 'Closed Lost', lock_existing_records: true, criteria: lost }],
    };
    expect(await admin('PUT', `${PATH}?module=Deals`, of(update))).toMatchObject({
      status: 200,
      body: { [KEY]: [{ message: 'record locking configuration updated successfully', details: { id } }] },
    });
    expect(read()).toMatchObject({ lock_type: 'both', restricted_actions: ['update'] });
    expect(read()?.locking_rules?.map((one) => one.name)).toEqual(['Closed Won', 'Closed Lost']);
    expect(locked()).toBe(stages('Closed Won', 'Closed Lost', 'Closed-Lost to Competition'));

    const without = { id, locking_rules: [{ id: rule ?? '', _delete: true }] };
    expect((await admin('PUT', `${PATH}?module=Deals`, of(without))).status).toBe(200);
    expect(read()?.locking_rules?.map((one) => one.name)).toEqual(['Closed Lost']);
    expect(locked()).toBe(stages('Closed Lost', 'Closed-Lost to Competition'));

    expect(await admin('DELETE', `${PATH}/${id}?module=Deals`)).toMatchObject({
      status: 200,
      body: { [KEY]: [{ message: 'record locking configuration deleted', details: { id } }] },
    });
    expect(locked()).toBe(0);
    expect((await admin('GET', `${PATH}?module=Deals`)).status).toBe(204);
  });

  it('leaves existing records alone when its rules do not say otherwise', async () => {
    const { admin, locked } = await bare();
    const { lock_existing_records: _left, ...rule } = closedWon;
    expect(
      (await admin('POST', `${PATH}?module=Deals`, of({ ...introduction, locking_rules: [rule] }))).status,
    ).toBe(201);
    expect(locked()).toBe(0);
  });

  it('takes the id in the path or in the body, and several ids in the query', async () => {
    const { admin, read } = open();
    const id = known.dealsConfiguration;
    const portal = (lock_for_portal_users: boolean): JsonObject => ({ lock_for_portal_users });
    expect((await admin('PUT', `${PATH}/${id}?module=Deals`, of(portal(false)))).status).toBe(200);
    expect(read()?.lock_for_portal_users).toBe(false);
    expect((await admin('PUT', `${PATH}?module=Deals`, of({ id, ...portal(true) }))).status).toBe(200);
    expect(read()?.lock_for_portal_users).toBe(true);
    expect((await admin('GET', `${PATH}/${id}?module=Deals`)).status).toBe(200);
    expect((await admin('DELETE', `${PATH}?module=Deals&ids=${id}`)).status).toBe(200);
    expect(read()).toBeUndefined();
  });

  it.each([true, 'true'])('keeps the boolean of a condition as it was sent: %j', async (value) => {
    const { admin, read } = open();
    const approved = {
      name: 'Approved',
      criteria: { field: { api_name: 'Legal_Approved' }, comparator: 'equal', value },
    };
    await admin(
      'PUT',
      `${PATH}?module=Deals`,
      of({ id: known.dealsConfiguration, locking_rules: [approved] }),
    );
    expect(read()?.locking_rules?.at(-1)?.criteria).toMatchObject({ value });
  });

  it('reads a PUT as a change or as a replacement, as it is told to', async () => {
    const change = {
      id: known.dealsConfiguration,
      lock_type: 'both',
      locking_rules: [{ ...closedWon, id: known.closedWonRule }],
    };
    const partial = open();
    await partial.admin('PUT', `${PATH}?module=Deals`, of(change));
    expect(partial.read()?.restricted_actions).toEqual(['update', 'delete', 'change_owner']);
    const whole = open({ putMode: 'replace' });
    expect((await whole.admin('PUT', `${PATH}?module=Deals`, of(change))).status).toBe(200);
    expect(whole.read()).toMatchObject({
      restricted_actions: ['update'],
      locked_for: 'all_profiles',
      excluded_fields: null,
    });
    expect(whole.read()?.locking_rules?.map((rule) => rule.id)).toEqual([known.closedWonRule]);
    const nothing = { id: known.dealsConfiguration, lock_for_portal_users: false };
    expect(await whole.admin('PUT', `${PATH}?module=Deals`, of(nothing))).toMatchObject({
      body: { [KEY]: [{ code: 'MANDATORY_NOT_FOUND' }] },
    });
  });

  it('keeps keys, comparators and nodes that it does not know', async () => {
    const { admin, read } = await bare();
    const criteria = {
      group_operator: 'AND',
      note: 'kept',
      group: [{ ...leaf('Stage', 'rhymes_with', 'soon'), type: 'value' }, { later: { a: [1, null] } }],
    };
    const body = {
      ...introduction,
      tomorrow: { a: 1 },
      locking_rules: [{ name: 'Odd', criteria, colour: 'red' }],
    };
    expect((await admin('POST', `${PATH}?module=Deals`, of(body))).status).toBe(201);
    expect(read()).toMatchObject({ tomorrow: { a: 1 }, locking_rules: [{ colour: 'red', criteria }] });
  });

  it('drops the rules and their locks when only manual locking is left', async () => {
    const { sandbox, admin, read } = open();
    await admin('PUT', `${PATH}?module=Deals`, of({ id: known.dealsConfiguration, lock_type: 'manual' }));
    expect(read()?.locking_rules).toBeNull();
    const sources = sandbox.org.locksOf('Deals').map(([, lock]) => lock.source);
    expect(sources).toEqual(['Manual', 'Manual']);
  });

  it('ends the locks of a deleted rule, or lets them stay, as it is told to', async () => {
    const other = { name: 'Other', criteria: leaf('Amount', 'equal', '-1') };
    const body = of({
      id: known.dealsConfiguration,
      locking_rules: [{ id: known.closedWonRule, _delete: true }, other],
    });
    const usual = open();
    await usual.admin('PUT', `${PATH}?module=Deals`, body);
    expect(usual.sandbox.org.lockOf('Deals', known.automaticDeal)).toBeUndefined();
    expect(usual.sandbox.org.lockOf('Deals', known.bothDeal)?.source).toBe('Manual');
    const staying = open({ locksOfDeletedRule: 'stay' });
    await staying.admin('PUT', `${PATH}?module=Deals`, body);
    expect(staying.sandbox.org.lockOf('Deals', known.automaticDeal)?.source).toBe('Automatic');
  });
});

describe('refusals before the body is read', () => {
  it.each<[what: string, method: string, query: string, user: string, status: number, body: JsonObject]>([
    [
      'no module',
      'GET',
      '',
      'admin',
      400,
      { code: 'REQUIRED_PARAM_MISSING', details: { param_name: 'module' } },
    ],
    ['an unknown module', 'GET', '?module=Nope', 'admin', 400, { code: 'INVALID_MODULE', details: {} }],
    [
      'a module without locking',
      'GET',
      '?module=Calls',
      'admin',
      400,
      { code: 'NOT_SUPPORTED', details: { param_name: 'module' } },
    ],
    ['an extension’s module', 'GET', '?module=acme__Shipments', 'admin', 400, { code: 'NOT_SUPPORTED' }],
    [
      'no right to customise',
      'GET',
      '?module=Deals',
      'sales',
      403,
      { code: 'NO_PERMISSION', details: { permissions: ['Crm_Implied_Customize_Zoho_CRM'] } },
    ],
    [
      'another feature',
      'GET',
      '?module=Deals&feature_type=x',
      'admin',
      400,
      { code: 'INVALID_DATA', details: { param_name: 'feature_type' } },
    ],
    [
      'no ids',
      'DELETE',
      '?module=Deals',
      'admin',
      400,
      { code: 'REQUIRED_PARAM_MISSING', details: { param_name: 'ids' } },
    ],
    [
      'an unknown id',
      'DELETE',
      '?module=Deals&ids=1',
      'admin',
      400,
      { code: 'INVALID_DATA', details: { resource_path_index: 2 } },
    ],
  ])('%s', async (_what, method, query, user, status, body) => {
    const { sandbox } = open();
    expect(await caller(sandbox, user)(method, PATH + query)).toMatchObject({ status, body });
    expect(sandbox.org.configurationOf('Deals')).toBeDefined();
  });

  it('a second configuration, a system’s own, an edition without locking', async () => {
    const { admin, read } = open();
    expect(await admin('POST', `${PATH}?module=Deals`, of(introduction))).toMatchObject({
      status: 400,
      body: { code: 'LIMIT_EXCEEDED', details: { param_name: 'module', limit: 1 } },
    });
    const id = read('Accounts')?.id ?? '';
    for (const [method, body] of [
      ['PUT', of({ lock_type: 'manual' })],
      ['DELETE', undefined],
    ] as const)
      expect(await admin(method, `${PATH}/${id}?module=Accounts`, body)).toMatchObject({
        status: 403,
        body: { code: 'NOT_ALLOWED', details: { resource_path_index: 1 } },
      });
    const free = open({ edition: 'without-locking' });
    expect(await free.admin('GET', `${PATH}?module=Deals`)).toMatchObject({
      body: { code: 'FEATURE_NOT_SUPPORTED' },
    });
    expect(await free.admin('GET', `/__features/${KEY}`)).toMatchObject({
      body: { code: 'FEATURE_NOT_SUPPORTED' },
    });
  });
});

describe('refusals of a body', () => {
  const { org } = createSandbox();
  const fieldId = (name: string) => org.field('Deals', name)?.id ?? '';
  const writable = (org.module('Deals')?.fields ?? [])
    .filter((field) => !field.read_only && !['Tag', 'Owner'].includes(field.api_name))
    .map((field): Json => ({ id: field.id }));
  const profiles = org.catalogue.profiles.map((profile): Json => ({ id: profile.id }));
  const rule = (name: string, criteria: Json): JsonObject => ({ name, criteria });
  const amounts = (count: number) =>
    Array.from({ length: count }, (_, index) => rule(`R${index}`, leaf('Amount', 'equal', String(index))));
  const automatic = (locking_rules: Json): JsonObject => ({ lock_type: 'automatic', locking_rules });
  const one = (criteria: Json) => automatic([rule('R', criteria)]);
  const root = `$.${KEY}[0]`;
  const first = `${root}.locking_rules[0]`;
  const path = (json_path: string): JsonObject => ({ json_path });

  it.each<[what: string, body: JsonObject, code: string, details: JsonObject]>([
    ['no lock type', {}, 'MANDATORY_NOT_FOUND', { api_name: 'lock_type', ...path(`${root}.lock_type`) }],
    [
      'an unknown lock type',
      { lock_type: 'never' },
      'INVALID_DATA',
      { ...path(`${root}.lock_type`), supported_values: ['manual', 'automatic', 'both'] },
    ],
    [
      'an unknown locked_for',
      { lock_type: 'manual', locked_for: 'x' },
      'INVALID_DATA',
      { api_name: 'locked_for', ...path(`${root}.locked_for`) },
    ],
    [
      'an exception without profiles',
      { lock_type: 'manual', locked_for: 'all_profiles_except_excluded_profiles' },
      'DEPENDENT_FIELD_MISSING',
      {
        api_name: 'lock_excluded_profiles',
        dependee: { api_name: 'locked_for', ...path(`${root}.locked_for`) },
      },
    ],
    [
      'an unknown profile',
      { lock_type: 'manual', lock_excluded_profiles: [{ id: '1' }] },
      'INVALID_DATA',
      { api_name: 'id', ...path(`${root}.lock_excluded_profiles[0].id`) },
    ],
    [
      '16 profiles',
      { lock_type: 'manual', lock_excluded_profiles: profiles.slice(0, 16) },
      'LIMIT_EXCEEDED',
      { limit: 15, available_limit: 15, api_name: 'lock_excluded_profiles' },
    ],
    [
      '16 fields',
      { lock_type: 'manual', excluded_fields: writable.slice(0, 16) },
      'LIMIT_EXCEEDED',
      { limit: 15, api_name: 'excluded_fields' },
    ],
    [
      'an unknown excluded field',
      { lock_type: 'manual', excluded_fields: [{ id: '1' }] },
      'INVALID_DATA',
      path(`${root}.excluded_fields[0].id`),
    ],
    [
      'Tag as excluded field',
      { lock_type: 'manual', excluded_fields: [{ api_name: 'Tag' }] },
      'NOT_SUPPORTED',
      path(`${root}.excluded_fields[0].api_name`),
    ],
    [
      'a read-only excluded field',
      { lock_type: 'manual', excluded_fields: [{ api_name: 'Amount' }, { api_name: 'Created_Time' }] },
      'NOT_SUPPORTED',
      path(`${root}.excluded_fields[1].api_name`),
    ],
    [
      'an excluded field without a name',
      { lock_type: 'manual', excluded_fields: [{}] },
      'EXPECTED_FIELD_MISSING',
      {
        expected_fields: [
          { api_name: 'api_name', ...path(`${root}.excluded_fields[0].api_name`) },
          { api_name: 'id', ...path(`${root}.excluded_fields[0].id`) },
        ],
      },
    ],
    [
      'an excluded field of two minds',
      { lock_type: 'manual', excluded_fields: [{ api_name: 'Amount', id: fieldId('Stage') }] },
      'AMBIGUITY_DURING_PROCESSING',
      { ambiguity_due_to: [{ api_name: 'api_name' }, { api_name: 'id' }] },
    ],
    [
      'an unknown action',
      { lock_type: 'manual', restricted_actions: ['update', 'fly'] },
      'INVALID_DATA',
      { api_name: 'restricted_actions', ...path(`${root}.restricted_actions[1]`) },
    ],
    [
      'conversion of deals',
      { lock_type: 'manual', restricted_actions: ['convert'] },
      'INVALID_DATA',
      path(`${root}.restricted_actions[0]`),
    ],
    [
      'an unknown communication',
      { lock_type: 'manual', restricted_communications: ['pigeon'] },
      'INVALID_DATA',
      {
        supported_values: ['send_mail', 'send_survey', 'send_portal_invitation'],
        ...path(`${root}.restricted_communications[0]`),
      },
    ],
    [
      'a communication without support',
      { lock_type: 'manual', restricted_communications: ['send_survey'] },
      'NOT_SUPPORTED',
      path(`${root}.restricted_communications`),
    ],
    [
      'an unknown button',
      { lock_type: 'manual', restricted_custom_buttons: [{ id: '1' }] },
      'INVALID_DATA',
      path(`${root}.restricted_custom_buttons[0].id`),
    ],
    [
      '31 buttons',
      {
        lock_type: 'manual',
        restricted_custom_buttons: Array.from({ length: 31 }, (): Json => ({ id: '1' })),
      },
      'LIMIT_EXCEEDED',
      { limit: 30, api_name: 'restricted_custom_buttons' },
    ],
    [
      'another feature type',
      { lock_type: 'manual', feature_type: 'x' },
      'INVALID_DATA',
      { api_name: 'feature_type' },
    ],
    [
      'no rules for automatic',
      { lock_type: 'automatic' },
      'DEPENDENT_FIELD_MISSING',
      { api_name: 'locking_rules', dependee: { api_name: 'lock_type' } },
    ],
    [
      'no rules for both',
      { lock_type: 'both', locking_rules: [] },
      'DEPENDENT_FIELD_MISSING',
      { api_name: 'locking_rules' },
    ],
    [
      '6 rules',
      automatic(amounts(6)),
      'LIMIT_EXCEEDED',
      { limit: 5, available_limit: 5, api_name: 'locking_rules', ...path(`${root}.locking_rules`) },
    ],
    [
      'a rule without a name',
      automatic([{ criteria: leaf('Amount', 'equal', '1') }]),
      'MANDATORY_NOT_FOUND',
      path(`${first}.name`),
    ],
    [
      'a name of 257 characters',
      automatic([rule('x'.repeat(257), leaf('Amount', 'equal', '1'))]),
      'INVALID_DATA',
      { maximum_length: 256, ...path(`${first}.name`) },
    ],
    ['a rule without criteria', automatic([{ name: 'R' }]), 'MANDATORY_NOT_FOUND', path(`${first}.criteria`)],
    [
      'the same name twice',
      automatic([rule('R', leaf('Amount', 'equal', '1')), rule('r', leaf('Amount', 'equal', '2'))]),
      'DUPLICATE_DATA',
      path(`${root}.locking_rules[1].name`),
    ],
    [
      'the same criteria twice',
      automatic([
        rule('R', leaf('Amount', 'equal', '1')),
        rule('S', { field: { id: fieldId('Amount') }, comparator: 'equal', value: '1' }),
      ]),
      'DUPLICATE_DATA',
      path(`${root}.locking_rules[1].criteria`),
    ],
    [
      'the same criteria with and without a type',
      automatic([
        rule('R', leaf('Amount', 'equal', '1')),
        rule('S', { ...leaf('Amount', 'equal', '1'), type: 'value' }),
      ]),
      'DUPLICATE_DATA',
      path(`${root}.locking_rules[1].criteria`),
    ],
    [
      'an unknown field',
      one({ group_operator: 'AND', group: [leaf('Amount', 'equal', '1'), leaf('Nope', 'equal', '1')] }),
      'INVALID_DATA',
      path(`${first}.criteria.group[1].field.api_name`),
    ],
    [
      'a field that cannot be compared',
      one(leaf('Milestones', 'equal', '1')),
      'NOT_SUPPORTED',
      path(`${first}.criteria.field.api_name`),
    ],
    [
      'being locked as a criterion',
      one(leaf('Locked__s', 'equal', true)),
      'NOT_SUPPORTED',
      path(`${first}.criteria.field.api_name`),
    ],
    ['criteria without a field', one({ comparator: 'equal', value: '1' }), 'EXPECTED_FIELD_MISSING', {}],
    [
      'criteria whose field is of two minds',
      one({ comparator: 'equal', value: '1', field: { api_name: 'Amount', id: fieldId('Stage') } }),
      'AMBIGUITY_DURING_PROCESSING',
      {},
    ],
    [
      'an empty group',
      one({ group_operator: 'AND', group: [] }),
      'INVALID_DATA',
      path(`${first}.criteria.group`),
    ],
    [
      'an unknown operator',
      one({ group_operator: 'XOR', group: [leaf('Amount', 'equal', '1')] }),
      'INVALID_DATA',
      path(`${first}.criteria.group_operator`),
    ],
    [
      'an unknown rule id',
      automatic([{ ...rule('R', leaf('Amount', 'equal', '1')), id: '1' }]),
      'INVALID_DATA',
      path(`${first}.id`),
    ],
  ])('%s', async (_what, body, code, details) => {
    const { admin, read, locked } = await bare();
    expect(await admin('POST', `${PATH}?module=Deals`, of(body))).toMatchObject({
      status: 400,
      body: { [KEY]: [{ code, details, status: 'error' }] },
    });
    expect(read()).toBeUndefined();
    expect(locked()).toBe(0);
  });

  it('tells how many rules are left beside those that stay', async () => {
    const { admin } = open();
    const body = of({ id: known.dealsConfiguration, locking_rules: amounts(5) });
    expect(await admin('PUT', `${PATH}?module=Deals`, body)).toMatchObject({
      body: { [KEY]: [{ code: 'LIMIT_EXCEEDED', details: { limit: 5, available_limit: 4 } }] },
    });
  });

  it('takes each limit itself', async () => {
    const { admin } = await bare();
    const body = {
      ...automatic(amounts(5)),
      excluded_fields: writable.slice(0, 15),
      lock_excluded_profiles: profiles.slice(0, 15),
      locked_for: 'all_profiles_except_excluded_profiles',
    };
    expect((await admin('POST', `${PATH}?module=Deals`, of(body))).status).toBe(201);
  });

  it('locks tasks by a closed status only', async () => {
    const { admin, read } = open();
    const post = (criteria: Json) => admin('POST', `${PATH}?module=Tasks`, of(one(criteria)));
    expect(await post(leaf('Priority', 'equal', 'High'))).toMatchObject({
      body: { [KEY]: [{ code: 'NOT_SUPPORTED' }] },
    });
    expect(await post(leaf('Status', 'equal', 'Deferred'))).toMatchObject({
      body: { [KEY]: [{ code: 'INVALID_DATA' }] },
    });
    expect((await post(leaf('Status', 'equal', 'Closed'))).status).toBe(201);
    expect(read('Tasks')?.locking_rules).toHaveLength(1);
  });
});
