import { describe, expect, it } from 'vitest';
import { isList, isObject, type JsonObject, without } from '../../../../src/base/json';
import * as edit from '../../../../src/locking/configuration/draft';
import { mergeConfigurations } from '../../../../src/locking/configuration/merge/merge-configuration';
import type { Side } from '../../../../src/locking/configuration/merge/three-way';
import * as rules from '../../../../src/locking/configuration/rules';
import {
  configurationRequest,
  intendedConfiguration,
  isChanged,
} from '../../../../src/locking/configuration/saving/request';
import { setValue } from '../../../../src/locking/criteria/tree/edit';
import { keySource, newCondition } from '../../../../src/locking/criteria/tree/node';
import { READ, RULE_ID, read } from '../../samples';

type Draft = edit.ConfigurationDraft;
type Edit = (draft: Draft) => Draft;

const newKey = keySource('m');
const EXCEPTION = 'all_profiles_except_excluded_profiles';
const CONTRACTS = { id: '58431', name: 'Contracts' };
const LEGAL = { id: '58432', name: 'Legal' };

const wonKey = (draft: Draft): string => draft.rules.find(({ id }) => id === RULE_ID)?.key ?? '';
const rename =
  (name: string): Edit =>
  (draft) =>
    rules.setRuleName(draft, wonKey(draft), name);
const stage =
  (value: string): Edit =>
  (draft) =>
    rules.editCriteria(draft, wonKey(draft), (root) => setValue(root, root?.key ?? '', value));
const remove: Edit = (draft) => rules.deleteRule(draft, wonKey(draft));
const large = (amount: string) => newCondition(newKey, { api_name: 'Amount' }, 'greater_than', amount);
const add =
  (name: string, amount = '50000'): Edit =>
  (draft) =>
    rules.addRuleFrom(draft, newKey, { name, criteria: large(amount).source });
const exempt =
  (profile: JsonObject): Edit =>
  (draft) =>
    edit.addExcludedProfile(edit.setLockedFor(draft, EXCEPTION), profile);
const manual: Edit = (draft) => edit.setLockType(draft, 'manual');
const both: Edit = (draft) => edit.setLockType(draft, 'both');
const everybody: Edit = (draft) => edit.setLockedFor(draft, 'all_profiles');

/** What Zoho would hold after saving: new rules have an id. */
const saved = (draft: Draft): JsonObject => {
  const meant = intendedConfiguration(draft);
  const list = Array.isArray(meant.locking_rules) ? meant.locking_rules : [];
  return { ...meant, locking_rules: list.map((rule, i) => ({ id: `5843104000009${i}`, ...rule })) };
};

const merged = (mine: Edit, theirs: Edit | null, start: Edit = (draft) => draft) => {
  const base = read(saved(start(edit.draftOf(read(READ)))));
  const theirDraft = theirs?.(edit.draftOf(base));
  return mergeConfigurations(
    base,
    mine(edit.draftOf(base)),
    theirDraft ? read(saved(theirDraft)) : null,
    newKey,
  );
};

const saying = (draft: Draft) => ({
  type: draft.settings.lockType,
  exempt:
    draft.settings.lockedFor === 'all_profiles'
      ? []
      : draft.settings.excludedProfiles.map(({ name }) => name),
  rules: draft.rules
    .filter(({ deleted }) => !deleted)
    .map(
      ({ name, criteria }) => `${name}: ${criteria?.kind === 'condition' ? criteria.value : criteria?.kind}`,
    ),
});

const decided = (merge: ReturnType<typeof merged>, side: Side) =>
  saying(merge.resolve(new Map(merge.conflicts.map(({ key }) => [key, side]))));

describe('changes that do not collide', () => {
  it.each<[string, Edit, Edit, Partial<ReturnType<typeof saying>>]>([
    ['a name and criteria of one rule', rename('Won'), stage('Closed Lost'), { rules: ['Won: Closed Lost'] }],
    [
      'a rule each',
      add('Mine'),
      add('Theirs', '9'),
      { rules: ['Closed Won: Closed Won', 'Theirs: 9', 'Mine: 50000'] },
    ],
    [
      'the same rule twice',
      add('Large'),
      add('Large'),
      { rules: ['Closed Won: Closed Won', 'Large: 50000'] },
    ],
    ['one rule deleted by both', remove, remove, { rules: [] }],
    ['a rule that I deleted', remove, both, { type: 'both', rules: [] }],
    ['a rule that they deleted', both, remove, { type: 'both', rules: [] }],
    ['profiles of both', exempt(CONTRACTS), exempt(LEGAL), { exempt: ['Legal', 'Contracts'] }],
    ['the same profile', exempt(CONTRACTS), exempt(CONTRACTS), { exempt: ['Contracts'] }],
    ['manual locking beside deleted rules', manual, remove, { type: 'manual' }],
  ])('%s', (_, mine, theirs, expected) => {
    const { conflicts, draft } = merged(mine, theirs);
    expect(conflicts).toEqual([]);
    expect(saying(draft)).toMatchObject(expected);
  });

  it('merges every list entry by entry', () => {
    const field = (api_name: string) => ({ api_name });
    const { draft, conflicts } = merged(
      (one) => edit.removeExcludedField(edit.addExcludedField(one, field('Amount')), field('Description')),
      (one) => edit.setActionRestricted(edit.addExcludedField(one, field('Type')), 'tags', true),
    );
    expect(conflicts).toEqual([]);
    expect(draft.settings.excludedFields).toEqual([{ api_name: 'Type' }, { api_name: 'Amount' }]);
    expect(draft.settings.restrictedActions).toEqual(['update', 'tags']);
  });

  it('takes the form that Zoho gives to a condition for the same', () => {
    const mine = add('Large')(both(edit.draftOf(read(READ))));
    const condition = {
      type: 'value',
      value: '50000',
      field: { id: '58433', api_name: 'Amount' },
      comparator: 'greater_than',
    };
    const theirs = saved(mine);
    const list = Array.isArray(theirs.locking_rules) ? theirs.locking_rules : [];
    const large = { id: '58434', name: 'Large', lock_existing_records: false, criteria: condition };
    const merge = mergeConfigurations(
      mine.base,
      mine,
      read({ ...theirs, locking_rules: [list[0], large] }),
      newKey,
    );
    expect(merge.conflicts).toEqual([]);
    expect(isChanged(merge.draft)).toBe(false);
  });

  it('sees through the forms that Zoho gives to what nobody changed', () => {
    const source = {
      ...READ,
      locked_for: 'all_profile_except_excluded_profile',
      lock_excluded_profiles: [CONTRACTS],
    };
    const base = without(source, ['lock_for_portal_users']);
    const [rule] = Array.isArray(READ.locking_rules) ? READ.locking_rules : [];
    const condition = { ...rule.criteria, type: 'value' };
    const theirs = {
      ...source,
      locked_for: EXCEPTION,
      lock_excluded_profiles: [{ ...CONTRACTS, name: 'Contract people' }],
      locking_rules: [{ ...rule, criteria: condition }],
    };
    const edits = [
      stage('Mine'),
      everybody,
      (draft: Draft) => edit.setPortalUsersLocked(draft, false),
      (draft: Draft) => edit.removeExcludedProfile(draft, CONTRACTS),
    ];
    for (const change of edits) {
      const mine = change(edit.draftOf(read(base)));
      const { conflicts, draft } = mergeConfigurations(mine.base, mine, read(theirs), newKey);
      expect(conflicts).toEqual([]);
      expect(saying(draft)).toEqual({
        ...saying(mine),
        exempt: saying(mine).exempt.map(() => 'Contract people'),
      });
      expect(draft.settings.lockForPortalUsers).toBe(mine.settings.lockForPortalUsers);
    }
  });

  it('lets a rule that I deleted be restored as they have it', () => {
    const { draft } = merged(remove, both);
    expect(saying(rules.restoreRule(draft, wonKey(draft))).rules).toEqual(['Closed Won: Closed Won']);
  });
});

describe('changes that collide', () => {
  it.each<[string, Edit, Edit, object, unknown, unknown]>([
    [
      'the lock type',
      manual,
      both,
      { path: ['lock_type'], base: 'automatic', mine: 'manual', theirs: 'both' },
      { type: 'manual' },
      { type: 'both', rules: ['Closed Won: Closed Won'] },
    ],
    [
      'the criteria of a rule',
      stage('Mine'),
      stage('Theirs'),
      { path: ['locking_rules', RULE_ID, 'criteria'], rule: 'Closed Won' },
      { rules: ['Closed Won: Mine'] },
      { rules: ['Closed Won: Theirs'] },
    ],
    [
      'a rule that I deleted and they edited',
      remove,
      stage('Theirs'),
      { path: ['locking_rules', RULE_ID], rule: 'Closed Won', mine: undefined },
      { rules: [] },
      { rules: ['Closed Won: Theirs'] },
    ],
    [
      'a rule that they deleted and I edited',
      stage('Mine'),
      remove,
      { path: ['locking_rules', RULE_ID], rule: 'Closed Won', theirs: undefined },
      { rules: ['Closed Won: Mine'] },
      { rules: [] },
    ],
    [
      'their manual locking and my new rule',
      add('Mine'),
      manual,
      { path: ['lock_type'], because: 'rules', base: 'automatic', mine: 'automatic', theirs: 'manual' },
      { type: 'automatic', rules: ['Closed Won: Closed Won', 'Mine: 50000'] },
      { type: 'manual', rules: [] },
    ],
    [
      'my manual locking and their edited rule',
      manual,
      stage('Theirs'),
      { path: ['lock_type'], because: 'rules', mine: 'manual', theirs: 'automatic' },
      { type: 'manual' },
      { type: 'automatic', rules: ['Closed Won: Theirs'] },
    ],
  ])('%s', (_, mine, theirs, conflict, ifMine, ifTheirs) => {
    const merge = merged(mine, theirs);
    expect(merge.conflicts).toEqual([expect.objectContaining(conflict)]);
    expect(decided(merge, 'mine')).toMatchObject(Object(ifMine));
    expect(decided(merge, 'theirs')).toMatchObject(Object(ifTheirs));
    expect(saying(merge.draft)).toEqual(decided(merge, 'theirs'));
  });

  it('are asked when everybody is locked out by one side and a profile exempted by the other', () => {
    const mine = merged(exempt(LEGAL), everybody, exempt(CONTRACTS));
    expect(mine.conflicts).toEqual([expect.objectContaining({ path: ['locked_for'], because: 'profiles' })]);
    expect(decided(mine, 'mine').exempt).toEqual(['Contracts', 'Legal']);
    expect(decided(mine, 'theirs').exempt).toEqual([]);
    const theirs = merged(everybody, exempt(LEGAL), exempt(CONTRACTS));
    expect(decided(theirs, 'mine').exempt).toEqual([]);
    expect(decided(theirs, 'theirs').exempt).toEqual(['Contracts', 'Legal']);
  });

  it('leave the rule out of the request that was deleted there, and send mine as a new one', () => {
    const merge = merged(stage('Mine'), remove);
    const draft = merge.resolve(new Map(merge.conflicts.map(({ key }) => [key, 'mine'])));
    const sent = JSON.stringify(configurationRequest(draft)?.body);
    expect(sent).toContain('"value":"Mine"');
    expect(sent).not.toContain(RULE_ID);
  });

  it('can be decided each for itself', () => {
    const change =
      (text: string, name: string): Edit =>
      (draft) =>
        rename(name)(stage(text)(draft));
    const merge = merged(change('Mine', 'A'), change('Theirs', 'B'));
    const [first, second] = merge.conflicts.map(({ path, key }) => ({ key, part: path.at(-1) }));
    expect(new Set([first?.part, second?.part])).toEqual(new Set(['name', 'criteria']));
    const name = merge.conflicts.find(({ path }) => path.at(-1) === 'name')?.key ?? '';
    expect(saying(merge.resolve(new Map([[name, 'mine']]))).rules).toEqual(['A: Theirs']);
  });
});

describe('a configuration that one side does not have', () => {
  it('deleted by them, is theirs or wholly mine', () => {
    const merge = merged(add('Mine'), null);
    expect(merge.conflicts).toEqual([expect.objectContaining({ path: [], theirs: undefined })]);
    expect(decided(merge, 'theirs')).toEqual(saying(edit.draftOf(null)));
    const draft = merge.resolve(new Map(merge.conflicts.map(({ key }) => [key, 'mine'])));
    const request = configurationRequest(draft);
    expect(request?.method).toBe('POST');
    const text = JSON.stringify(request?.body);
    expect(text).toContain('Mine');
    for (const gone of [RULE_ID, '5843104000001068044', 'modified_time']) expect(text).not.toContain(gone);
  });

  it('deleted by them and not edited by me, is nothing to ask', () => {
    const merge = merged((draft) => draft, null);
    expect(merge.conflicts).toEqual([]);
    expect(merge.draft).toEqual(edit.draftOf(null));
  });

  it('made by both, is asked where they differ', () => {
    const mine = exempt(LEGAL)(add('Mine')(both(edit.draftOf(null))));
    const merge = mergeConfigurations(null, mine, read(READ), newKey);
    expect(merge.conflicts.map(({ path }) => path)).toEqual([['lock_type'], ['locked_for']]);
    expect(decided(merge, 'mine')).toEqual({
      type: 'both',
      exempt: ['Legal'],
      rules: ['Closed Won: Closed Won', 'Mine: 50000'],
    });
    expect(configurationRequest(merge.draft)?.method).toBe('PUT');
  });

  it('made by me alone, is mine', () => {
    const mine = both(edit.draftOf(null));
    expect(mergeConfigurations(null, mine, null, newKey).draft).toBe(mine);
  });
});

describe('what is not understood', () => {
  const strange = read({ ...READ, locking_rules: { kind: 'newer' }, locked_until: 'June' });

  it('is kept when they have it', () => {
    const mine = edit.setPortalUsersLocked(edit.draftOf(read(READ)), false);
    const merge = mergeConfigurations(mine.base, mine, strange, newKey);
    expect(merge.conflicts).toEqual([]);
    expect(intendedConfiguration(merge.draft)).toEqual({ ...strange.source, lock_for_portal_users: false });
  });

  it('is asked when I changed the rules, and as a whole', () => {
    const mine = add('Mine')(edit.draftOf(read(READ)));
    const merge = mergeConfigurations(mine.base, mine, strange, newKey);
    expect(merge.conflicts).toEqual([
      expect.objectContaining({ path: ['locking_rules'], theirs: { kind: 'newer' } }),
    ]);
    expect(intendedConfiguration(merge.draft).locking_rules).toEqual({ kind: 'newer' });
    expect(decided(merge, 'mine').rules).toEqual(['Closed Won: Closed Won', 'Mine: 50000']);
  });
});

describe('my new rules beside their manual locking', () => {
  it('wait as deleted ones when their lock type is taken, and my deleted rule stays out', () => {
    const merge = merged((draft) => remove(add('Mine')(draft)), manual);
    const draft = merge.resolve(new Map(merge.conflicts.map(({ key }) => [key, 'theirs'])));
    expect(draft.settings.lockType).toBe('manual');
    expect(draft.rules.filter(({ deleted }) => !deleted)).toEqual([]);
    expect(draft.rules.filter(({ deleted }) => deleted).map(({ name }) => name)).toContain('Mine');
    expect(configurationRequest(draft)).toBeNull();
  });

  it('are not asked about when I turn to manual as well', () => {
    const { conflicts, draft } = merged(manual, manual);
    expect(conflicts).toEqual([]);
    expect(saying(draft)).toMatchObject({ type: 'manual', rules: [] });
  });

  it('do not keep a rule that I only deleted from manual locking', () => {
    const { conflicts, draft } = merged(remove, manual);
    expect(conflicts).toEqual([]);
    expect(saying(draft)).toMatchObject({ type: 'manual', rules: [] });
  });

  it('are two when I made the same one twice, and they once', () => {
    const { draft } = merged((mine) => add('Large')(add('Large')(mine)), add('Large'));
    expect(saying(draft).rules).toEqual(['Closed Won: Closed Won', 'Large: 50000', 'Large: 50000']);
  });
});

describe('raw forms', () => {
  const mergedSources = (base: JsonObject, mine: JsonObject, theirs: JsonObject) => {
    const start = read({ ...READ, ...base });
    const source = { ...READ, ...mine };
    const draft: Draft = { ...edit.draftOf(read(source)), base: start };
    return mergeConfigurations(start, draft, read({ ...READ, ...theirs }), newKey);
  };
  const won = {
    ...(isList(READ.locking_rules) && isObject(READ.locking_rules[0]) ? READ.locking_rules[0] : {}),
  };
  const rule = (change: JsonObject) => ({ locking_rules: [{ ...won, ...change }] });

  it.each<[string, JsonObject, JsonObject, JsonObject, string[], JsonObject, JsonObject]>([
    [
      'what an entry of a list says besides what it is',
      { excluded_fields: [{ api_name: 'Amount' }] },
      { excluded_fields: [{ api_name: 'Amount', until: 1 }] },
      { excluded_fields: [{ api_name: 'Amount', until: 2 }] },
      ['excluded_fields', 'Amount'],
      { excluded_fields: [{ api_name: 'Amount', until: 1 }] },
      { excluded_fields: [{ api_name: 'Amount', until: 2 }] },
    ],
    [
      'a list of a form nobody knows, as a whole',
      { excluded_fields: null },
      { excluded_fields: [{ api_name: 'Amount' }] },
      { excluded_fields: { but: 'Amount' } },
      ['excluded_fields'],
      { excluded_fields: [{ api_name: 'Amount' }] },
      { excluded_fields: { but: 'Amount' } },
    ],
    [
      'profiles of a form nobody knows, as a whole',
      { locked_for: EXCEPTION, lock_excluded_profiles: null },
      { locked_for: EXCEPTION, lock_excluded_profiles: [CONTRACTS] },
      { locked_for: EXCEPTION, lock_excluded_profiles: { but: 'Legal' } },
      ['lock_excluded_profiles'],
      { lock_excluded_profiles: [CONTRACTS] },
      { lock_excluded_profiles: { but: 'Legal' } },
    ],
    [
      'a setting that is not known',
      { locked_until: 'May' },
      { locked_until: 'June' },
      { locked_until: 'July' },
      ['locked_until'],
      { locked_until: 'June' },
      { locked_until: 'July' },
    ],
    [
      'a key of a rule that is not known',
      rule({ until: 'May' }),
      rule({ until: 'June' }),
      rule({ until: 'July' }),
      ['locking_rules', RULE_ID, 'until'],
      rule({ until: 'June' }),
      rule({ until: 'July' }),
    ],
    [
      'a key of a rule that I removed',
      rule({ until: 'May' }),
      {},
      rule({ until: 'July' }),
      ['locking_rules', RULE_ID, 'until'],
      { locking_rules: [won] },
      rule({ until: 'July' }),
    ],
  ])('ask about %s', (_, base, mine, theirs, path, ifMine, ifTheirs) => {
    const merge = mergedSources(base, mine, theirs);
    expect(merge.conflicts.map((conflict) => conflict.path)).toEqual([path]);
    const said = (side: Side) =>
      intendedConfiguration(merge.resolve(new Map(merge.conflicts.map(({ key }) => [key, side]))));
    expect(said('mine')).toMatchObject(ifMine);
    expect(said('theirs')).toMatchObject(ifTheirs);
    expect(said('theirs')).toStrictEqual({ ...READ, ...theirs });
  });

  it('take an entry that has a name alone for the same', () => {
    const send = { name: 'Send' };
    const { conflicts, draft } = mergedSources(
      { restricted_custom_buttons: [send] },
      { restricted_custom_buttons: null },
      { restricted_custom_buttons: [{ ...send }], lock_type: 'both' },
    );
    expect(conflicts).toEqual([]);
    expect(draft.settings.restrictedButtons).toEqual([]);
  });

  it('take an empty key of a rule for an absent one', () => {
    const { conflicts } = mergedSources(rule({ until: 'May' }), rule({ until: null }), {});
    expect(conflicts).toEqual([]);
  });

  it('take a flag of a rule that is absent for off', () => {
    const { conflicts } = mergedSources(
      rule({ lock_existing_records: false }),
      rule({ lock_existing_records: false, name: 'Mine' }),
      { locking_rules: [without(won, ['lock_existing_records'])] },
    );
    expect(conflicts).toEqual([]);
  });

  it('keep what I removed from a rule that they did not touch', () => {
    const { conflicts, draft } = mergedSources(
      rule({ until: 'May' }),
      {},
      { ...rule({ until: 'May' }), lock_type: 'both' },
    );
    expect(conflicts).toEqual([]);
    expect(intendedConfiguration(draft)).toStrictEqual({ ...READ, lock_type: 'both' });
  });

  it('show both sides of a configuration that they deleted', () => {
    const { conflicts } = merged(add('Mine'), null);
    const [{ base, mine } = {}] = conflicts;
    expect([base, mine]).toMatchObject([{ id: READ.id }, { lock_type: 'automatic' }]);
  });
});
