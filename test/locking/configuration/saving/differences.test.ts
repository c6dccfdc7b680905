import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../../src/base/json';
import { configurationDifferences } from '../../../../src/locking/configuration/saving/differences';
import { CREATED, READ, RULE_ID } from '../../samples';

const leaf = (value: string, more: JsonObject = {}): JsonObject => ({
  comparator: 'equal',
  field: { api_name: 'Stage' },
  value,
  ...more,
});
const rule = (more: JsonObject): JsonObject => ({
  id: RULE_ID,
  name: 'Closed Won',
  criteria: leaf('A'),
  ...more,
});

describe('what is read back', () => {
  it('is the guide’s reply to the guide’s request', () => {
    expect(configurationDifferences(CREATED, READ)).toEqual([]);
  });

  it.each<[string, JsonObject, JsonObject, (string | number)[][]]>([
    [
      'an id where none was meant to be another',
      { restricted_custom_buttons: [{ id: '1', name: 'A' }] },
      { restricted_custom_buttons: [{ id: '2', name: 'A' }] },
      [
        ['restricted_custom_buttons', 0],
        ['restricted_custom_buttons', 1],
      ],
    ],
    [
      'an entry less',
      { excluded_fields: [{ api_name: 'A' }, { api_name: 'B' }] },
      { excluded_fields: [{ api_name: 'B' }] },
      [['excluded_fields', 0]],
    ],
    [
      'two entries more',
      { excluded_fields: [{ api_name: 'A' }] },
      { excluded_fields: [{ api_name: 'C' }, { api_name: 'A' }, { api_name: 'B' }] },
      [
        ['excluded_fields', 1],
        ['excluded_fields', 2],
      ],
    ],
    [
      'a key of an entry',
      { excluded_fields: [{ api_name: 'A', until: 1 }] },
      { excluded_fields: [{ api_name: 'A', until: 2 }] },
      [['excluded_fields', 0, 'until']],
    ],
    [
      'a list of another form',
      { excluded_fields: [{ api_name: 'A' }] },
      { excluded_fields: { all: true } },
      [['excluded_fields']],
    ],
    [
      'rules of another form',
      { locking_rules: [rule({})] },
      { locking_rules: { all: true } },
      [['locking_rules']],
    ],
    ['a name that nobody gave', {}, { name: 'x' }, [['name']]],
    [
      'a name of a new rule',
      { locking_rules: [{ name: 'A' }] },
      { locking_rules: [{ id: '1', name: 'B' }] },
      [
        ['locking_rules', 0],
        ['locking_rules', 1],
      ],
    ],
    [
      'the name of a rule',
      { locking_rules: [rule({})] },
      { locking_rules: [rule({ name: 'B' })] },
      [['locking_rules', 0, 'name']],
    ],
    [
      'a value of several',
      { locking_rules: [rule({ criteria: leaf('A', { value: ['A', 'B'] }) })] },
      { locking_rules: [rule({ criteria: leaf('A', { value: ['A'] }) })] },
      [['locking_rules', 0, 'criteria', 'value', 1]],
    ],
    [
      'a value that is no list any more',
      { locking_rules: [rule({ criteria: leaf('A', { value: ['A'] }) })] },
      { locking_rules: [rule({ criteria: leaf('A') })] },
      [['locking_rules', 0, 'criteria', 'value']],
    ],
    [
      'the other boolean of a condition',
      { locking_rules: [rule({ criteria: leaf('A', { value: true }) })] },
      { locking_rules: [rule({ criteria: leaf('A', { value: 'false' }) })] },
      [['locking_rules', 0, 'criteria', 'value']],
    ],
    ['a boolean setting in words', { other: true }, { other: 'true' }, [['other']]],
    [
      'an unknown word in the singular',
      { other: 'all_profile_except_excluded_profiles' },
      { other: 'all_profiles_except_excluded_profiles' },
      [['other']],
    ],
  ])('differs by %s', (_, meant, back, paths) => {
    expect(configurationDifferences(meant, back).map(({ path }) => path)).toEqual(paths);
  });

  it.each<[string, JsonObject, JsonObject]>([
    [
      'a boolean of a condition in words',
      { locking_rules: [rule({ criteria: leaf('A', { value: true }) })] },
      { locking_rules: [rule({ criteria: leaf('A', { value: 'true' }) })] },
    ],
    [
      'a button by its name, which has an id by now',
      { restricted_custom_buttons: [{ name: 'Send' }] },
      { restricted_custom_buttons: [{ name: 'Send', id: '1' }] },
    ],
    [
      'another name beside the same id',
      { restricted_custom_buttons: [{ id: '1', name: 'A' }] },
      { restricted_custom_buttons: [{ id: '1', name: 'B' }] },
    ],
    [
      'two new rules in another order',
      { locking_rules: [{ name: 'A' }, { name: 'B' }] },
      {
        locking_rules: [
          { id: '2', name: 'B' },
          { id: '1', name: 'A' },
        ],
      },
    ],
    ['times, whatever was meant', { modified_time: 'x' }, { modified_time: 'y' }],
    ['null for an empty list', { excluded_fields: [] }, { excluded_fields: null }],
    ['null for an absent list', {}, { lock_excluded_profiles: null }],
    [
      'defaults for absent keys',
      {},
      { locked_for: 'all_profiles', lock_for_portal_users: true, restricted_actions: ['update'] },
    ],
    [
      'a list in another order',
      { restricted_actions: ['update', 'tags'] },
      { restricted_actions: ['tags', 'update'] },
    ],
    [
      'the plural of a word',
      { locked_for: 'all_profiles_except_excluded_profile' },
      { locked_for: 'all_profiles_except_excluded_profiles' },
    ],
    [
      'names beside ids',
      { lock_excluded_profiles: [{ id: '1', name: 'Old name' }] },
      { lock_excluded_profiles: [{ name: 'Sales', id: '1' }] },
    ],
    [
      'the id of a new rule',
      { locking_rules: [{ name: 'A', criteria: leaf('A') }] },
      {
        locking_rules: [
          { id: '9', name: 'A', lock_existing_records: false, criteria: leaf('A', { type: 'value' }) },
        ],
      },
    ],
    [
      'rules in another order',
      { locking_rules: [rule({}), rule({ id: '2', name: 'B' })] },
      { locking_rules: [rule({ id: '2', name: 'B' }), rule({})] },
    ],
    [
      'the name of a user',
      { locking_rules: [rule({ criteria: { value: { id: '7' } } })] },
      { locking_rules: [rule({ criteria: { value: { id: '7', name: 'John Smith' } } })] },
    ],
    ['no rules', { locking_rules: [] }, {}],
  ])('may differ by %s', (_, meant, found) => {
    expect(configurationDifferences(meant, found)).toEqual([]);
  });

  it.each<[string, JsonObject, JsonObject, (string | number)[], Json | undefined, Json | undefined]>([
    ['a setting', { lock_type: 'both' }, { lock_type: 'manual' }, ['lock_type'], 'both', 'manual'],
    ['a setting not kept', { zz_new: 1 }, {}, ['zz_new'], 1, undefined],
    ['an unknown key', {}, { zz_new: 1 }, ['zz_new'], undefined, 1],
    [
      'a default that is none',
      {},
      { lock_for_portal_users: false },
      ['lock_for_portal_users'],
      undefined,
      false,
    ],
    [
      'a field missing',
      { excluded_fields: [{ api_name: 'A' }, { api_name: 'B' }] },
      { excluded_fields: [{ api_name: 'A', id: '1' }] },
      ['excluded_fields', 1],
      { api_name: 'B' },
      undefined,
    ],
    [
      'a profile too many',
      { lock_excluded_profiles: null },
      { lock_excluded_profiles: [{ id: '1' }] },
      ['lock_excluded_profiles', 0],
      undefined,
      { id: '1' },
    ],
    [
      'an action missing',
      { restricted_actions: ['update', 'tags'] },
      { restricted_actions: ['update'] },
      ['restricted_actions', 1],
      'tags',
      undefined,
    ],
    ['another configuration', { id: '1' }, { id: '2' }, ['id'], '1', '2'],
    [
      'a rule renamed',
      { locking_rules: [rule({})] },
      { locking_rules: [rule({ name: 'Won' })] },
      ['locking_rules', 0, 'name'],
      'Closed Won',
      'Won',
    ],
    [
      'a rule missing',
      { locking_rules: [rule({})] },
      { locking_rules: [] },
      ['locking_rules', 0],
      rule({}),
      undefined,
    ],
    [
      'a deleted rule',
      { locking_rules: [] },
      { locking_rules: [rule({})] },
      ['locking_rules', 0],
      undefined,
      rule({}),
    ],
    [
      'a value',
      { locking_rules: [rule({})] },
      { locking_rules: [rule({ criteria: leaf('B') })] },
      ['locking_rules', 0, 'criteria', 'value'],
      'A',
      'B',
    ],
    [
      'a number for text',
      { locking_rules: [rule({ criteria: leaf('1') })] },
      { locking_rules: [rule({ criteria: { ...leaf('1'), value: 1 } })] },
      ['locking_rules', 0, 'criteria', 'value'],
      '1',
      1,
    ],
    [
      'another type',
      { locking_rules: [rule({})] },
      { locking_rules: [rule({ criteria: leaf('A', { type: 'field' }) })] },
      ['locking_rules', 0, 'criteria', 'type'],
      undefined,
      'field',
    ],
    [
      'existing records',
      { locking_rules: [rule({ lock_existing_records: true })] },
      { locking_rules: [rule({ lock_existing_records: false })] },
      ['locking_rules', 0, 'lock_existing_records'],
      true,
      false,
    ],
    [
      'a condition missing',
      { locking_rules: [rule({ criteria: { group_operator: 'OR', group: [leaf('A'), leaf('B')] } })] },
      { locking_rules: [rule({ criteria: { group_operator: 'OR', group: [leaf('A')] } })] },
      ['locking_rules', 0, 'criteria', 'group', 1],
      leaf('B'),
      undefined,
    ],
  ])('tells %s', (_, meant, found, path, was, is) => {
    expect(configurationDifferences(meant, found)).toEqual([{ path, meant: was, found: is }]);
  });
});
