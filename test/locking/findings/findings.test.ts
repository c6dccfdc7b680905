import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isList, isObject, type Json, type JsonObject } from '../../../src/base/json';
import { draftOf } from '../../../src/locking/configuration/draft';
import { placeOf } from '../../../src/locking/configuration/validation/problems';
import { dismissalOf, keptDismissals, undismissed } from '../../../src/locking/findings/dismissals';
import { type FindingContext, findingsOf } from '../../../src/locking/findings/find';
import { configuration, json } from '../arbitraries';
import { FIELDS, field, READ, read } from '../samples';

const picklist = ['Open', 'Closed Won', 'Closed Lost'].map((value) => ({ value, label: value }));
const fields = FIELDS.map((one) => (one.apiName === 'Stage' ? { ...one, picklist } : one));
const context: FindingContext = {
  module: 'Deals',
  fields,
  profiles: [{ id: '1', name: 'Administrator' }],
  buttons: [{ id: '70', name: 'Send' }],
  users: [{ id: '7', name: 'Jane' }],
};
const leaf = (api_name: string, comparator: string, value: Json): Json => ({
  comparator,
  field: { api_name },
  value,
});
const is = (value: Json, api_name = 'Stage') => leaf(api_name, 'equal', value);
const all = (...group: Json[]): Json => ({ group_operator: 'AND', group });
const any = (...group: Json[]): Json => ({ group_operator: 'OR', group });
const token = (name: string) => `\${${name}}`;

/** A configuration with nothing to find in it. */
const clean: JsonObject = {
  ...READ,
  lock_type: 'both',
  restricted_actions: ['update', 'delete', 'change_owner'],
  locking_rules: [{ id: '1', name: 'Won', criteria: is('Closed Won') }],
};
const found = (change: JsonObject, more: Partial<FindingContext> = {}) =>
  findingsOf(draftOf(read({ ...clean, ...change })), { ...context, ...more });
const kinds = (...args: Parameters<typeof found>) => found(...args).map(({ kind }) => kind);
const rule = (criteria: Json, name = 'It', id = '9'): JsonObject => ({ id, name, criteria });
const rules = (...criteria: Json[]) => ({
  locking_rules: criteria.map((one, i) => rule(one, `Rule ${i + 1}`, `${i + 1}`)),
});

describe('a configuration with nothing wrong', () => {
  it('has no findings', () => {
    expect(found({})).toEqual([]);
  });

  it('has none either where nothing else is known', () => {
    expect(findingsOf(draftOf(read(clean)), { module: 'Deals' })).toEqual([]);
  });

  it('has none that nobody could act on, where Zoho manages it', () => {
    expect(found({ system_defined: true, lock_for_portal_users: false })).toEqual([]);
  });
});

describe('a finding', () => {
  it.each<[string, JsonObject, Partial<FindingContext>, object]>([
    [
      'a field of a rule is gone',
      rules(is('x', 'Gone')),
      {},
      { kind: 'fieldGone', rule: 'Rule 1', params: { name: 'Gone' }, severity: 'broken' },
    ],
    [
      'a value is gone',
      rules(any(is('Closed Won'), is('Lost in Space'))),
      {},
      {
        kind: 'valueGone',
        params: { name: 'Lost in Space', field: 'Stage' },
        path: ['locking_rules', 0, 'criteria', 'group', 1, 'value'],
      },
    ],
    [
      'a value of a list is gone',
      rules(leaf('Stage', 'in', ['Open', 'X'])),
      {},
      { kind: 'valueGone', params: { name: 'X', field: 'Stage' } },
    ],
    [
      'a user is gone',
      rules(is({ id: '8', name: 'John' }, 'Owner')),
      {},
      { kind: 'userGone', params: { name: 'John' } },
    ],
    [
      'an editable field is gone',
      { excluded_fields: [{ api_name: 'Gone' }] },
      {},
      { kind: 'fieldGone', path: ['excluded_fields', 0] },
    ],
    [
      'a profile is gone',
      {
        locked_for: 'all_profiles_except_excluded_profiles',
        lock_excluded_profiles: [{ id: '2', name: 'Old' }],
      },
      {},
      { kind: 'profileGone', params: { name: 'Old' } },
    ],
    [
      'a button is gone',
      { restricted_custom_buttons: [{ id: '71', name: 'Old' }] },
      {},
      { kind: 'buttonGone', params: { name: 'Old' } },
    ],
    [
      'two values at once',
      rules(all(is('Open'), is('Closed Won'))),
      {},
      { kind: 'neverMatches', rule: 'Rule 1' },
    ],
    ['an empty range', rules(leaf('Amount', 'between', ['9', '1'])), {}, { kind: 'neverMatches' }],
    [
      'bounds that exclude each other',
      rules(all(leaf('Amount', 'less_than', '5'), leaf('Amount', 'greater_equal', '5'))),
      {},
      { kind: 'neverMatches' },
    ],
    [
      'a value outside of bounds',
      rules(all(is('7', 'Amount'), leaf('Amount', 'less_than', '5'))),
      {},
      { kind: 'neverMatches' },
    ],
    [
      'a value that is denied',
      rules(all(is('Open'), leaf('Stage', 'not_equal', 'Open'))),
      {},
      { kind: 'neverMatches' },
    ],
    ['empty and a value', rules(all(is(token('EMPTY')), is('Open'))), {}, { kind: 'neverMatches' }],
    [
      'empty and filled',
      rules(all(is(token('EMPTY')), leaf('Stage', 'not_equal', token('EMPTY')))),
      {},
      { kind: 'neverMatches' },
    ],
    [
      'nothing in any part',
      rules(any(all(is('Open'), is('Closed Won')), leaf('Amount', 'between', ['9', '1']))),
      {},
      { kind: 'neverMatches' },
    ],
    [
      'empty or filled',
      rules(any(is(token('EMPTY')), leaf('Stage', 'not_equal', token('EMPTY')))),
      {},
      { kind: 'alwaysMatches', params: {} },
    ],
    [
      'yes or no',
      rules(any(is(true, 'Private'), is('false', 'Private'))),
      {},
      { kind: 'alwaysMatches', params: {} },
    ],
    [
      'every amount',
      rules(any(leaf('Amount', 'less_than', '5'), leaf('Amount', 'greater_equal', '5'))),
      {},
      { kind: 'alwaysMatches', params: { field: 'Amount' } },
    ],
    [
      'a value or any other',
      rules(any(is('Open'), leaf('Stage', 'not_equal', 'Open'))),
      {},
      { kind: 'alwaysMatches', params: { field: 'Stage' } },
    ],
    [
      'the same rule',
      rules(any(is('Open'), is('Closed Won')), any(is('Closed Won'), is('Open'))),
      {},
      { kind: 'sameRule', rule: 'Rule 2', params: { other: 'Rule 1' } },
    ],
    [
      'a rule within another',
      rules(all(is('Open'), is('5', 'Amount')), is('Open')),
      {},
      { kind: 'impliedRule', rule: 'Rule 1', params: { other: 'Rule 2' } },
    ],
    [
      'a criterion that stays editable',
      { excluded_fields: [{ api_name: 'Stage' }] },
      {},
      { kind: 'criterionEditable', rule: 'Won', params: { field: 'Stage' }, path: ['excluded_fields', 0] },
    ],
    [
      'deleting allowed',
      { restricted_actions: ['update', 'change_owner'] },
      {},
      { kind: 'deleteAllowed', severity: 'risk' },
    ],
    ['the owner', { restricted_actions: ['update', 'delete'] }, {}, { kind: 'ownerChangeAllowed' }],
    [
      'records that match and are not locked',
      {},
      { unlocked: new Map([['read1', 12]]) },
      { kind: 'matchingUnlocked', params: { count: 12 } },
    ],
    ['portal users', { lock_for_portal_users: false }, {}, { kind: 'portalUsersAllowed' }],
    [
      'no way to correct a mistake',
      { excluded_fields: null },
      {},
      { kind: 'nobodyCanCorrect', path: ['locked_for'] },
    ],
    ['an explanation that is behind', {}, { explanation: 'behind' }, { kind: 'explanationBehind', path: [] }],
    ['an explanation never published', {}, { explanation: 'never' }, { kind: 'explanationMissing' }],
    [
      'requests about rules that reach nobody',
      {},
      { requests: { allowed: true, namedForRules: false } },
      { kind: 'requestsNameNobody' },
    ],
  ])('names %s, and nothing else', (_, change, more, expected) => {
    const findings = found(change, more);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject(expected);
  });

  it.each<[string, JsonObject, Partial<FindingContext>]>([
    ['a part of a text that is no value', rules(leaf('Stage', 'contains', 'los')), {}],
    ['a token', rules(is(token('OPEN'))), {}],
    ['values that may differ in case only', rules(all(is('Open'), is('open'))), { fields: FIELDS }],
    [
      'a negative comparator on an empty field',
      rules(all(is(token('EMPTY')), leaf('Stage', 'not_equal', 'Open'))),
      {},
    ],
    [
      'bounds that touch',
      rules(all(leaf('Amount', 'less_equal', '5'), leaf('Amount', 'greater_equal', '5'))),
      {},
    ],
    [
      'bounds with a gap',
      rules(any(leaf('Amount', 'less_than', '5'), leaf('Amount', 'greater_than', '5'))),
      {},
    ],
    ['exempt profiles that do not count', { lock_excluded_profiles: [{ id: '2', name: 'Old' }] }, {}],
    [
      'manual locks, which anybody can remove',
      { lock_type: 'manual', excluded_fields: null, locking_rules: [] },
      {},
    ],
    ['requests with somebody named', {}, { requests: { allowed: true, namedForRules: true } }],
    ['an explanation that is current', {}, { explanation: 'current' }],
  ])('is not made of %s', (_, change, more) => {
    expect(kinds(change, more)).toEqual([]);
  });

  it('leads to its place in the editor', () => {
    const draft = draftOf(read({ ...clean, ...rules(any(is('Open'), is('X'))) }));
    const [finding] = findingsOf(draft, context);
    const node = draft.rules[0]?.criteria;
    expect(placeOf(draft, finding?.path ?? [])).toMatchObject({
      setting: 'locking_rules',
      ruleKey: draft.rules[0]?.key,
      nodeKey: node?.kind === 'group' ? node.children[1]?.key : undefined,
      part: 'value',
    });
  });

  it('comes before those that weigh less', () => {
    expect(
      kinds({ restricted_actions: ['update', 'delete'], ...rules(is('X')) }, { explanation: 'never' }),
    ).toEqual(['valueGone', 'ownerChangeAllowed', 'explanationMissing']);
  });
});

/** The same JSON with keys that nobody knows in every object of it. */
const withUnknown = (value: Json, more: JsonObject): Json => {
  if (isList(value)) return value.map((item) => withUnknown(item, more));
  if (!isObject(value)) return value;
  return {
    ...more,
    ...Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withUnknown(item, more)])),
  };
};

describe('any configuration', () => {
  it('has the same findings each time, each with a key of its own', () => {
    fc.assert(
      fc.property(configuration, (source) => {
        const find = () => findingsOf(draftOf(read(source)), { ...context, explanation: 'behind' });
        const first = find();
        expect(find()).toEqual(first);
        expect(new Set(first.map(({ key }) => key)).size).toBe(first.length);
      }),
    );
  });

  it('has the findings that it has without its unknown keys', () => {
    const unknown = fc.dictionary(fc.constantFrom('zz_new', '$flag', 'note'), json, {
      minKeys: 1,
      maxKeys: 2,
    });
    const sources = fc.constantFrom<JsonObject[]>(
      { ...clean, ...rules(all(is('Open'), is('X')), is('Open')), excluded_fields: [{ api_name: 'Stage' }] },
      {
        ...clean,
        ...rules(any(is(token('EMPTY')), leaf('Stage', 'not_equal', token('EMPTY')))),
        lock_for_portal_users: false,
      },
      clean,
    );
    fc.assert(
      fc.property(sources, unknown, (source, more) => {
        const find = (one: Json) => findingsOf(draftOf(read(one)), context);
        expect(find(withUnknown(source, more))).toEqual(find(source));
      }),
    );
  });
});

describe('a dismissed finding', () => {
  const findings = () => found({ lock_for_portal_users: false, ...rules(all(is('Open'), is('Closed Won'))) });

  it('is not shown, and the others are', () => {
    const [never, portal] = findings();
    if (!never || !portal) throw new Error('too few');
    expect(undismissed(findings(), [dismissalOf(portal)]).map(({ kind }) => kind)).toEqual(['neverMatches']);
  });

  it('returns when its cause changes', () => {
    const dismissed = findings().map(dismissalOf);
    const later = found({ lock_for_portal_users: false, ...rules(all(is('Open'), is('Closed Lost'))) });
    expect(undismissed(later, dismissed).map(({ kind }) => kind)).toEqual(['neverMatches']);
    expect(keptDismissals(later, [...dismissed, ...dismissed])).toHaveLength(1);
  });

  it('is short to keep', () => {
    for (const finding of findings()) expect(dismissalOf(finding).length).toBeLessThan(16);
  });
});

it('a field is known by its id, too', () => {
  const source = rules({ comparator: 'equal', field: { id: field('Amount', 'currency').id }, value: '5' });
  expect(kinds(source)).toEqual([]);
});
