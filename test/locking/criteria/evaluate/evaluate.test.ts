import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../../src/base/json';
import { type EvaluationContext, evaluateCriteria } from '../../../../src/locking/criteria/evaluate/evaluate';
import { periodsOf } from '../../../../src/locking/criteria/evaluate/periods';
import { type NodeTruth, reasonsIn } from '../../../../src/locking/criteria/evaluate/truth';
import { type CriteriaNode, keySource, parseCriteria } from '../../../../src/locking/criteria/tree/node';
import { criteria, json } from '../../arbitraries';
import { FIELDS, field } from '../../samples';

const token = (name: string): string => `\${${name}}`;
const context: EvaluationContext = {
  module: 'Deals',
  fields: FIELDS,
  today: '2026-03-18',
  dayOf: (moment) => new Date(Date.parse(moment)).toISOString().slice(0, 10),
};
const leaf = (api_name: string, comparator: string, value: Json): Json => ({
  comparator,
  field: { api_name },
  value,
});
const all = (...group: Json[]): Json => ({ group_operator: 'AND', group });
const any = (...group: Json[]): Json => ({ group_operator: 'OR', group });

const tried = (source: Json, record: JsonObject, more: Partial<EvaluationContext> = {}): NodeTruth =>
  evaluateCriteria(parseCriteria(source, keySource()), record, { ...context, ...more });
const said = (node: NodeTruth): string => node.why ?? node.truth;

describe('a condition', () => {
  it.each<[string, string, Json, Json, string]>([
    ['Stage', 'equal', 'Closed Won', 'Closed Won', 'met'],
    ['Stage', 'equal', 'Closed Won', 'Closed Lost', 'notMet'],
    ['Stage', 'equal', 'Closed Won', 'closed won', 'letterCase'],
    ['Stage', 'equal', 'Closed Won', 'Closed Won ', 'letterCase'],
    ['Stage', 'equal', 'Closed Won', null, 'notMet'],
    ['Stage', 'not_equal', 'Closed Won', 'Closed Lost', 'met'],
    ['Stage', 'not_equal', 'Closed Won', null, 'emptyField'],
    ['Stage', 'in', ['A', 'B'], 'B', 'met'],
    ['Stage', 'in', ['A', 'B'], 'C', 'notMet'],
    ['Stage', 'in', 'A,B', 'A', 'value'],
    ['Stage', 'not_in', ['A', 'B'], 'C', 'met'],
    ['Stage', 'starts_with', 'Cl', 'Closed', 'met'],
    ['Stage', 'ends_with', 'ed', 'Closed', 'met'],
    ['Stage', 'equal', token('EMPTY'), null, 'met'],
    ['Stage', 'not_equal', token('EMPTY'), '', 'notMet'],
    ['Stage', 'equal', token('NOTEMPTY'), 'x', 'met'],
    ['Stage', 'equal', token('OPEN'), 'Qualification', 'met'],
    ['Stage', 'equal', token('CLOSEDWON'), 'Qualification', 'notMet'],
    ['Stage', 'equal', token('OPEN'), 'Unheard Of', 'stage'],
    ['Stage', 'equal', token('NEWEST'), 'x', 'token'],
    ['Amount', 'greater_than', '50000', 50_000.5, 'met'],
    ['Amount', 'greater_than', '50000', 50_000, 'notMet'],
    ['Amount', 'between', ['1', '5'], 5, 'met'],
    ['Amount', 'not_between', ['1', '5'], 6, 'met'],
    ['Amount', 'equal', '12345678901234567890', 123, 'precision'],
    ['Amount', 'equal', 'many', 5, 'value'],
    ['Amount', 'contains', '5', 5, 'comparator'],
    ['Private', 'equal', true, true, 'met'],
    ['Private', 'equal', 'false', true, 'notMet'],
    ['Private', 'equal', false, null, 'emptyField'],
    ['Owner', 'equal', { id: '7', name: 'A' }, { id: '7', name: 'B' }, 'met'],
    ['Owner', 'not_equal', { id: '7' }, { id: '8' }, 'met'],
    ['Owner', 'equal_role', { id: '1' }, { id: '8' }, 'role'],
    ['Owner', 'equal_group', { id: '1' }, { id: '8' }, 'group'],
    ['Interests', 'equal', 'A;B', ['B', 'A'], 'met'],
    ['Interests', 'equal', 'A;B', ['A'], 'notMet'],
    ['Interests', 'in', ['A'], ['A', 'B'], 'severalValues'],
    ['Interests', 'in', ['C'], ['A', 'B'], 'notMet'],
    ['Interests', 'contains', 'A', ['A', 'B'], 'met'],
    ['Interests', 'contains', 'Ap', ['Apple'], 'severalValues'],
    ['Closing_Date', 'less_than', '2026-03-18', '2026-03-17', 'met'],
    ['Closing_Date', 'equal', token('TODAY'), '2026-03-18', 'met'],
    ['Closing_Date', 'equal', token('YESTERDAY'), '2026-03-18', 'notMet'],
    ['Closing_Date', 'equal', token('THISMONTH'), '2026-03-31', 'met'],
    ['Closing_Date', 'equal', token('LASTYEAR'), '2025-12-31', 'met'],
    // Sunday the 15th belongs to this week where it begins then; the 18th does everywhere.
    ['Closing_Date', 'equal', token('THISWEEK'), '2026-03-15', 'calendar'],
    ['Closing_Date', 'equal', token('THISWEEK'), '2026-03-18', 'met'],
    ['Closing_Date', 'equal', token('THISFY'), '2026-05-01', 'calendar'],
    ['Closing_Date', 'equal', token('THISFY'), '2020-05-01', 'notMet'],
    ['Closing_Date', 'equal', token('SOMEDAY'), '2026-03-18', 'token'],
    ['Called_At', 'less_than', '2026-03-18T10:00:00+01:00', '2026-03-18T08:59:59Z', 'met'],
    ['Called_At', 'equal', token('TODAY'), '2026-03-18T23:00:00Z', 'met'],
    ['Called_At', 'equal', '2026-03-18T10:00:00.500Z', '2026-03-18T10:00:00Z', 'precision'],
    ['Locked__s', 'equal', true, true, 'field'],
    ['Photo', 'equal', 'x', 'x', 'fieldType'],
    ['Unheard_Of', 'equal', 'x', 'x', 'field'],
    ['Stage', 'is_near', 'x', 'x', 'comparator'],
    ['Stage', 'equal', '', 'x', 'value'],
  ])('%s %s %j on %j is %s', (api_name, comparator, value, held, expected) => {
    const stages = new Map([['Qualification', 'Open']]);
    expect(said(tried(leaf(api_name, comparator, value), { [api_name]: held }, { stages }))).toBe(expected);
  });

  it('shows the record’s own value, or says that it was not read', () => {
    expect(tried(leaf('Stage', 'equal', 'A'), { Stage: 'B' })).toMatchObject({ held: 'B', truth: 'notMet' });
    expect(tried(leaf('Stage', 'equal', 'A'), {})).toMatchObject({ truth: 'unknown', why: 'notRead' });
  });

  it('with unknown keys cannot be told', () => {
    expect(said(tried({ ...Object(leaf('Stage', 'equal', 'A')), negate: true }, { Stage: 'A' }))).toBe(
      'form',
    );
  });

  it('of tasks depends on the statuses that are closed', () => {
    const closed = leaf('Status', 'equal', 'Closed');
    const fields = [field('Status', 'picklist')];
    const of = (status: string, closedStatuses?: string[]) =>
      said(tried(closed, { Status: status }, { module: 'Tasks', fields, closedStatuses }));
    expect([
      of('Closed'),
      of('Completed'),
      of('Completed', ['Completed']),
      of('Open', ['Completed']),
    ]).toEqual(['met', 'tasks', 'met', 'notMet']);
  });
});

describe('a group', () => {
  const [yes, no, open] = [
    leaf('Stage', 'equal', 'A'),
    leaf('Stage', 'equal', 'B'),
    leaf('Amount', 'equal', '1'),
  ];

  it.each<[string, Json, string]>([
    ['all met', all(yes, yes), 'met'],
    ['all, one not met', all(yes, no, open), 'notMet'],
    ['all, one open', all(yes, open), 'unknown'],
    ['any, one met', any(no, open, yes), 'met'],
    ['any, none met', any(no, no), 'notMet'],
    ['any, one open', any(no, open), 'unknown'],
    ['nested', any(no, all(yes, any(no, yes))), 'met'],
    ['empty', all(), 'unknown'],
  ])('%s', (_, source, truth) => {
    expect(tried(source, { Stage: 'A' }).truth).toBe(truth);
  });

  it('keeps its shape, its word and the keys of its nodes', () => {
    const node = parseCriteria(any(no, all(yes, open)), keySource());
    const shape = (one: CriteriaNode | NodeTruth): unknown =>
      one.kind === 'group' ? [one.key, one.operator, one.children.map(shape)] : one.key;
    const result = evaluateCriteria(node, { Stage: 'A' }, context);
    expect(shape(result)).toEqual(shape(node));
    expect(reasonsIn(result)).toEqual(['notRead']);
  });
});

describe('any criteria on any record', () => {
  it('have an answer, and the same one each time', () => {
    const record = fc.dictionary(fc.constantFrom('Stage', 'Amount', 'Owner'), json);
    fc.assert(
      fc.property(criteria, record, (source, held) => {
        const first = tried(source, held);
        expect(['met', 'notMet', 'unknown']).toContain(first.truth);
        expect(first.truth === 'unknown' || first.why === undefined).toBe(true);
        expect(tried(source, held)).toEqual(first);
      }),
    );
  });
});

describe('a period', () => {
  it.each([
    ['THISWEEK', { weekStart: 1 }, '2026-03-16', '2026-03-22'],
    ['LASTWEEK', { weekStart: 0 }, '2026-03-08', '2026-03-14'],
    ['NEXTMONTH', {}, '2026-04-01', '2026-04-30'],
    ['NEXTYEAR', {}, '2027-01-01', '2027-12-31'],
    ['THISFY', { fiscalStart: 4 }, '2025-04-01', '2026-03-31'],
    ['PREVFY', { fiscalStart: 4 }, '2024-04-01', '2025-03-31'],
    ['NEXTFY', { fiscalStart: 1 }, '2027-01-01', '2027-12-31'],
    ['THISFQ', { fiscalStart: 2 }, '2026-02-01', '2026-04-30'],
    ['NEXTFQ', { fiscalStart: 4 }, '2026-04-01', '2026-06-30'],
    ['PREVFQ', { fiscalStart: 12 }, '2025-12-01', '2026-02-28'],
  ])('%s with %j', (name, habits, from, to) => {
    expect(periodsOf(token(name), { today: '2026-03-18', ...habits })).toEqual([{ from, to }]);
  });
});
