import { describe, expect, it } from 'vitest';
import {
  choiceOf,
  comparatorChoices,
  comparatorOf,
  DATE_TOKENS,
  isToken,
  STAGE_TOKENS,
  valueEditor,
} from '../../../../src/locking/criteria/values/comparators';
import { field } from '../../samples';

const EMPTY = '$' + '{EMPTY}';
const NOT_EMPTY = '$' + '{NOTEMPTY}';

describe('comparators of a field', () => {
  it.each([
    ['currency', ['between', 'less_equal', 'not_in', 'empty'], ['contains', 'equal_role']],
    ['text', ['contains', 'starts_with', 'not_equal', 'not_empty'], ['between', 'less_than']],
    ['picklist', ['equal', 'in', 'contains'], ['greater_than']],
    ['date', ['between', 'greater_equal', 'equal'], ['in', 'contains']],
    ['datetime', ['not_between', 'less_than'], ['in', 'contains']],
    ['boolean', ['equal'], ['not_equal', 'empty']],
    ['lookup', ['equal', 'not_in', 'empty'], ['contains', 'equal_role']],
    ['ownerlookup', ['equal', 'in', 'equal_role', 'not_equal_role', 'equal_group'], ['contains']],
    ['profileimage', [], ['equal', 'empty']],
    ['constructor', [], ['equal']],
  ])('%s', (dataType, offered, absent) => {
    const choices = comparatorChoices(field('X', dataType));
    expect(choices).toEqual(expect.arrayContaining(offered));
    for (const choice of absent) expect(choices).not.toContain(choice);
  });

  it('is equal alone for the status of tasks', () => {
    expect(comparatorChoices(field('Status', 'picklist'), 'Tasks')).toEqual(['equal']);
    expect(comparatorChoices(field('Subject', 'text'), 'Tasks')).toEqual([]);
  });

  it.each([
    ['equal', EMPTY, 'empty'],
    ['not_equal', EMPTY, 'not_empty'],
    ['equal', NOT_EMPTY, 'not_empty'],
    ['not_equal', NOT_EMPTY, 'empty'],
    ['equal', 'EMPTY', 'equal'],
    ['contains', EMPTY, 'contains'],
    ['is_near', 'x', undefined],
    ['empty', 'x', undefined],
    ['not_empty', 'x', undefined],
    ['contains', NOT_EMPTY, 'contains'],
  ])('%s %s reads as %s', (comparator, value, choice) => {
    expect(choiceOf({ comparator, value })).toBe(choice);
  });

  it('writes emptiness as Zoho does', () => {
    expect(comparatorOf('empty')).toEqual({ comparator: 'equal', value: EMPTY });
    expect(comparatorOf('not_empty')).toEqual({ comparator: 'not_equal', value: EMPTY });
    expect(comparatorOf('between')).toEqual({ comparator: 'between' });
  });

  it('knows tokens, new ones too', () => {
    expect([...DATE_TOKENS, ...STAGE_TOKENS, '$' + '{NEXT_DECADE}'].every(isToken)).toBe(true);
    expect(['TODAY', '$TODAY', '$' + '{TODAY} ', ['$' + '{TODAY}'], null, 5].some(isToken)).toBe(false);
    expect(DATE_TOKENS).toHaveLength(18);
  });
});

describe('the control for a value', () => {
  it.each([
    ['Amount', 'currency', 'equal', 'number', 'one'],
    ['Amount', 'currency', 'between', 'number', 'range'],
    ['Amount', 'currency', 'in', 'number', 'list'],
    ['Type', 'picklist', 'equal', 'picklist', 'one'],
    ['Type', 'picklist', 'not_in', 'picklist', 'list'],
    ['Type', 'picklist', 'starts_with', 'text', 'one'],
    ['Interests', 'multiselectpicklist', 'equal', 'picklist', 'list'],
    ['Interests', 'multiselectpicklist', 'contains', 'picklist', 'one'],
    ['Closing_Date', 'date', 'equal', 'date', 'one'],
    ['Called_At', 'datetime', 'not_between', 'datetime', 'range'],
    ['Private', 'boolean', 'equal', 'boolean', 'one'],
    ['Owner', 'ownerlookup', 'in', 'user', 'list'],
    ['Owner', 'ownerlookup', 'equal_role', 'role', 'one'],
    ['Owner', 'ownerlookup', 'not_equal_role', 'role', 'one'],
    ['Owner', 'ownerlookup', 'equal_group', 'group', 'one'],
    ['Account_Name', 'lookup', 'equal', 'lookup', 'one'],
    ['Email', 'email', 'not_empty', 'none', 'one'],
    ['Photo', 'profileimage', 'equal', 'raw', 'one'],
  ] as const)('%s (%s) %s: %s, %s', (name, dataType, choice, kind, arity) => {
    expect(valueEditor(field(name, dataType), choice)).toMatchObject({ kind, arity });
  });

  it('offers tokens where Zoho takes them', () => {
    expect(valueEditor(field('Closing_Date', 'date'), 'less_than').tokens).toEqual(DATE_TOKENS);
    expect(valueEditor(field('Stage', 'picklist'), 'equal').tokens).toEqual(STAGE_TOKENS);
    expect(valueEditor(field('Type', 'picklist'), 'equal').tokens).toEqual([]);
    expect(valueEditor(field('Called_At', 'datetime'), 'less_than').tokens).toEqual(DATE_TOKENS);
    for (const [name, dataType, choice] of [
      ['Closing_Date', 'date', 'between'],
      ['Stage', 'picklist', 'in'],
      ['Stage', 'text', 'equal'],
      ['Stage', 'picklist', 'empty'],
      ['Photo', 'profileimage', 'equal'],
      ['Owner', 'ownerlookup', 'equal_role'],
      ['Owner', 'ownerlookup', 'equal_group'],
    ] as const)
      expect(valueEditor(field(name, dataType), choice).tokens).toEqual([]);
  });

  it('is none of these for what is not known', () => {
    expect(valueEditor(undefined, 'equal').kind).toBe('raw');
    expect(valueEditor(field('Stage', 'picklist'), undefined).kind).toBe('raw');
  });
});
