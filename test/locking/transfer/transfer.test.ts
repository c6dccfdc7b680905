import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isList, isObject, type Json, type JsonObject } from '../../../src/base/json';
import {
  configurationRequest,
  intendedConfiguration,
} from '../../../src/locking/configuration/saving/request';
import { keySource } from '../../../src/locking/criteria/tree/node';
import { exportConfiguration } from '../../../src/locking/transfer/export/export-configuration';
import { readExport } from '../../../src/locking/transfer/import/import-configuration';
import type { TransferTarget } from '../../../src/locking/transfer/report';
import { mapConfiguration } from '../../../src/locking/transfer/transfer';
import { configuration } from '../arbitraries';
import { FIELDS, field, READ, read } from '../samples';

const token = (name: string): string => `\${${name}}`;
const EXCEPTION = 'all_profiles_except_excluded_profiles';
const picks = (...values: readonly (string | readonly [string, string])[]) =>
  values.map((one) =>
    typeof one === 'string' ? { value: one, label: one } : { value: one[0], label: one[1] },
  );

/** The source: Deals, in one organisation. */
const SOURCE_FIELDS = [
  ...FIELDS.filter(({ apiName }) => apiName !== 'Stage' && apiName !== 'Interests'),
  field('Stage', 'picklist', { picklist: picks('Closed Won', ['wait', 'On hold']) }),
  field('Interests', 'multiselectpicklist', { picklist: picks('A', 'B', ['c1', 'Third']) }),
  field('Discount', 'percent'),
  field('Deal_Score', 'integer', { label: 'Score' }),
];

const SOURCE = {
  module: { apiName: 'Deals', label: 'Deals' },
  fields: SOURCE_FIELDS,
  profiles: [{ id: '1', name: 'Contracts' }],
};

/** The target: a module of another organisation. */
const TARGET: TransferTarget = {
  module: { apiName: 'Projects' },
  fields: [
    field('Stage', 'picklist', { id: '901', picklist: picks('Closed Won', ['halt', 'On Hold']) }),
    field('Interests', 'multiselectpicklist', { id: '902', picklist: picks('A', ['c9', 'Third']) }),
    field('Amount', 'currency', { id: '903' }),
    field('Description', 'textarea', { id: '904' }),
    field('Owner', 'ownerlookup', { id: '905' }),
    field('Discount', 'currency', { id: '906' }),
    field('Points', 'integer', { id: '907', label: 'Score' }),
    field('First', 'text', { id: '908', label: 'Private' }),
    field('Second', 'text', { id: '909', label: 'Private' }),
    field('Closing_Date', 'text', { id: '910' }),
    field('Called_At', 'datetime', { id: '911', readOnly: true }),
    field('Account_Name', 'lookup', { id: '912', lookupModule: 'Accounts' }),
    field('Photo', 'profileimage', { id: '913', filterable: false }),
  ],
  profiles: [
    { id: '801', name: 'contracts ' },
    { id: '802', name: 'Twin' },
    { id: '803', name: 'Twin' },
  ],
  buttons: [{ id: '701', name: 'Send' }],
  users: [{ id: '601', name: 'John Smith' }],
  configuration: null,
};

const is = (api_name: string, value: Json, comparator = 'equal'): JsonObject => ({
  comparator,
  field: { api_name, id: '58439' },
  value,
});
const rule = (criteria: Json, name = 'Rule'): JsonObject => ({ name, id: '58438', criteria });

const transferred = (
  change: JsonObject,
  target: Partial<TransferTarget> = {},
  choices?: ReadonlyMap<string, string>,
) => {
  const exported = exportConfiguration(read({ ...READ, ...change }), SOURCE);
  return mapConfiguration(exported, { ...TARGET, ...target }, keySource('t'), choices);
};

const transferredRule = (
  criteria: Json,
  target: Partial<TransferTarget> = {},
  choices?: ReadonlyMap<string, string>,
) => {
  const { draft, report } = transferred({ locking_rules: [rule(criteria)] }, target, choices);
  const list = intendedConfiguration(draft).locking_rules;
  const [first] = isList(list) ? list : [];
  return {
    criteria: isObject(first) ? first.criteria : undefined,
    causes: report.leftOut.flatMap(({ causes }) =>
      causes.map(({ kind, name, reason }) => [kind, name, reason]),
    ),
    how: report.mapped.map(({ from, to, how }) => `${from} > ${to} (${how})`),
  };
};

describe('settings transferred to another module', () => {
  it('are said in its own fields, profiles and buttons', () => {
    const { draft, report } = transferred({
      lock_type: 'both',
      locked_for: EXCEPTION,
      lock_excluded_profiles: [{ id: '1', name: 'Contracts' }],
      restricted_custom_buttons: [{ id: '2', name: 'Send' }],
      restricted_actions: ['update', 'tags'],
      restricted_communications: ['send_mail'],
      lock_for_portal_users: false,
      excluded_fields: [{ api_name: 'Description', id: '5843104000000002587' }, { api_name: 'Deal_Score' }],
    });
    expect(configurationRequest(draft)).toMatchObject({
      method: 'POST',
      body: {
        record_locking_configurations: [
          {
            lock_type: 'both',
            locked_for: EXCEPTION,
            lock_excluded_profiles: [{ id: '801', name: 'contracts ' }],
            restricted_custom_buttons: [{ id: '701', name: 'Send' }],
            restricted_actions: ['update', 'tags'],
            restricted_communications: ['send_mail'],
            lock_for_portal_users: false,
            excluded_fields: [{ api_name: 'Description' }, { api_name: 'Points' }],
            locking_rules: [
              {
                name: 'Closed Won',
                lock_existing_records: true,
                criteria: { comparator: 'equal', field: { api_name: 'Stage' }, value: 'Closed Won' },
              },
            ],
          },
        ],
      },
    });
    expect(report.missing).toEqual([]);
    expect(report.leftOut).toEqual([]);
    expect(report.mapped.map(({ kind, from, to, how }) => [kind, from, to, how])).toEqual([
      ['profile', 'Contracts', 'contracts ', 'name'],
      ['button', 'Send', 'Send', 'name'],
      ['field', 'Description', 'Description', 'apiName'],
      ['field', 'Deal_Score', 'Points', 'label'],
      ['field', 'Stage', 'Stage', 'apiName'],
      ['value', 'Closed Won', 'Closed Won', 'value'],
    ]);
  });

  it.each<[string, JsonObject, Partial<TransferTarget>, unknown[]]>([
    ['a field', { excluded_fields: [{ api_name: 'Gone' }] }, {}, ['field', 'Gone', 'absent']],
    [
      'a field of two by its label',
      { excluded_fields: [{ api_name: 'Private' }] },
      {},
      ['field', 'Private', 'ambiguous'],
    ],
    [
      'a read-only field',
      { excluded_fields: [{ api_name: 'Called_At' }] },
      {},
      ['field', 'Called_At', 'readOnly'],
    ],
    ['the owner', { excluded_fields: [{ api_name: 'Owner' }] }, {}, ['field', 'Owner', 'owner']],
    ['a field by id alone', { excluded_fields: [{ id: '58430' }] }, {}, ['field', '58430', 'absent']],
    [
      'a profile',
      { locked_for: EXCEPTION, lock_excluded_profiles: [{ id: '7', name: 'Gone' }] },
      {},
      ['profile', 'Gone', 'absent'],
    ],
    [
      'a profile of two',
      { locked_for: EXCEPTION, lock_excluded_profiles: [{ id: '7', name: 'Twin' }] },
      {},
      ['profile', 'Twin', 'ambiguous'],
    ],
    [
      'a button',
      { restricted_custom_buttons: [{ id: '7', name: 'Gone' }] },
      {},
      ['button', 'Gone', 'absent'],
    ],
    [
      'a button where none are known',
      { restricted_custom_buttons: [{ id: '2', name: 'Send' }] },
      { buttons: undefined },
      ['button', 'Send', 'notListed'],
    ],
    [
      'converting, outside of leads',
      { restricted_actions: ['update', 'convert'] },
      {},
      ['action', 'convert', 'notOffered'],
    ],
    ['an unknown action', { restricted_actions: ['update', 'fly'] }, {}, ['action', 'fly', 'unknown']],
    [
      'an unknown communication',
      { restricted_communications: ['send_pigeon'] },
      {},
      ['communication', 'send_pigeon', 'unknown'],
    ],
    ['an unknown lock type', { lock_type: 'sometimes' }, {}, ['setting', 'lock_type', 'unknown']],
    ['an unknown circle of people', { locked_for: 'some' }, {}, ['setting', 'locked_for', 'unknown']],
    ['an unknown setting', { locked_until: 'June' }, {}, ['setting', 'locked_until', 'unknown']],
    [
      'a setting of an unknown form',
      { excluded_fields: 'all' },
      {},
      ['setting', 'excluded_fields', 'unknown'],
    ],
    ['rules of an unknown form', { locking_rules: 'all' }, {}, ['setting', 'locking_rules', 'unknown']],
    [
      'an unknown key of a rule',
      { locking_rules: [{ ...rule(is('Stage', 'Closed Won')), until: 'June' }] },
      {},
      ['setting', 'until', 'unknown'],
    ],
  ])('leave out and list %s', (_, change, target, missing) => {
    const { report, draft } = transferred({ locking_rules: null, ...change }, target);
    expect(report.missing.map(({ kind, name, reason }) => [kind, name, reason])).toEqual([missing]);
    const said = JSON.stringify(intendedConfiguration(draft));
    for (const word of ['Gone', 'convert', 'fly', 'pigeon', 'sometimes', 'some', 'June', '"all"', '5843'])
      expect(said).not.toContain(word);
  });

  it('let converting be blocked for leads', () => {
    const { draft } = transferred(
      { restricted_actions: ['update', 'convert'] },
      { module: { apiName: 'Leads' } },
    );
    expect(draft.settings.restrictedActions).toEqual(['update', 'convert']);
  });

  it('follow what was chosen by hand', () => {
    const { draft, report } = transferred(
      {
        locked_for: EXCEPTION,
        lock_excluded_profiles: [{ id: '7', name: 'Twin' }],
        excluded_fields: [{ api_name: 'Private' }],
        locking_rules: [rule(is('Stage', 'wait'))],
      },
      {},
      new Map([
        ['profile:Twin', '803'],
        ['field:Private', 'Second'],
        ['value:Stage:wait', 'Closed Won'],
      ]),
    );
    expect(draft.settings.excludedProfiles).toEqual([{ id: '803', name: 'Twin' }]);
    expect(draft.settings.excludedFields).toEqual([{ api_name: 'Second' }]);
    expect(draft.rules[0]?.criteria).toMatchObject({ value: 'Closed Won' });
    expect(report.missing).toEqual([]);
    expect(new Set(report.mapped.map(({ how }) => how))).toEqual(new Set(['chosen', 'apiName']));
  });

  it('know the one who is meant of several by the id', () => {
    const { draft } = transferred({
      locked_for: EXCEPTION,
      lock_excluded_profiles: [{ id: '803', name: 'Twin' }],
    });
    expect(draft.settings.excludedProfiles).toEqual([{ id: '803', name: 'Twin' }]);
  });
});

describe('settings that are told apart', () => {
  const KEYS = [
    'lock_type',
    'locked_for',
    'lock_excluded_profiles',
    'lock_for_portal_users',
    'restricted_actions',
    'restricted_communications',
    'restricted_custom_buttons',
    'excluded_fields',
    'locking_rules',
  ];

  it.each(KEYS)('leave %s alone where the target has it in a form nobody knows', (key) => {
    const strange = { of: 'tomorrow' };
    const configuration = read({ ...READ, id: '9000', [key]: strange });
    const { draft, report } = transferred(
      {
        lock_type: 'both',
        locked_for: EXCEPTION,
        lock_excluded_profiles: [{ id: '1', name: 'Contracts' }],
        lock_for_portal_users: false,
        restricted_actions: ['update', 'tags'],
        restricted_communications: ['send_mail'],
        restricted_custom_buttons: [{ id: '2', name: 'Send' }],
      },
      { configuration },
    );
    expect(report.missing).toEqual([
      { kind: 'setting', key: `setting:${key}`, name: key, reason: 'unknown' },
    ]);
    expect(intendedConfiguration(draft)[key]).toEqual(strange);
  });

  it('are not missing when the target says the same unknown word', () => {
    const words = { lock_type: 'sometimes', locked_for: 'some' };
    const { draft, report } = transferred(words, { configuration: read({ ...READ, ...words, id: '9000' }) });
    expect(report.missing).toEqual([]);
    expect(intendedConfiguration(draft)).toMatchObject(words);
  });

  it('end an exception that the source does not make, and ask for no profile of it', () => {
    const configuration = read({ ...READ, locked_for: EXCEPTION });
    const { draft, report } = transferred(
      { locked_for: 'all_profiles', lock_excluded_profiles: [{ id: '7', name: 'Gone' }] },
      { configuration },
    );
    expect(intendedConfiguration(draft).locked_for).toBe('all_profiles');
    expect(report.missing).toEqual([]);
  });

  it('keep an entry that has no counterpart where the target has the very same', () => {
    const excluded = { id: '7', name: 'Gone' };
    const setting = { locked_for: EXCEPTION, lock_excluded_profiles: [excluded], locking_rules: null };
    const { report } = transferred(
      { ...setting, excluded_fields: null },
      { configuration: read({ ...READ, ...setting }) },
    );
    expect(report).toEqual({
      mapped: [{ kind: 'profile', key: 'profile:Gone', from: 'Gone', to: 'Gone', how: 'kept' }],
      missing: [],
      leftOut: [],
    });
  });

  it('are missing by the id where there is no name', () => {
    const { report } = transferred({ locked_for: EXCEPTION, lock_excluded_profiles: [{ id: '7' }] });
    expect(report.missing).toEqual([{ kind: 'profile', key: 'profile:7', name: '7', reason: 'absent' }]);
  });

  it('say nothing of an unknown key that is empty', () => {
    const { report } = transferred({
      locked_until: null,
      locking_rules: [{ ...rule(is('Stage', 'Closed Won')), until: null }],
    });
    expect(report.missing).toEqual([]);
  });

  it('name a thing once, however often it is met', () => {
    const { report } = transferred({
      excluded_fields: null,
      locking_rules: [rule(is('Amount', '1'), 'One'), rule(is('Amount', '2'), 'Two')],
    });
    expect(report.mapped.map(({ key }) => key)).toEqual(['field:Amount']);
  });

  it('change nothing when what came is no configuration', () => {
    const exported = { ...exportConfiguration(read(READ), SOURCE), configuration: { id: 5 } };
    const configuration = read({ ...READ, id: '9000' });
    const found = mapConfiguration(exported, { ...TARGET, configuration }, keySource('t'));
    expect(configurationRequest(found.draft)).toBeNull();
    expect(found.report).toEqual({
      mapped: [],
      missing: [{ kind: 'setting', key: 'setting:configuration', name: 'configuration', reason: 'unknown' }],
      leftOut: [],
    });
  });

  it('mean the one of the very name before one that differs in case', () => {
    const { draft } = transferred(
      { locked_for: EXCEPTION, lock_excluded_profiles: [{ id: '1', name: 'Contracts' }] },
      {
        profiles: [
          { id: '801', name: 'contracts' },
          { id: '802', name: 'Contracts' },
        ],
      },
    );
    expect(draft.settings.excludedProfiles).toEqual([{ id: '802', name: 'Contracts' }]);
  });

  it('find a field that is known by its id by the name it has there', () => {
    const excluded_fields = [{ id: '5843104000000002587' }];
    const exported = exportConfiguration(read({ ...READ, excluded_fields }), SOURCE);
    const { draft } = mapConfiguration(exported, TARGET, keySource('t'));
    expect(draft.settings.excludedFields).toEqual([{ api_name: 'Description' }]);
  });

  it('find a field by the label it has where it comes from, not by another one’s', () => {
    const exported = {
      ...exportConfiguration(read({ ...READ, excluded_fields: [{ api_name: 'Deal_Score' }] }), SOURCE),
      fields: [
        { api_name: 'Deal_Sum', label: 'Amount' },
        { api_name: 'Deal_Score', label: 'Score' },
      ],
    };
    const { draft } = mapConfiguration(exported, TARGET, keySource('t'));
    expect(draft.settings.excludedFields).toEqual([{ api_name: 'Points' }]);
  });
});

describe('criteria transferred to another module', () => {
  it.each<[string, Json, Json, string[]]>([
    ['a value by its label', is('Stage', 'wait'), 'halt', ['wait > halt (label)']],
    ['values of a list', is('Stage', ['Closed Won', 'wait'], 'in'), ['Closed Won', 'halt'], []],
    ['values of a joined text', is('Interests', 'A;c1'), 'A;c9', ['c1 > c9 (label)']],
    ['emptiness', is('Account_Name', token('EMPTY')), token('EMPTY'), []],
    ['a number', is('Amount', '50000', 'greater_than'), '50000', []],
    ['a range', is('Amount', ['1', '2'], 'between'), ['1', '2'], []],
    ['text in a picklist', is('Stage', 'Clos', 'starts_with'), 'Clos', []],
    ['a stage token', is('Stage', token('CLOSEDWON')), token('CLOSEDWON'), []],
    ['a date token', is('Called_At', token('TODAY'), 'less_than'), token('TODAY'), []],
    [
      'a user',
      is('Owner', { id: '5843104000000424001', name: 'John Smith' }),
      { id: '601', name: 'John Smith' },
      ['John Smith > John Smith (name)'],
    ],
  ])('keep %s', (_, criteria, value, how) => {
    const found = transferredRule(criteria);
    expect(found.causes).toEqual([]);
    expect(found.criteria).toMatchObject({ value });
    expect(found.how).toEqual(expect.arrayContaining(how));
    expect(JSON.stringify(found.criteria)).not.toMatch(/584\d/);
  });

  it.each<[string, Json, Partial<TransferTarget>]>([
    ['a range of date tokens', is('Called_At', [token('LASTWEEK'), token('TODAY')], 'between'), {}],
    [
      'a range of tokens for days',
      is('Closing_Date', [token('LASTWEEK'), token('TODAY')], 'between'),
      { fields: [field('Closing_Date', 'date')] },
    ],
    ['what has a value there by chance', is('Stage', 'Closed Won'), {}],
  ])('keep %s as it is', (_, criteria, target) => {
    const found = transferredRule(criteria, target);
    expect(found.causes).toEqual([]);
    expect(found.criteria).toMatchObject({ value: isObject(criteria) ? criteria.value : null });
  });

  it('map nothing but the field of a condition about emptiness', () => {
    const { how } = transferredRule(is('Account_Name', token('EMPTY')));
    expect(how).toEqual(['Description > Description (apiName)', 'Account_Name > Account_Name (apiName)']);
  });

  it.each([
    ['role', 'equal_role', { roles: [{ id: '501', name: 'CEO' }] }],
    ['group', 'equal_group', { groups: [{ id: '501', name: 'CEO' }] }],
  ])('say a %s by the id it has there', (_kind, comparator, target) => {
    const found = transferredRule(is('Owner', { id: '5', name: 'CEO' }, comparator), target);
    expect(found.causes).toEqual([]);
    expect(found.criteria).toMatchObject({ comparator, value: { id: '501', name: 'CEO' } });
  });

  it('go by API names alone where nothing is known of the fields they come from', () => {
    const exported = {
      ...exportConfiguration(
        read({
          ...READ,
          locking_rules: [
            rule(is('Stage', 'Closed Won'), 'Won'),
            rule(is('Stage', 'Nowhere'), 'Lost'),
            rule(is('Amount', 'much'), 'Rich'),
          ],
        }),
        SOURCE,
      ),
      fields: [],
    };
    const { draft, report } = mapConfiguration(exported, TARGET, keySource('t'));
    expect(draft.rules.map(({ name }) => name)).toEqual(['Won']);
    expect(report.leftOut.flatMap(({ causes }) => causes.map(({ key }) => key))).toEqual([
      'value:Stage:Nowhere',
      'value:Amount:much',
    ]);
  });

  it('name a value by the field it comes from', () => {
    const found = transferred({ locking_rules: [rule(is('Deal_Score', 'much'))] });
    expect(found.report.leftOut[0]?.causes.map(({ key }) => key)).toEqual(['value:Deal_Score:much']);
    const phase = { label: 'Level', picklist: picks('High') };
    const exported = exportConfiguration(
      read({ ...READ, excluded_fields: null, locking_rules: [rule(is('Phase', 'High'))] }),
      { ...SOURCE, fields: [field('Phase', 'picklist', phase)] },
    );
    const grade = field('Grade', 'picklist', phase);
    const { report } = mapConfiguration(exported, { ...TARGET, fields: [grade] }, keySource('t'));
    expect(report.mapped.map(({ key, to }) => [key, to])).toEqual([
      ['field:Phase', 'Grade'],
      ['value:Phase:High', 'High'],
    ]);
  });

  it('pass over a choice that the field does not have', () => {
    const choices = new Map([['value:Stage:wait', 'Nowhere']]);
    expect(transferredRule(is('Stage', 'wait'), {}, choices).criteria).toMatchObject({ value: 'halt' });
  });

  it('keep groups and the type that Zoho adds', () => {
    const group = {
      group_operator: 'OR',
      group: [
        { ...is('Stage', 'wait'), type: 'value' },
        { group_operator: 'AND', group: [is('Amount', '1'), is('Deal_Score', '2')] },
      ],
    };
    expect(transferredRule(group).criteria).toEqual({
      group_operator: 'OR',
      group: [
        { comparator: 'equal', field: { api_name: 'Stage' }, value: 'halt' },
        {
          group_operator: 'AND',
          group: [
            { comparator: 'equal', field: { api_name: 'Amount' }, value: '1' },
            { comparator: 'equal', field: { api_name: 'Points' }, value: '2' },
          ],
        },
      ],
    });
  });

  it.each<[string, Json, unknown[], Partial<TransferTarget>?]>([
    ['a field', is('Gone', '1'), ['field', 'Gone', 'absent']],
    ['a field of two by its label', is('Private', 'true'), ['field', 'Private', 'ambiguous']],
    [
      'a field that holds something else',
      is('Closing_Date', '2026-01-31'),
      ['field', 'Closing_Date', 'otherType'],
    ],
    ['a percentage that is an amount there', is('Discount', '10'), ['field', 'Discount', 'otherType']],
    ['a field that cannot be compared', is('Photo', 'x'), ['field', 'Photo', 'typeNotSupported']],
    ['a value', is('Stage', 'Nowhere'), ['value', 'Nowhere', 'absent']],
    ['a value in a list', is('Stage', ['Closed Won', 'Nowhere'], 'in'), ['value', 'Nowhere', 'absent']],
    ['a value in a joined text', is('Interests', 'A;B'), ['value', 'B', 'absent']],
    ['a value of another kind', is('Amount', 'much'), ['value', 'much', 'invalid']],
    ['a record', is('Account_Name', { id: '5', name: 'Printers' }), ['record', 'Printers', 'absent']],
    ['a user', is('Owner', { id: '5', name: 'Patricia Boyle' }), ['user', 'Patricia Boyle', 'absent']],
    ['a role', is('Owner', { id: '5', name: 'CEO' }, 'equal_role'), ['role', 'CEO', 'notListed']],
    ['an unknown comparator', is('Amount', '1', 'is_near'), ['comparator', 'is_near', 'unknown']],
    [
      'a comparator for another kind',
      is('Amount', '1', 'contains'),
      ['comparator', 'contains', 'notOffered'],
    ],
    ['an unknown token', is('Owner', token('CURRENTUSER')), ['token', token('CURRENTUSER'), 'notOffered']],
    [
      'a token of days in a text',
      is('Tag', token('TODAY')),
      ['token', token('TODAY'), 'notOffered'],
      { fields: [field('Tag', 'text'), field('Amount', 'currency')] },
    ],
    ['an unknown token of a day', is('Called_At', token('PAYDAY')), ['token', token('PAYDAY'), 'notOffered']],
    ['an unknown token of a stage', is('Stage', token('CLOSED')), ['token', token('CLOSED'), 'notOffered']],
    [
      'a number that is a percentage there',
      is('Deal_Score', '10'),
      ['field', 'Deal_Score', 'otherType'],
      { fields: [field('Amount', 'currency'), field('Deal_Score', 'percent')] },
    ],
    [
      'a value of two by its label',
      is('Stage', 'wait'),
      ['value', 'wait', 'ambiguous'],
      {
        fields: [
          field('Amount', 'currency'),
          field('Stage', 'picklist', { picklist: picks(['a', 'on hold'], ['b', 'ON HOLD']) }),
        ],
      },
    ],
    ['an unknown key', { ...is('Amount', '1'), type: 'field' }, ['setting', 'type', 'unknown']],
    ['another unknown key', { ...is('Amount', '1'), negated: true }, ['setting', 'negated', 'unknown']],
    ['an unknown node', { every: 'day' }, ['criteria', '{"every":"day"}', 'unknown']],
    [
      'an unknown key of a group',
      { group_operator: 'AND', group: [is('Amount', '1')], negated: true },
      ['setting', 'negated', 'unknown'],
    ],
    ['an empty group', { group_operator: 'AND', group: [] }, ['criteria', 'AND', 'empty']],
    ['no criteria', null, ['criteria', '', 'empty']],
    [
      'what tasks are not locked by',
      is('Stage', 'Closed Won'),
      ['field', 'Stage', 'onlyStatus'],
      { module: { apiName: 'Tasks' } },
    ],
    [
      'a status that tasks are not locked by',
      is('Stage', 'Closed Won'),
      ['criteria', '', 'onlyClosed'],
      {
        module: { apiName: 'Tasks' },
        fields: [field('Status', 'picklist', { label: 'Stage', picklist: picks('Closed Won') })],
      },
    ],
  ])('leave out the whole rule and name the cause: %s', (_, criteria, cause, target) => {
    const whole = { group_operator: 'AND', group: [is('Amount', '5'), criteria] };
    const tasks = target?.module?.apiName === 'Tasks';
    const found = transferredRule(criteria === null || tasks ? criteria : whole, target);
    expect(found.causes).toEqual([cause]);
    expect(found.criteria).toBeUndefined();
  });

  it('name every cause', () => {
    const { causes } = transferredRule({
      group_operator: 'OR',
      group: [is('Gone', '1'), is('Stage', 'Nowhere')],
    });
    expect(causes.map(([kind]) => kind)).toEqual(['field', 'value']);
  });

  it('keep unknown tokens within the same module', () => {
    const found = transferredRule(is('Owner', token('CURRENTUSER')), { module: { apiName: 'Deals' } });
    expect(found.criteria).toMatchObject({ value: token('CURRENTUSER') });
  });
});

describe('a target that has a configuration', () => {
  const won = {
    comparator: 'equal',
    field: { api_name: 'Stage', id: '901' },
    value: 'Closed Won',
    type: 'value',
  };
  const there = read({
    ...READ,
    id: '9000',
    lock_type: 'both',
    excluded_fields: [{ api_name: 'Amount', id: '903' }],
    locking_rules: [
      { id: '9001', name: 'Won', lock_existing_records: true, criteria: won },
      { id: '9002', name: 'Held', criteria: is('Amount', '7') },
      { id: '9003', name: 'Other', criteria: is('Amount', '8') },
    ],
  });
  const names = (change: JsonObject) => {
    const { draft, report } = transferred(change, { configuration: there });
    return {
      rules: draft.rules.map(({ id, name, deleted }) => [id, name, deleted]),
      sent: JSON.stringify(configurationRequest(draft)?.body),
      leftOut: report.leftOut.map(({ name }) => name),
    };
  };

  it('keeps rules of the same criteria or name, and gives up the others', () => {
    const { rules, sent } = names({
      locking_rules: [
        rule(is('Stage', 'Closed Won'), 'Closed Won'),
        rule(is('Amount', '9'), 'held'),
        rule(is('Amount', '3'), 'New'),
      ],
    });
    expect(rules).toEqual([
      ['9001', 'Closed Won', false],
      ['9002', 'held', false],
      ['9003', 'Other', true],
      [undefined, 'New', false],
    ]);
    expect(sent).toContain(JSON.stringify(won));
    expect(sent).toContain('{"id":"9003","_delete":true}');
    expect(sent).toContain('"value":"9"');
    expect(sent).not.toContain('"value":"7"');
    expect(sent).not.toMatch(/5843104/);
  });

  it('keeps a rule that nobody understands when it has the very same, be it under another name', () => {
    const strange = { every: 'day', field: { api_name: 'Stage', id: '901' } };
    const exported = exportConfiguration(read({ ...READ, locking_rules: [rule(strange, 'Daily')] }), SOURCE);
    const has = read({
      ...there.source,
      locking_rules: [{ id: '9009', name: 'Each day', criteria: strange }],
    });
    const { draft, report } = mapConfiguration(exported, { ...TARGET, configuration: has }, keySource('t'));
    expect(report.leftOut).toEqual([]);
    expect(intendedConfiguration(draft).locking_rules).toEqual([
      { id: '9009', name: 'Daily', criteria: strange },
    ]);
  });

  it.each<[string, [name: string, value: string][], [name: string, value: string], kept: string]>([
    [
      'of one name, the one with the same criteria',
      [
        ['Twin', '7'],
        ['Twin', '8'],
      ],
      ['Twin', '8'],
      '9101',
    ],
    [
      'of one name, before one with the same criteria',
      [
        ['A', '7'],
        ['B', '8'],
      ],
      ['A', '8'],
      '9100',
    ],
    [
      'of the very name, before one that differs in case',
      [
        ['a', '7'],
        ['A', '8'],
      ],
      ['A', '9'],
      '9101',
    ],
    [
      'of a name that differs in case and spaces',
      [
        ['B', '7'],
        [' a ', '8'],
      ],
      ['A', '9'],
      '9101',
    ],
    [
      'with the same criteria, under another name',
      [
        ['B', '7'],
        ['C', '8'],
      ],
      ['A', '8'],
      '9101',
    ],
  ])('edits the rule %s', (_, there, [name, value], kept) => {
    const configuration = read({
      ...READ,
      locking_rules: there.map(([called, at], i) => ({
        id: `910${i}`,
        name: called,
        criteria: is('Amount', at),
      })),
    });
    const { draft } = transferred({ locking_rules: [rule(is('Amount', value), name)] }, { configuration });
    expect(draft.rules.filter(({ deleted }) => !deleted).map(({ id }) => id)).toEqual([kept]);
    expect(draft.rules).toHaveLength(there.length);
  });

  it('keeps its own rule where one of the same name could not be transferred', () => {
    const { rules, leftOut } = names({ locking_rules: [rule(is('Gone', '9'), 'Other')] });
    expect(leftOut).toEqual(['Other']);
    expect(rules).toEqual([
      ['9001', 'Won', true],
      ['9002', 'Held', true],
      ['9003', 'Other', false],
    ]);
  });

  it('becomes what was transferred, its own identity apart', () => {
    const { draft } = transferred({ restricted_actions: ['update', 'tags'] }, { configuration: there });
    expect(intendedConfiguration(draft)).toMatchObject({
      id: '9000',
      lock_type: 'automatic',
      restricted_actions: ['update', 'tags'],
      excluded_fields: [{ api_name: 'Description' }],
    });
  });
});

describe('a configuration exported and imported where it came from', () => {
  const back = (source: JsonObject, target: Partial<TransferTarget> = {}) => {
    const base = read(source);
    const reading = readExport(JSON.stringify(exportConfiguration(base, SOURCE)));
    if (!reading.ok) return undefined;
    const there = { ...TARGET, module: SOURCE.module, configuration: base, ...target };
    return mapConfiguration(reading.exported, there, keySource('t'));
  };

  it('changes nothing, whatever it holds', () => {
    let whole = 0;
    fc.assert(
      fc.property(
        configuration,
        fc.constantFrom<Partial<TransferTarget>>({}, { fields: [], profiles: [] }),
        (source, target) => {
          const found = back(source, target);
          if (!found) return;
          whole += 1;
          expect(configurationRequest(found.draft)).toBeNull();
          expect([found.report.missing, found.report.leftOut]).toEqual([[], []]);
        },
      ),
      { numRuns: 100 },
    );
    expect(whole).toBeGreaterThan(30);
  });

  it('brings back what was there before an edit', () => {
    const base = read(READ);
    const exported = exportConfiguration(base, SOURCE);
    const edited = read({
      ...READ,
      lock_type: 'both',
      excluded_fields: null,
      restricted_actions: ['update', 'tags'],
    });
    const target = { ...TARGET, module: SOURCE.module, fields: SOURCE_FIELDS, configuration: edited };
    const { draft } = mapConfiguration(exported, target, keySource('t'));
    expect(intendedConfiguration(draft)).toEqual({ ...READ, excluded_fields: [{ api_name: 'Description' }] });
  });
});
