import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../../src/base/json';
import * as edit from '../../../../src/locking/configuration/draft';
import { DEFAULT_LIMITS } from '../../../../src/locking/configuration/limits';
import * as rules from '../../../../src/locking/configuration/rules';
import { validateConfiguration } from '../../../../src/locking/configuration/validation/validate-configuration';
import { TASKS_CRITERIA } from '../../../../src/locking/criteria/tasks';
import { keySource } from '../../../../src/locking/criteria/tree/node';
import { FIELDS, READ, RULE_ID, read } from '../../samples';

type Draft = edit.ConfigurationDraft;

const newKey = keySource('v');
const context = {
  module: 'Deals',
  limits: DEFAULT_LIMITS,
  fields: FIELDS,
  profiles: [{ id: '58431' }, { id: '58432' }],
  buttons: [{ id: '58441' }],
};
const found = (draft: Draft, more: Partial<Parameters<typeof validateConfiguration>[1]> = {}) =>
  validateConfiguration(draft, { ...context, ...more }).map(({ code, path }) => `${path.join('.')} ${code}`);

const deals = (more: JsonObject = {}) => edit.draftOf(read({ ...READ, ...more }));
const is = (api_name: string, value: Json, comparator = 'equal'): JsonObject => ({
  comparator,
  field: { api_name },
  value,
});
const rule = (name: string, criteria: Json): JsonObject => ({ name, lock_existing_records: false, criteria });
/** The Deals of Zoho's guide with one rule more. */
const plus = (criteria: Json, name = 'New') => rules.addRuleFrom(deals(), newKey, rule(name, criteria));
const profile = (n: number) => ({ id: String(n), name: `Profile ${n}` });
const times = <T>(n: number, step: (value: T, i: number) => T, start: T): T =>
  Array.from({ length: n }).reduce<T>((value, _, i) => step(value, i), start);
const excepted = (draft: Draft) => edit.setLockedFor(draft, 'all_profiles_except_excluded_profiles');
const profiles = (n: number) => times(n, (d, i) => edit.addExcludedProfile(d, profile(i)), excepted(deals()));

describe('a configuration as Zoho would take it', () => {
  it.each<[string, Draft]>([
    ['a new one for manual locks', edit.draftOf(null)],
    ['the one of the guide', deals()],
    ['one with another rule', plus(is('Amount', '50000', 'greater_than'))],
    [
      'conditions of every sort',
      plus({
        group_operator: 'OR',
        group: [
          is('Amount', ['1', '2'], 'between'),
          is('Closing_Date', '$' + '{TODAY}', 'less_than'),
          is('Called_At', '2023-10-23T03:25:06-04:00'),
          is('Private', 'true'),
          is('Owner', { id: '58431', name: 'John Smith' }),
          is('Owner', { id: '58431' }, 'equal_role'),
          is('Interests', 'A;B'),
          is('Stage', '$' + '{CLOSEDWON}'),
          is('Description', '$' + '{EMPTY}', 'not_equal'),
          { comparator: 'equal', field: { id: '5843104000000002565' }, value: 'Closed Lost' },
        ],
      }),
    ],
    [
      'exempt profiles',
      times(2, (d, i) => edit.addExcludedProfile(d, profile(58431 + i)), excepted(deals())),
    ],
  ])('%s has no problem', (_, draft) => {
    expect(found(draft)).toEqual([]);
  });

  it('and what Zoho holds already is not held against it', () => {
    const draft = deals({
      lock_type: 'quantum',
      locked_for: 'nobody',
      excluded_fields: [{ api_name: 'Owner' }, { api_name: 'Gone' }],
      restricted_actions: ['update', 'convert', 'teleport'],
      restricted_communications: ['send_pigeon'],
      restricted_custom_buttons: [{ id: '9', name: 'Gone' }],
      locking_rules: [
        { id: '1', name: 'A', criteria: is('Gone', null, 'is_near') },
        { id: '2', name: 'A', criteria: is('Gone', null, 'is_near') },
        { id: '3', name: 'C', criteria: { formula: '1=1' } },
      ],
    });
    expect(found(edit.setActionRestricted(draft, 'delete', true))).toEqual([]);
    expect(found(draft, { module: 'Tasks' })).toEqual([]);
  });
});

describe('what Zoho would refuse', () => {
  const tooMany = (n: number) =>
    times(n, (d, i) => rules.addRuleFrom(d, newKey, rule(`R${i}`, is('Stage', `${i}`))), deals());
  const fields = (n: number) => times(n, (d, i) => edit.addExcludedField(d, { api_name: `F${i}` }), deals());
  const buttons = (n: number) => times(n, (d, i) => edit.addRestrictedButton(d, profile(i)), deals());
  const bare = { fields: undefined, profiles: undefined, buttons: undefined };

  it.each<[string, Draft, string[]]>([
    ['five rules', tooMany(4), []],
    ['six rules', tooMany(5), ['locking_rules tooMany']],
    ['15 fields', fields(14), []],
    ['16 fields', fields(15), ['excluded_fields tooMany']],
    ['15 profiles', profiles(15), []],
    ['16 profiles', profiles(16), ['lock_excluded_profiles tooMany']],
    ['16 profiles that do not count', edit.setLockedFor(profiles(16), 'all_profiles'), []],
    ['30 buttons', buttons(30), []],
    ['31 buttons', buttons(31), ['restricted_custom_buttons tooMany']],
    ['an exception of nobody', excepted(deals()), ['lock_excluded_profiles profilesMissing']],
    [
      'an automatic one without rules',
      edit.setLockType(edit.draftOf(null), 'automatic'),
      ['locking_rules rulesMissing'],
    ],
    [
      'both without rules',
      rules.deleteRule(edit.setLockType(deals(), 'both'), deals().rules[0]?.key ?? ''),
      ['locking_rules rulesMissing'],
    ],
    ['no lock type', edit.draftOf(read({ id: '1', locking_rules: [] })), ['lock_type lockTypeMissing']],
    ['one of Zoho’s own', deals({ system_defined: true }), [' systemDefined']],
  ])('%s', (_, draft, problems) => {
    expect(found(draft, bare)).toEqual(problems);
  });

  it.each<[string, Draft, string[]]>([
    ['Tag', edit.addExcludedField(deals(), { api_name: 'Tag' }), ['excluded_fields.1 fieldNotExcludable']],
    [
      'a field that is none',
      edit.addExcludedField(deals(), { api_name: 'Gone' }),
      ['excluded_fields.1 fieldUnknown'],
    ],
    [
      'a profile that is none',
      edit.addExcludedProfile(excepted(deals()), profile(1)),
      ['lock_excluded_profiles.0 profileUnknown'],
    ],
    [
      'a button that is none',
      edit.addRestrictedButton(deals(), profile(1)),
      ['restricted_custom_buttons.0 buttonUnknown'],
    ],
    [
      'Convert of Deals',
      edit.setActionRestricted(deals(), 'convert', true),
      ['restricted_actions.1 actionNotSupported'],
    ],
    [
      'a strange message',
      edit.setCommunicationRestricted(deals(), 'send_pigeon', true),
      ['restricted_communications.0 communicationNotSupported'],
    ],
    ['a rule without a name', plus(is('Amount', '1'), '  '), ['locking_rules.1.name nameMissing']],
    ['a name of 256', plus(is('Amount', '1'), 'n'.repeat(256)), []],
    ['a name of 257', plus(is('Amount', '1'), 'n'.repeat(257)), ['locking_rules.1.name nameTooLong']],
    ['a name twice', plus(is('Amount', '1'), ' closed won'), ['locking_rules.1.name nameDuplicate']],
    [
      'criteria twice',
      plus({ group_operator: 'AND', group: [is('Stage', 'Closed Won')] }),
      ['locking_rules.1.criteria criteriaDuplicate'],
    ],
    ['a new rule', rules.addRule(deals(), newKey, 'New'), ['locking_rules.1.criteria.field fieldMissing']],
    [
      'a rule without criteria',
      rules.addRuleFrom(deals(), newKey, { name: 'New' }),
      ['locking_rules.1.criteria criteriaMissing'],
    ],
    [
      'an empty group',
      plus({ group_operator: 'AND', group: [] }),
      ['locking_rules.1.criteria.group groupEmpty'],
    ],
    ['a field of no module', plus(is('Gone', '1')), ['locking_rules.1.criteria.field fieldUnknown']],
    [
      'id and name of two fields',
      plus({ comparator: 'equal', field: { api_name: 'Amount', id: '5843104000000002565' }, value: '1' }),
      ['locking_rules.1.criteria.field fieldAmbiguous'],
    ],
    [
      'a field that has no comparators',
      plus(is('Photo', '1')),
      ['locking_rules.1.criteria.field fieldNotSupported'],
    ],
    ['no comparator', plus(is('Amount', '1', '')), ['locking_rules.1.criteria.comparator comparatorMissing']],
    [
      'a comparator of another type',
      plus(is('Amount', '1', 'contains')),
      ['locking_rules.1.criteria.comparator comparatorNotSupported'],
    ],
    [
      'a new condition by an unknown comparator',
      plus(is('Amount', '1', 'is_near')),
      ['locking_rules.1.criteria.comparator comparatorNotSupported'],
    ],
    ['no value', plus(is('Amount', '')), ['locking_rules.1.criteria.value valueMissing']],
    ['a value of another type', plus(is('Amount', 'much')), ['locking_rules.1.criteria.value valueInvalid']],
    [
      'something deep inside',
      plus({
        group_operator: 'OR',
        group: [is('Amount', '1'), { group_operator: 'AND', group: [is('Amount', '2'), is('Amount', 'x')] }],
      }),
      ['locking_rules.1.criteria.group.1.group.1.value valueInvalid'],
    ],
  ])('%s', (_, draft, problems) => {
    expect(found(draft)).toEqual(problems);
  });

  it('is a convert of anything but Leads', () => {
    expect(found(edit.setActionRestricted(deals(), 'convert', true), { module: 'Leads' })).toEqual([]);
  });

  it('says limits and names', () => {
    const draft = plus(is('Amount', '1'), 'Closed Won');
    expect(validateConfiguration(draft, { ...context, limits: { ...DEFAULT_LIMITS, rules: 1 } })).toEqual([
      { code: 'tooMany', path: ['locking_rules'], params: { limit: 1, count: 2 } },
      { code: 'nameDuplicate', path: ['locking_rules', 1, 'name'], params: { name: 'Closed Won', rule: 0 } },
    ]);
  });

  it.each<[string, JsonObject, object]>([
    [
      'an unknown lock type',
      { lock_type: 'sometimes' },
      { code: 'lockTypeUnknown', path: ['lock_type'], params: { name: 'sometimes' } },
    ],
    [
      'an unknown circle of people',
      { locked_for: 'some' },
      { code: 'lockedForUnknown', path: ['locked_for'], params: { name: 'some' } },
    ],
    [
      'a field twice',
      { excluded_fields: [{ api_name: 'Amount' }, { api_name: 'Description' }, { api_name: 'Amount' }] },
      { code: 'duplicate', path: ['excluded_fields', 2], params: { name: 'Amount' } },
    ],
    [
      'a field that is not there',
      { excluded_fields: [{ api_name: 'Gone' }] },
      { code: 'fieldUnknown', path: ['excluded_fields', 0], params: { field: 'Gone' } },
    ],
    [
      'a field that cannot be excluded',
      { excluded_fields: [{ api_name: 'Expected_Revenue' }] },
      {
        code: 'fieldNotExcludable',
        path: ['excluded_fields', 0],
        params: { field: 'Expected Revenue', obstacle: 'readOnly' },
      },
    ],
    [
      'an unknown profile',
      {
        locked_for: 'all_profiles_except_excluded_profiles',
        lock_excluded_profiles: [{ id: '7', name: 'Gone' }],
      },
      { code: 'profileUnknown', path: ['lock_excluded_profiles', 0], params: { name: 'Gone' } },
    ],
    [
      'an unknown button',
      { restricted_custom_buttons: [{ id: '7' }] },
      { code: 'buttonUnknown', path: ['restricted_custom_buttons', 0], params: { name: '7' } },
    ],
    [
      'an unknown action',
      { restricted_actions: ['update', 'fly'] },
      { code: 'actionNotSupported', path: ['restricted_actions', 1], params: { name: 'fly' } },
    ],
    [
      'an unknown communication',
      { restricted_communications: ['pigeon'] },
      {
        code: 'communicationNotSupported',
        path: ['restricted_communications', 0],
        params: { name: 'pigeon' },
      },
    ],
  ])('is %s, unless Zoho holds it already', (_, change, problem) => {
    const source = { ...READ, ...change };
    const said = (base: JsonObject) =>
      validateConfiguration({ ...edit.draftOf(read(source)), base: read(base) }, context);
    expect(said(READ)).toEqual([problem]);
    expect(said(source)).toEqual([]);
  });

  it('says nothing of lock types and profiles in a form nobody knows', () => {
    for (const change of [
      { lock_type: { kind: 'newer' } },
      { locked_for: 'all_profiles_except_excluded_profiles', lock_excluded_profiles: { kind: 'newer' } },
    ])
      expect(found(deals(change))).toEqual([]);
  });

  it('says how long a name is, and which rule has the same criteria', () => {
    const params = (draft: Draft) => validateConfiguration(draft, context).map((problem) => problem.params);
    expect(params(plus(is('Amount', '1'), 'x'.repeat(257)))).toEqual([{ limit: 256, count: 257 }]);
    expect(params(plus(is('Stage', 'Closed Won'), 'Won again'))).toEqual([{ name: 'Closed Won', rule: 0 }]);
  });

  it('no longer counts a deleted rule', () => {
    const draft = plus(is('Stage', 'Closed Won'), 'Closed Won');
    const first = draft.rules.find(({ id }) => id === RULE_ID);
    expect(found(rules.deleteRule(draft, first?.key ?? ''))).toEqual([]);
  });
});

describe('tasks', () => {
  const status = FIELDS.map((field) => (field.apiName === 'Stage' ? { ...field, apiName: 'Status' } : field));
  const only = (criteria: Json) =>
    found(rules.addRuleFrom(edit.setLockType(edit.draftOf(null), 'automatic'), newKey, rule('R', criteria)), {
      module: 'Tasks',
      fields: status,
    });

  it('lock by Status equal to closed', () => {
    expect(only(is('Status', 'Closed'))).toEqual([]);
    expect(only(is('Status', 'closed'))).toEqual([]);
    expect(only(TASKS_CRITERIA)).toEqual([]);
  });

  it.each<[string, Json, string]>([
    ['another status', is('Status', 'Deferred'), 'locking_rules.0.criteria tasksCriteria'],
    [
      'another comparator',
      is('Status', 'Closed', 'not_equal'),
      'locking_rules.0.criteria.comparator comparatorNotSupported',
    ],
    ['another field', is('Description', 'Closed'), 'locking_rules.0.criteria.field fieldNotSupported'],
    [
      'a group',
      { group_operator: 'AND', group: [is('Status', 'Closed'), is('Status', 'Closed')] },
      'locking_rules.0.criteria tasksCriteria',
    ],
  ])('not by %s', (_, criteria, problem) => {
    expect(only(criteria)).toEqual([problem]);
  });
});
