import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/base/json';
import { draftOf } from '../../../src/locking/configuration/draft';
import * as rules from '../../../src/locking/configuration/rules';
import { isChanged } from '../../../src/locking/configuration/saving/request';
import { keySource } from '../../../src/locking/criteria/tree/node';
import { READ, read } from '../samples';

const newKey = keySource('r');
const is = (value: string): JsonObject => ({ comparator: 'equal', field: { api_name: 'Stage' }, value });
const drafted = (...list: JsonObject[]) => draftOf(read({ ...READ, locking_rules: list }));
const key = (draft: ReturnType<typeof drafted>, i = 0) => draft.rules[i]?.key ?? '';
const jsons = (draft: ReturnType<typeof drafted>) => draft.rules.map(rules.ruleJson);

describe('the flag that locks existing records too', () => {
  const two = (flag: JsonObject) =>
    drafted({ id: '1', name: 'A', lock_existing_records: true }, { id: '2', name: 'B', ...flag });

  it.each<[string, JsonObject, boolean]>([
    ['absent', {}, true],
    ['null', { lock_existing_records: null }, true],
    ['off', { lock_existing_records: false }, true],
    ['on', { lock_existing_records: true }, false],
  ])('%s, is set, and set back leaves what was read', (_, flag, other) => {
    const draft = two(flag);
    const changed = rules.setLockExisting(draft, key(draft, 1), other);
    expect(jsons(changed)).toStrictEqual([
      { id: '1', name: 'A', lock_existing_records: true },
      { id: '2', name: 'B', lock_existing_records: other },
    ]);
    const back = rules.setLockExisting(changed, key(draft, 1), !other);
    expect(jsons(back)).toStrictEqual(jsons(draft));
    expect(back.rules[1]?.lockExisting).toBe(!other);
    expect(isChanged(back)).toBe(false);
  });

  it('stays absent where it is said to be what it is', () => {
    const draft = two({});
    expect(jsons(rules.setLockExisting(draft, key(draft, 1), false))).toStrictEqual(jsons(draft));
  });

  it('of a new rule is said in so many words', () => {
    const draft = rules.addRuleFrom(two({}), newKey, { name: 'C' });
    const there = rules.setLockExisting(draft, key(draft, 2), true);
    expect(jsons(rules.setLockExisting(there, key(draft, 2), false))[2]).toStrictEqual({
      name: 'C',
      lock_existing_records: false,
    });
  });
});

describe('the words of a rule', () => {
  it('are the very object that was read until something is edited', () => {
    for (const source of [
      { id: '1', name: 'A', criteria: is('x') },
      { id: '1', name: 'A' },
      { id: '1', name: 'A', criteria: null },
    ])
      expect(jsons(drafted(source))[0]).toBe(source);
  });

  it('say in so many words that criteria were removed', () => {
    const draft = drafted({ id: '1', name: 'A', criteria: is('x') });
    expect(jsons(rules.editCriteria(draft, key(draft), () => null))).toStrictEqual([
      { id: '1', name: 'A', criteria: null },
    ]);
  });

  it('stay the same object under an edit of criteria that changes nothing', () => {
    const draft = drafted({ id: '1', name: 'A', criteria: is('x') });
    expect(rules.editCriteria(draft, key(draft), (root) => root).rules[0]).toBe(draft.rules[0]);
  });
});

describe('rules that are added', () => {
  it('begin with nothing but a condition to fill in', () => {
    const draft = rules.addRule(drafted(), newKey);
    expect(jsons(draft)).toStrictEqual([
      { name: '', lock_existing_records: false, criteria: { comparator: '', field: {}, value: null } },
    ]);
    expect(draft.rules[0]?.deleted).toBe(false);
  });

  it('take over neither an id nor the mark of a deleted one', () => {
    const draft = rules.addRuleFrom(drafted(), newKey, { id: '7', _delete: true, name: 'A', criteria: null });
    expect(jsons(draft)).toStrictEqual([{ name: 'A', criteria: null }]);
    expect(draft.rules[0]).toMatchObject({ id: undefined, criteria: null, deleted: false });
  });

  it('as copies are those of the rule that was named, under another name', () => {
    const draft = drafted(
      { id: '1', name: 'A', criteria: is('a') },
      { id: '2', name: 'B', criteria: is('b') },
    );
    expect(jsons(rules.duplicateRule(draft, key(draft, 1), newKey, 'Copy'))[2]).toStrictEqual({
      name: 'Copy',
      criteria: is('b'),
    });
    expect(rules.duplicateRule(draft, 'nowhere', newKey, 'Copy')).toBe(draft);
  });
});

it('rules of a form that is not known cannot be edited', () => {
  expect(rules.rulesEditable(draftOf(read(READ)))).toBe(true);
  expect(rules.rulesEditable(draftOf(read({ ...READ, locking_rules: { kind: 'newer' } })))).toBe(false);
});
