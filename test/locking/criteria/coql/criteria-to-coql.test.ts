import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../../src/base/json';
import type { Field } from '../../../../src/locking/configuration/fields';
import { type CoqlTranslation, toCoql } from '../../../../src/locking/criteria/coql/criteria-to-coql';
import { countLockedQuery, countQuery, sampleQuery } from '../../../../src/locking/criteria/coql/query';
import { keySource, parseCriteria } from '../../../../src/locking/criteria/tree/node';
import { FIELDS as COMMON, field } from '../../samples';

const picks = (...values: string[]) => ({ picklist: values.map((value) => ({ value, label: value })) });

const FIELDS: readonly Field[] = [
  ...COMMON.filter(({ apiName }) => apiName !== 'Interests'),
  field('Deal_Name', 'text'),
  field('Regions', 'multiselectpicklist', picks('North', 'North East', 'South', 'West')),
  field('Order', 'integer'),
  field('Contact_Email', 'email'),
  field('Locked__s', 'boolean', { readOnly: true }),
  field('odd name', 'text', { id: '9001' }),
  field('Status', 'picklist'),
];

const token = (word: string) => `\${${word}}`;
const leaf = (name: string, comparator: string, value: Json): JsonObject => ({
  comparator,
  field: { api_name: name },
  value,
});
const group = (group_operator: string, ...nodes: Json[]): JsonObject => ({ group_operator, group: nodes });
const translate = (criteria: Json, today?: string, module = 'Deals'): CoqlTranslation =>
  toCoql(parseCriteria(criteria, keySource()), FIELDS, module, today);
const whereOf = (translation: CoqlTranslation) => (translation.ok ? translation.where : translation);
const reasonsOf = (translation: CoqlTranslation) =>
  translation.ok ? translation : translation.untranslatable.map(({ path, reason }) => [path, reason]);

const USER = { id: '5843104000000424001', name: 'John Smith' };

describe('what COQL can say', () => {
  it.each<[name: string, comparator: string, value: Json, where: string]>([
    ['Stage', 'equal', 'Closed Won', "Stage = 'Closed Won'"],
    ['Stage', 'in', ['Closed Won', 'Closed Lost'], "Stage in ('Closed Won', 'Closed Lost')"],
    ['Stage', 'in', ['Closed Won', 'Closed Won'], "Stage in ('Closed Won')"],
    ['Deal_Name', 'equal', 'O\'Hara\'s 100% "paper"', "Deal_Name = 'O''Hara''s 100% \"paper\"'"],
    ['Deal_Name', 'equal', '50 %_*?', "Deal_Name = '50 %_*?'"],
    ['Deal_Name', 'contains', "it's", "Deal_Name like '%it''s%'"],
    ['Deal_Name', 'starts_with', 'Press', "Deal_Name like 'Press%'"],
    ['Deal_Name', 'ends_with', 'Ltd.', "Deal_Name like '%Ltd.'"],
    ['Contact_Email', 'equal', 'a@b.example', "Contact_Email = 'a@b.example'"],
    ['Amount', 'equal', '50000', 'Amount = 50000'],
    ['Amount', 'equal', 50000.5, 'Amount = 50000.5'],
    ['Amount', 'equal', '-007.50', 'Amount = -7.50'],
    ['Amount', 'equal', '0.5', 'Amount = 0.5'],
    ['Amount', 'greater_than', '50000', 'Amount > 50000'],
    ['Amount', 'greater_equal', '50000', 'Amount >= 50000'],
    ['Amount', 'less_than', '50000', 'Amount < 50000'],
    ['Amount', 'less_equal', '50000', 'Amount <= 50000'],
    ['Amount', 'between', ['10', '20'], '(Amount between 10 and 20)'],
    ['Amount', 'in', ['10', '20'], 'Amount in (10, 20)'],
    ['Amount', 'equal', token('EMPTY'), 'Amount is null'],
    ['Amount', 'not_equal', token('EMPTY'), 'Amount is not null'],
    ['Amount', 'equal', token('NOTEMPTY'), 'Amount is not null'],
    ['Closing_Date', 'less_than', '2026-01-31', "Closing_Date < '2026-01-31'"],
    [
      'Closing_Date',
      'between',
      ['2026-01-01', '2026-01-31'],
      "(Closing_Date between '2026-01-01' and '2026-01-31')",
    ],
    ['Called_At', 'greater_than', '2026-01-31T10:00:00+05:30', "Called_At > '2026-01-31T10:00:00+05:30'"],
    ['Called_At', 'equal', '2026-01-31T10:00:00.000Z', "Called_At = '2026-01-31T10:00:00+00:00'"],
    ['Private', 'equal', 'true', 'Private = true'],
    ['Private', 'equal', true, 'Private = true'],
    ['Private', 'equal', false, 'Private = false'],
    ['Account_Name', 'equal', { id: '58431', name: "O'Hara" }, "Account_Name = '58431'"],
    ['Account_Name', 'in', [{ id: '1' }, { id: '2' }], "Account_Name in ('1', '2')"],
    ['Owner', 'equal', USER, "Owner = '5843104000000424001'"],
    ['Owner', 'equal', token('EMPTY'), 'Owner is null'],
    ['Regions', 'equal', 'South;North', "Regions = 'South;North'"],
    ['Regions', 'equal', ['South', 'North'], "Regions = 'South;North'"],
    ['Regions', 'contains', 'South', "Regions like '%South%'"],
    ['Regions', 'equal', token('EMPTY'), 'Regions is null'],
    ['Order', 'equal', '1', "'Order' = 1"],
  ])('%s %s %j: %s', (name, comparator, value, where) => {
    expect(translate(leaf(name, comparator, value))).toEqual({ ok: true, where });
  });

  it.each<[name: string, comparator: string, value: Json, test: string]>([
    ['Stage', 'not_equal', 'Closed Won', "Stage != 'Closed Won'"],
    ['Stage', 'not_in', ['A', 'B'], "Stage not in ('A', 'B')"],
    ['Deal_Name', 'not_contains', 'press', "Deal_Name not like '%press%'"],
    ['Amount', 'not_between', ['10', '20'], '(Amount not between 10 and 20)'],
    ['Owner', 'not_equal', USER, "Owner != '5843104000000424001'"],
    ['Regions', 'not_contains', 'West', "Regions not like '%West%'"],
  ])('%s %s %j, with empty fields and without', (name, comparator, value, test) => {
    expect(translate(leaf(name, comparator, value))).toEqual({
      ok: true,
      where: `(${test} or ${name} is null)`,
      narrower: `(${test} and ${name} is not null)`,
    });
  });

  it('takes the `type` that Zoho adds, and a field by its id', () => {
    const { id } = FIELDS.find(({ apiName }) => apiName === 'Amount') ?? { id: '' };
    expect(whereOf(translate({ comparator: 'equal', field: { id }, value: '1', type: 'value' }))).toBe(
      'Amount = 1',
    );
  });

  it.each([
    ['YESTERDAY', '2026-02-28'],
    ['TODAY', '2026-03-01'],
    ['TOMORROW', '2026-03-02'],
  ])('takes %s as a date when today is known', (word, day) => {
    const criteria = leaf('Closing_Date', 'less_equal', token(word));
    expect(whereOf(translate(criteria, '2026-03-01'))).toBe(`Closing_Date <= '${day}'`);
    expect(reasonsOf(translate(criteria))).toEqual([[[], 'token']]);
    expect(reasonsOf(translate(criteria, 'soon'))).toEqual([[[], 'token']]);
    for (const name of ['Called_At', 'Deal_Name'])
      expect(reasonsOf(translate(leaf(name, 'equal', token(word)), '2026-03-01'))).toEqual([[[], 'token']]);
  });

  it('takes as many values as COQL does, each once', () => {
    const values = Array.from({ length: 50 }, (_, i) => String(i));
    expect(whereOf(translate(leaf('Amount', 'in', [...values, '0', '00'])))).toBe(
      `Amount in (${values.join(', ')})`,
    );
  });

  it('takes a range from a day to a token', () => {
    const criteria = leaf('Closing_Date', 'between', ['2026-01-01', token('TODAY')]);
    expect(whereOf(translate(criteria, '2026-03-01'))).toBe(
      "(Closing_Date between '2026-01-01' and '2026-03-01')",
    );
    expect(reasonsOf(translate(criteria, '2025-03-01'))).toEqual([[[], 'value']]);
  });
});

describe('groups', () => {
  const amount = (value: string) => leaf('Amount', 'equal', value);
  const [a, b, c] = [amount('1'), amount('2'), amount('3')] as const;

  it.each<[criteria: Json, where: string]>([
    [group('AND', a), 'Amount = 1'],
    [group('AND', a, b), '(Amount = 1 and Amount = 2)'],
    [group('OR', a, b, c), '((Amount = 1 or Amount = 2) or Amount = 3)'],
    [group('AND', a, group('OR', b, c)), '(Amount = 1 and (Amount = 2 or Amount = 3))'],
    [group('OR', group('AND', a), group('AND', group('OR', b))), '(Amount = 1 or Amount = 2)'],
  ])('%j: %s', (criteria, where) => {
    expect(whereOf(translate(criteria))).toBe(where);
  });

  it('narrow wherever a negative condition stands', () => {
    expect(translate(group('OR', a, leaf('Stage', 'not_equal', 'Lost')))).toEqual({
      ok: true,
      where: "(Amount = 1 or (Stage != 'Lost' or Stage is null))",
      narrower: "(Amount = 1 or (Stage != 'Lost' and Stage is not null))",
    });
  });

  it('hold as many conditions as a query takes beside the one for locked records', () => {
    const many = (count: number) => group('OR', ...Array.from({ length: count }, () => a));
    expect(translate(many(24)).ok).toBe(true);
    expect(reasonsOf(translate(many(25)))).toEqual([[[], 'length']]);
    const negative = leaf('Stage', 'not_equal', 'x');
    expect(translate(group('AND', many(22), negative)).ok).toBe(true);
    expect(translate(group('AND', many(23), negative)).ok).toBe(false);
  });
});

describe('what is refused rather than counted wrong', () => {
  it.each<[name: string, comparator: string, value: Json, reason: string]>([
    ['Owner', 'equal_role', { id: '1', name: 'CEO' }, 'role'],
    ['Owner', 'not_equal_role', { id: '1', name: 'CEO' }, 'role'],
    ['Owner', 'equal_group', { id: '1', name: 'All' }, 'group'],
    ['Stage', 'equal', token('OPEN'), 'token'],
    ['Stage', 'equal', token('NEW_ONE'), 'token'],
    ['Stage', 'in', ['A', token('OPEN')], 'token'],
    ['Owner', 'equal', token('CURRENTUSER'), 'token'],
    ['Closing_Date', 'equal', token('THISWEEK'), 'token'],
    ['Closing_Date', 'equal', token('THISFY'), 'token'],
    ['Called_At', 'equal', token('TODAY'), 'token'],
    ['Amount', 'is_near', '5', 'comparator'],
    ['Amount', 'contains', '5', 'comparator'],
    ['Closing_Date', 'in', ['2026-01-01'], 'comparator'],
    ['Private', 'not_equal', 'true', 'comparator'],
    ['Private', 'equal', token('EMPTY'), 'comparator'],
    ['Regions', 'in', ['North'], 'comparator'],
    ['Regions', 'not_in', ['North'], 'comparator'],
    ['Gone', 'equal', 'x', 'field'],
    ['odd name', 'equal', 'x', 'field'],
    ['Description', 'contains', 'x', 'fieldType'],
    ['Tag', 'equal', 'x', 'fieldType'],
    ['Photo', 'equal', 'x', 'fieldType'],
    ['Locked__s', 'equal', 'true', 'fieldType'],
    ['Amount', 'equal', 'much', 'value'],
    ['Amount', 'equal', '1e5', 'value'],
    ['Amount', 'between', ['20', '10'], 'value'],
    ['Amount', 'between', ['20'], 'value'],
    ['Amount', 'in', [], 'value'],
    ['Amount', 'equal', null, 'value'],
    ['Stage', 'in', 'A,B', 'value'],
    ['Stage', 'equal', { id: '1' }, 'value'],
    ['Closing_Date', 'equal', '2026-02-30', 'value'],
    ['Called_At', 'equal', '2026-01-31', 'value'],
    ['Private', 'equal', 'perhaps', 'value'],
    ['Owner', 'equal', 'John Smith', 'value'],
    ['Owner', 'equal', { id: "1' or id is not null or id = '", name: 'x' }, 'value'],
    ['Called_At', 'equal', '2026-01-31T10:00:00.5Z', 'text'],
    ['Deal_Name', 'equal', 'a\\b', 'text'],
    ['Deal_Name', 'equal', 'a\nb', 'text'],
    ['Deal_Name', 'equal', ' a', 'text'],
    ['Account_Name', 'equal', { id: 'x5', name: 'x' }, 'value'],
    ['Account_Name', 'equal', { id: '5x', name: 'x' }, 'value'],
    ['Deal_Name', 'in', ['a', 'b '], 'text'],
    ['Deal_Name', 'contains', '100%', 'text'],
    ['Deal_Name', 'not_contains', 'a_b', 'text'],
    ['Deal_Name', 'starts_with', '*', 'text'],
    ['Deal_Name', 'ends_with', 'why?', 'text'],
    ['Deal_Name', 'contains', '\\', 'text'],
    ['Regions', 'contains', 'North', 'text'],
    ['Regions', 'contains', 'Outh', 'text'],
    ['Regions', 'contains', 'South;West', 'text'],
    ['Regions', 'equal', 'North; South', 'text'],
    ['Amount', 'in', Array.from({ length: 51 }, (_, i) => String(i)), 'list'],
  ])('%s %s %j: %s', (name, comparator, value, reason) => {
    expect(reasonsOf(translate(leaf(name, comparator, value)))).toEqual([[[], reason]]);
  });

  it.each<[what: string, criteria: Json]>([
    ['a node of another form', { function: 'later' }],
    ['no object', 'x'],
    ['a comparison of two fields', { ...leaf('Amount', 'equal', 'Expected_Revenue'), type: 'field' }],
    ['a key that is not known', { ...leaf('Amount', 'equal', '1'), negate: true }],
    [
      'a field of another module',
      { ...leaf('Amount', 'equal', '1'), field: { api_name: 'Amount', module: 'X' } },
    ],
    ['a group with a key that is not known', { ...group('AND', leaf('Amount', 'equal', '1')), negate: true }],
    ['an empty group', group('AND')],
    ['another operator', group('XOR', leaf('Amount', 'equal', '1'))],
  ])('%s', (_, criteria) => {
    expect(reasonsOf(translate(criteria))).toEqual([[[], 'form']]);
  });

  it('a field whose id and name disagree', () => {
    const [stage, amount] = ['Stage', 'Amount'].map((name) => FIELDS.find((one) => one.apiName === name));
    const both = { api_name: amount?.apiName ?? '', id: stage?.id ?? '' };
    expect(reasonsOf(translate({ comparator: 'equal', field: both, value: '1' }))).toEqual([[[], 'field']]);
    const stale = { api_name: 'Amount', id: '404' };
    expect(reasonsOf(translate({ comparator: 'equal', field: stale, value: '1' }))).toEqual([[[], 'field']]);
  });

  it('tasks, whose closed states are the org’s own', () => {
    const closed = leaf('Status', 'equal', 'Closed');
    expect(reasonsOf(translate(closed, undefined, 'Tasks'))).toEqual([[[], 'tasks']]);
    expect(whereOf(translate(closed, undefined, 'Cases'))).toBe("Status = 'Closed'");
  });

  it('names every node, by the path of Zoho’s own errors', () => {
    const good = leaf('Amount', 'equal', '1');
    const criteria = group(
      'AND',
      good,
      group('OR', leaf('Owner', 'equal_role', { id: '1' }), good, { later: true }),
      leaf('Stage', 'equal', token('OPEN')),
    );
    expect(reasonsOf(translate(criteria))).toEqual([
      [['group', 1, 'group', 0], 'role'],
      [['group', 1, 'group', 2], 'form'],
      [['group', 2], 'token'],
    ]);
  });
});

describe('queries', () => {
  it('count, count what is locked, and show some', () => {
    const where = "Stage = 'Closed Won'";
    expect(countQuery('Deals', where)).toBe("select COUNT(id) from Deals where Stage = 'Closed Won'");
    expect(countLockedQuery('Deals', where)).toBe(
      "select COUNT(id) from Deals where (Stage = 'Closed Won' and Locked__s = true)",
    );
    expect(sampleQuery('Deals', 'Deal_Name', where, 5)).toBe(
      "select Deal_Name, id from Deals where Stage = 'Closed Won' limit 5",
    );
  });

  it.each([
    [0, 1],
    [3.7, 3],
    [11, 10],
    [undefined, 10],
  ])('draw a limit of %s to %s', (given, used) => {
    expect(sampleQuery('Deals', 'Name', 'id is not null', given)).toMatch(new RegExp(` limit ${used}$`));
  });

  it('ask for the id alone where it is the name, and quote a name that is a word of SQL', () => {
    expect(sampleQuery('Deals', 'id', 'id is not null')).toMatch(/^select id from/);
    expect(sampleQuery('Deals', 'Order', 'id is not null')).toMatch(/^select 'Order', id from/);
  });

  it.each(['Deals where id is not null', '', "x'"])('refuse a name that is no word: %s', (name) => {
    expect(() => countQuery(name, 'id is not null')).toThrow(RangeError);
    expect(() => countQuery(name, 'id is not null')).toThrow('Module is not a plain word');
    expect(() => sampleQuery('Deals', name, 'id is not null')).toThrow('Name field is not a plain word');
  });
});
