import { describe, expect, it } from 'vitest';
import { compileCriteria } from './criteria';
import type { Json, JsonObject } from './json';
import { createSandbox } from './sandbox';

// A Wednesday, ten in the morning in the org's time zone.
const org = createSandbox({ now: () => new Date('2026-03-18T04:30:00Z') }).org;
const manager = org.catalogue.people[0];

/** Zoho's words between `${` and `}`. */
const token = (word: string) => `\${${word}}`;
const leaf = (field: string, comparator: string, value: Json): JsonObject => ({
  field: { api_name: field },
  comparator,
  value,
});
const group = (group_operator: string, ...nodes: JsonObject[]): JsonObject => ({
  group_operator,
  group: nodes,
});
const matches = (criteria: JsonObject, values: JsonObject, module = 'Deals') =>
  compileCriteria(org, module, criteria)({ id: '1', ...values });

describe('comparators', () => {
  it.each<[field: string, comparator: string, wanted: Json, held: Json, expected: boolean]>([
    ['Stage', 'equal', 'closed won', 'Closed Won', true],
    ['Stage', 'not_equal', 'Closed Won', 'Qualification', true],
    ['Stage', 'not_equal', 'Closed Won', null, true],
    ['Stage', 'in', ['Closed Won', 'Closed Lost'], 'Closed Lost', true],
    ['Stage', 'not_in', ['Closed Won', 'Closed Lost'], 'Closed Lost', false],
    ['Stage', 'equal', token('CLOSEDWON'), 'Closed Won', true],
    ['Stage', 'equal', token('CLOSEDLOST'), 'Closed-Lost to Competition', true],
    ['Stage', 'equal', token('OPEN'), 'Closed Lost', false],
    ['Deal_Name', 'contains', 'press', 'Commercial Press', true],
    ['Deal_Name', 'not_contains', 'press', 'Commercial Press', false],
    ['Deal_Name', 'starts_with', 'comm', 'Commercial Press', true],
    ['Deal_Name', 'ends_with', 'comm', 'Commercial Press', false],
    ['Legal_Approved', 'equal', true, true, true],
    ['Legal_Approved', 'equal', 'true', true, true],
    ['Legal_Approved', 'equal', true, false, false],
    ['Legal_Approved', 'equal', false, false, true],
    ['Legal_Approved', 'equal', 'false', true, false],
    ['Amount', 'greater_than', '50000', 50_000.5, true],
    ['Amount', 'greater_than', '50000', 50_000, false],
    ['Amount', 'greater_equal', '50000', 50_000, true],
    ['Amount', 'less_than', '50000', 9_000, true],
    ['Amount', 'less_equal', '50000', 50_000, true],
    ['Amount', 'less_than', '50000', null, false],
    ['Amount', 'between', ['10', '20'], 20, true],
    ['Amount', 'not_between', ['10', '20'], 21, true],
    ['Amount', 'in', ['10', '20'], 20, true],
    ['Amount', 'equal', token('EMPTY'), null, true],
    ['Amount', 'not_equal', token('EMPTY'), null, false],
    ['Amount', 'equal', token('NOTEMPTY'), 0, true],
    ['Legal_Approved', 'equal', 'true', true, true],
    ['Legal_Approved', 'equal', true, false, false],
    ['Regions', 'equal', 'South;North', ['North', 'South'], true],
    ['Regions', 'contains', 'North', ['North', 'South'], true],
    ['Regions', 'in', ['East', 'North'], ['North'], true],
    ['Account_Name', 'equal', { id: '7', name: 'x' }, { id: '7', name: 'y' }, true],
    ['Account_Name', 'in', [{ id: '8' }, { id: '7' }], { id: '7', name: 'y' }, true],
    ['Account_Name', 'not_equal', { id: '8' }, { id: '7', name: 'y' }, true],
    ['Closing_Date', 'equal', token('TODAY'), '2026-03-18', true],
    ['Closing_Date', 'equal', token('THISWEEK'), '2026-03-15', true],
    ['Closing_Date', 'equal', token('THISWEEK'), '2026-03-22', false],
    ['Closing_Date', 'equal', token('LASTMONTH'), '2026-02-28', true],
    ['Closing_Date', 'less_than', token('THISMONTH'), '2026-02-28', true],
    ['Closing_Date', 'greater_than', token('THISFQ'), '2026-04-01', true],
    ['Closing_Date', 'equal', token('PREVFY'), '2025-12-31', true],
    ['Closing_Date', 'between', ['2026-03-01', '2026-03-18'], '2026-03-18', true],
    ['Closing_Date', 'not_between', ['2026-03-01', '2026-03-17'], '2026-03-18', true],
    ['Handover_Time', 'equal', token('YESTERDAY'), '2026-03-17T23:59:59+05:30', true],
    ['Handover_Time', 'greater_than', '2026-03-18T10:00:00+05:30', '2026-03-18T06:00:00Z', true],
    ['Handover_Time', 'equal', '2026-03-18T10:00:00+05:30', '2026-03-18T04:30:00Z', true],
    ['Handover_Time', 'less_than', '2026-03-18', '2026-03-17T19:00:00Z', false],
    ['Amount', 'sounds_like', '5', 5, false],
    ['Closing_Date', 'equal', 'no date', '2026-03-18', false],
  ])('%s %s %j holds %j: %s', (field, comparator, wanted, held, expected) => {
    expect(matches(leaf(field, comparator, wanted), { [field]: held })).toBe(expected);
  });

  it('knows the role of a user', () => {
    const owner = { id: manager?.id ?? '', name: manager?.name ?? '' };
    expect(matches(leaf('Owner', 'equal_role', { name: 'CEO' }), { Owner: owner })).toBe(true);
    expect(matches(leaf('Owner', 'not_equal_role', { name: 'CEO' }), { Owner: owner })).toBe(false);
  });

  it('reads a closed task by its status', () => {
    expect(matches(leaf('Status', 'equal', 'Closed'), { Status: 'Completed' }, 'Tasks')).toBe(true);
    expect(matches(leaf('Status', 'equal', 'Closed'), { Status: 'In Progress' }, 'Tasks')).toBe(false);
  });
});

describe('groups', () => {
  const won = leaf('Stage', 'equal', 'Closed Won');
  const large = leaf('Amount', 'greater_than', '100');
  const old = leaf('Closing_Date', 'less_than', '2020-01-01');

  it('nest', () => {
    const criteria = group('AND', won, group('OR', large, old));
    expect(matches(criteria, { Stage: 'Closed Won', Amount: 101 })).toBe(true);
    expect(matches(criteria, { Stage: 'Closed Won', Amount: 1, Closing_Date: '2019-01-01' })).toBe(true);
    expect(matches(criteria, { Stage: 'Closed Won', Amount: 1 })).toBe(false);
    expect(matches(criteria, { Stage: 'Qualification', Amount: 101 })).toBe(false);
  });

  it('take a node that is not known as one that never matches', () => {
    const unknown = { function: 'later' };
    expect(matches(group('AND', won, unknown), { Stage: 'Closed Won' })).toBe(false);
    expect(matches(group('OR', won, unknown), { Stage: 'Closed Won' })).toBe(true);
  });
});
