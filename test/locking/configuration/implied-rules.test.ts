import { describe, expect, it } from 'vitest';
import { draftOf, setLockType } from '../../../src/locking/configuration/draft';
import { impliedRules } from '../../../src/locking/configuration/implied-rules';
import { deleteRule } from '../../../src/locking/configuration/rules';
import { all, any, leaf } from '../../settings/features/rules/criteria';
import { FIELDS, read } from '../samples';

const rule = (id: string, criteria: unknown) => ({ id, name: `Rule ${id}`, criteria });
const [WON, LARGE] = [leaf('Stage', 'equal', 'Closed Won'), leaf('Amount', 'greater_than', '5')];

const implied = (rules: readonly object[], lockType = 'both') => {
  const draft = draftOf(read({ id: '1', lock_type: lockType, locking_rules: rules }));
  const names = new Map(draft.rules.map(({ key, name }) => [key, name]));
  return [...impliedRules(draft, FIELDS)].map(([key, by]) => [names.get(key), by]);
};

describe('a rule that another implies', () => {
  it.each([
    ['a condition more', all(WON, LARGE), WON],
    ['one of the alternatives', WON, any(WON, LARGE)],
    ['an alternative with a condition more', all(LARGE, WON), any(LARGE, leaf('Amount', 'equal', '1'))],
  ])('is pointed out: %s', (_how, narrow, wide) => {
    expect(implied([rule('1', narrow), rule('2', wide)])).toEqual([['Rule 1', 'Rule 2']]);
    expect(implied([rule('1', wide), rule('2', narrow)])).toEqual([['Rule 2', 'Rule 1']]);
  });

  it('is none where both say the same, or nothing of each other', () => {
    expect(implied([rule('1', all(WON, LARGE)), rule('2', all(LARGE, WON))])).toEqual([]);
    expect(implied([rule('1', WON), rule('2', LARGE)])).toEqual([]);
  });

  it('is none where the other one is removed, or itself', () => {
    const draft = draftOf(
      read({ id: '1', lock_type: 'both', locking_rules: [rule('1', all(WON, LARGE)), rule('2', WON)] }),
    );
    expect([...impliedRules(draft, FIELDS).values()]).toEqual(['Rule 2']);
    for (const { key } of draft.rules) expect(impliedRules(deleteRule(draft, key), FIELDS).size).toBe(0);
    expect(impliedRules(setLockType(draft, 'manual'), FIELDS).size).toBe(0);
  });

  it('is told of rules that stand beside one without criteria', () => {
    expect(implied([rule('1', null), rule('2', all(WON, LARGE)), rule('3', WON)])).toEqual([
      ['Rule 2', 'Rule 3'],
    ]);
  });
});
