import { describe, expect, it } from 'vitest';
import { draftOf, setLockType } from '../../../../src/locking/configuration/draft';
import { parseJsonPath } from '../../../../src/locking/configuration/paths';
import { addRule, deleteRule } from '../../../../src/locking/configuration/rules';
import { placeOf, problemFromApiError } from '../../../../src/locking/configuration/validation/problems';
import { findNode } from '../../../../src/locking/criteria/tree/find';
import { keySource } from '../../../../src/locking/criteria/tree/node';
import { READ, read } from '../../samples';

const leaf = (value: string) => ({ comparator: 'equal', field: { api_name: 'Stage' }, value });

describe('paths', () => {
  it.each([
    ['$', []],
    ['$.lock_type', ['lock_type']],
    [
      '$.record_locking_configurations[0].locking_rules[1].criteria.group[0].field.api_name',
      ['record_locking_configurations', 0, 'locking_rules', 1, 'criteria', 'group', 0, 'field', 'api_name'],
    ],
    ["$['odd name'][12]", ['odd name', 12]],
    ['lock_type', undefined],
    ['', undefined],
    ['$.a[x]', undefined],
    ['$.a..b', undefined],
  ])('%s', (text, path) => {
    expect(parseJsonPath(text)).toEqual(path);
  });
});

describe('an error of the API', () => {
  const error = (details: object) => ({ code: 'LIMIT_EXCEEDED', message: 'limit', status: 'error', details });

  it('is placed by its path', () => {
    const json_path = '$.record_locking_configurations[0].excluded_fields';
    expect(problemFromApiError(error({ json_path, limit: 15, available_limit: 0 }))).toEqual({
      code: 'api',
      path: ['excluded_fields'],
      params: { code: 'LIMIT_EXCEEDED', message: 'limit', json_path, limit: 15, available_limit: 0 },
    });
  });

  it.each(['expected_fields', 'ambiguity_due_to'])('is placed by the first of its %s', (key) => {
    const json_path = '$.record_locking_configurations[0].locking_rules[2].criteria.field.id';
    expect(problemFromApiError(error({ [key]: [{ api_name: 'id', json_path }] }))).toMatchObject({
      path: ['locking_rules', 2, 'criteria', 'field', 'id'],
    });
  });

  it('tells the values that are supported', () => {
    const details = { api_name: 'lock_type', supported_values: ['manual', 'automatic', 'both'] };
    expect(problemFromApiError(error(details))).toMatchObject({
      path: ['lock_type'],
      params: { supported_values: 'manual, automatic, both' },
    });
  });

  it.each([
    error({}),
    error({ param_name: 'module' }),
    error({ api_name: 'Stage' }),
    error({ json_path: '$.data[0].id' }),
    error({ json_path: '$.record_locking_configurations[0]' }),
    { code: 'NO_PERMISSION' },
    null,
    '<html>',
  ])('that names no place in a configuration is unplaced: %j', (value) => {
    expect(problemFromApiError(value)).toBe('unplaced');
  });
});

describe('the place of a problem', () => {
  const nested = {
    id: '58431',
    name: 'Nested',
    criteria: {
      group_operator: 'OR',
      group: [leaf('A'), { group_operator: 'AND', group: [leaf('B'), leaf('C')] }],
    },
  };
  const draft = draftOf(
    read({ ...READ, locking_rules: [...Object.values(READ.locking_rules ?? {}), nested] }),
  );
  const [won, second] = draft.rules;

  it('is the node of a rule', () => {
    const path = ['locking_rules', 1, 'criteria', 'group', 1, 'group', 0, 'field', 'api_name'];
    const place = placeOf(draft, path);
    expect(place).toMatchObject({ setting: 'locking_rules', ruleKey: second?.key, part: 'field' });
    expect(findNode(second?.criteria ?? null, place?.nodeKey ?? '')).toMatchObject({ value: 'B' });
  });

  it('is the nearest node around it', () => {
    const group = second?.criteria;
    expect(placeOf(draft, ['locking_rules', 1, 'criteria', 'group', 9, 'value'])).toMatchObject({
      nodeKey: group?.key,
      part: 'group',
    });
    expect(placeOf(draft, ['locking_rules', 1, 'criteria'])).toMatchObject({
      nodeKey: group?.key,
      part: 'criteria',
    });
  });

  it('is a setting or a thing in its list', () => {
    expect(placeOf(draft, ['lock_type'])).toEqual({ setting: 'lock_type' });
    expect(placeOf(draft, ['excluded_fields', 2, 'api_name'])).toEqual({
      setting: 'excluded_fields',
      index: 2,
    });
    expect(placeOf(draft, ['locking_rules', 0, 'name'])).toMatchObject({ ruleKey: won?.key, part: 'name' });
    expect(placeOf(draft, [])).toBeUndefined();
  });

  it('counts rules as the request does: deleted ones too, unless they were never saved', () => {
    const newKey = keySource('x');
    let edited = deleteRule(setLockType(draft, 'both'), won?.key ?? '');
    edited = addRule(addRule(edited, newKey, 'given up'), newKey, 'new');
    const [, , givenUp, fresh] = edited.rules;
    edited = deleteRule(edited, givenUp?.key ?? '');
    expect(placeOf(edited, ['locking_rules', 1, 'name'])?.ruleKey).toBe(second?.key);
    expect(placeOf(edited, ['locking_rules', 2, 'name'])?.ruleKey).toBe(fresh?.key);
  });
});
