import { describe, expect, it } from 'vitest';
import { isList, isObject, type Json, type JsonObject } from '../../../../src/base/json';
import * as edit from '../../../../src/locking/configuration/draft';
import * as rules from '../../../../src/locking/configuration/rules';
import {
  intendedConfiguration,
  isUnsaved,
  leavingRules,
} from '../../../../src/locking/configuration/saving/request';
import {
  isKeptSaved,
  keepDraft,
  restoreDraft,
} from '../../../../src/locking/configuration/saving/stored-draft';
import { keySource } from '../../../../src/locking/criteria/tree/node';
import { READ, RULE_ID, read } from '../../samples';

const newKey = keySource('k');
const base = read(READ);
const drafted = () =>
  rules.addRuleFrom(edit.setLockType(edit.draftOf(base), 'both'), newKey, { name: 'Mine', criteria: null });
/** As it comes out of the browser's memory. */
const kept = (draft: edit.ConfigurationDraft, change: JsonObject = {}): Json =>
  JSON.parse(JSON.stringify({ ...keepDraft(draft), ...change }));
const [won] = isList(READ.locking_rules) ? READ.locking_rules.filter(isObject) : [];

describe('a draft that was kept', () => {
  it('comes back with everything that was meant', () => {
    const draft = rules.deleteRule(drafted(), drafted().rules[0]?.key ?? '');
    const deleted = {
      ...draft,
      rules: draft.rules.map((rule) => ({ ...rule, deleted: rule.id === RULE_ID })),
    };
    const back = restoreDraft(base, kept(deleted), newKey);
    expect(back && intendedConfiguration(back)).toEqual(intendedConfiguration(deleted));
    expect(back?.rules.map(({ id, name, deleted: gone }) => [id, name, gone])).toEqual([
      [RULE_ID, 'Closed Won', true],
      [undefined, 'Mine', false],
    ]);
    expect(back?.rules.map(({ criteria }) => criteria?.kind)).toEqual(['condition', undefined]);
  });

  it('comes back for a module that still has no configuration', () => {
    const draft = rules.addRule(edit.draftOf(null), newKey, 'First');
    expect(restoreDraft(null, kept(draft), newKey)?.rules.map(({ name }) => name)).toEqual(['First']);
  });

  it.each<[string, JsonObject]>([
    ['another version', { base: [READ.id ?? null, 'later'] }],
    ['another configuration', { base: ['5', READ.modified_time ?? null] }],
    ['no configuration', { base: null }],
    ['no settings', { source: 'x' }],
    ['rules that are none', { rules: {} }],
    ['a rule that is none', { rules: ['x'] }],
    ['a rule without its words', { rules: [{ deleted: false }] }],
    ['a rule that is not there', { rules: [{ json: { ...won, id: '5' }, deleted: false }] }],
  ])('does not come back from %s', (_, change) => {
    expect(restoreDraft(base, kept(drafted(), change), newKey)).toBeUndefined();
  });

  it.each([null, undefined, 'x', [], () => 1])('is not %s', (nothing) => {
    expect(restoreDraft(base, nothing, newKey)).toBeUndefined();
    expect(isKeptSaved(base, nothing)).toBe(false);
  });
});

describe('whether a kept draft was saved meanwhile', () => {
  it.each<[string, edit.ConfigurationDraft, JsonObject, boolean]>([
    [
      'as it was meant',
      drafted(),
      { lock_type: 'both', locking_rules: [...[won ?? {}], { id: '6', name: 'Mine', criteria: null }] },
      true,
    ],
    ['not yet', drafted(), {}, false],
    ['but for a rule', drafted(), { lock_type: 'both' }, false],
    [
      'without the rule that was deleted',
      rules.deleteRule(edit.draftOf(base), edit.draftOf(base).rules[0]?.key ?? ''),
      { locking_rules: [] },
      true,
    ],
    [
      'without the rules, by manual locking',
      edit.setLockType(edit.draftOf(base), 'manual'),
      { lock_type: 'manual', locking_rules: [] },
      true,
    ],
    [
      'with the rules, for all its manual locking',
      edit.setLockType(edit.draftOf(base), 'manual'),
      { lock_type: 'manual' },
      false,
    ],
  ])('%s', (_, draft, now, saved) => {
    expect(isKeptSaved(read({ ...READ, ...now }), kept(draft))).toBe(saved);
  });

  it('is no question where nothing is, nor of what nobody kept', () => {
    expect(isKeptSaved(null, kept(drafted()))).toBe(false);
    for (const change of [{ source: 'x' }, { rules: 'x' }])
      expect(isKeptSaved(base, kept(edit.draftOf(base), change))).toBe(false);
  });
});

describe('what leaving the page would lose', () => {
  it.each<[string, edit.ConfigurationDraft, boolean]>([
    ['nothing, unedited', edit.draftOf(base), false],
    ['a setting', edit.setLockType(edit.draftOf(base), 'both'), true],
    ['a rule', drafted(), true],
  ])('%s', (_, draft, unsaved) => {
    expect(isUnsaved(draft)).toBe(unsaved);
  });

  it('is also a new rule that waits for another lock type, but not a deleted one', () => {
    const manual = edit.draftOf(read({ ...READ, lock_type: 'manual', locking_rules: null }));
    const waiting = rules.addRule(manual, newKey, 'Waits');
    expect(intendedConfiguration(waiting)).toEqual(manual.source);
    expect(isUnsaved(waiting)).toBe(true);
    expect(isUnsaved(rules.deleteRule(waiting, waiting.rules[0]?.key ?? ''))).toBe(false);
    expect(leavingRules(waiting).map(({ name }) => name)).toEqual(['Waits']);
  });

  it('names the rules that manual locking removes, save those that are deleted anyway', () => {
    const draft = drafted();
    expect(leavingRules(draft)).toEqual([]);
    const gone = rules.deleteRule(draft, draft.rules[0]?.key ?? '');
    expect(leavingRules(edit.setLockType(gone, 'manual')).map(({ name }) => name)).toEqual(['Mine']);
  });
});
