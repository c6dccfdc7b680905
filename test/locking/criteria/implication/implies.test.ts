import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { impliesCriteria } from '../../../../src/locking/criteria/implication/implies';
import { keySource, parseCriteria } from '../../../../src/locking/criteria/tree/node';
import { compileCriteria } from '../../../sandbox/api/criteria';
import type { Json, JsonObject } from '../../../sandbox/api/json';
import { createSandbox } from '../../../sandbox/api/sandbox';
import { FIELDS as SAMPLES } from '../../samples';
import { fieldsOf, orgCondition, orgCriteria } from '../org-criteria';

const NOW = new Date('2026-03-18T04:30:00Z');
const { org } = createSandbox({ now: () => NOW });
const FIELDS = fieldsOf(org, 'Deals');

const parse = (source: Json) => parseCriteria(source, keySource());
const implies = (one: Json, other: Json) => impliesCriteria(parse(one), parse(other), FIELDS);
const token = (word: string): string => `\${${word}}`;
const is = (api_name: string, comparator: string, value: Json): JsonObject => ({
  comparator,
  field: { api_name },
  value,
});

describe('one condition inside another', () => {
  it.each<[string, JsonObject, JsonObject]>([
    ['a value of a list', is('Stage', 'equal', 'A'), is('Stage', 'in', ['B', 'A'])],
    ['a shorter list', is('Stage', 'in', ['A', 'B']), is('Stage', 'in', ['C', 'B', 'A'])],
    ['more values denied', is('Stage', 'not_in', ['A', 'B']), is('Stage', 'not_equal', 'B')],
    ['a value at all', is('Stage', 'in', ['A']), is('Stage', 'not_equal', token('EMPTY'))],
    ['a higher bound', is('Amount', 'greater_than', '100'), is('Amount', 'greater_than', '9')],
    ['a bound without its end', is('Amount', 'less_than', '9'), is('Amount', 'less_equal', '9.0')],
    ['a range', is('Amount', 'between', ['5', '9']), is('Amount', 'greater_equal', '5')],
    ['a number in a range', is('Amount', 'equal', '7'), is('Amount', 'between', ['5', '9'])],
    [
      'an earlier day',
      is('Closing_Date', 'less_than', '2026-03-01'),
      is('Closing_Date', 'less_than', '2026-12-31'),
    ],
    ['a person', is('Owner', 'equal', { id: '7', name: 'x' }), is('Owner', 'in', [{ id: '7' }, { id: '8' }])],
  ])('is seen: %s', (_, narrow, wide) => {
    expect(implies(narrow, wide)).toBe(true);
    expect(implies(wide, narrow)).toBe(false);
  });

  it.each<[string, JsonObject, JsonObject]>([
    ['of another field', is('Amount', 'equal', '7'), is('Probability', 'between', ['5', '9'])],
    ['of a field that is not known', is('X', 'equal', 'A'), is('X', 'in', ['A', 'B'])],
    [
      'of a token',
      is('Closing_Date', 'equal', token('TODAY')),
      is('Closing_Date', 'in', [token('TODAY'), 'B']),
    ],
    ['of the end of a range', is('Amount', 'less_equal', '9'), is('Amount', 'less_than', '9')],
    ['of empty fields', is('Stage', 'not_equal', 'A'), is('Stage', 'not_equal', token('EMPTY'))],
    [
      'of numbers too long to tell apart',
      is('Amount', 'greater_than', '9007199254740992'),
      is('Amount', 'greater_than', '9007199254740993'),
    ],
    [
      'with more to it than we know',
      is('Stage', 'equal', 'A'),
      { ...is('Stage', 'in', ['A', 'B']), scope: 'x' },
    ],
    ['of a group without conditions', is('Stage', 'equal', 'A'), { group_operator: 'AND', group: [] }],
  ])('is not claimed %s', (_, one, other) => {
    expect(implies(one, other)).toBe(false);
  });

  const exactly = (name: string, value: Json) => is('Amount', name, value);
  it.each<[string, JsonObject, JsonObject]>([
    ['after', exactly('greater_than', '5'), exactly('greater_equal', '5')],
    ['before', exactly('less_than', '9'), exactly('less_equal', '9')],
    ['from', exactly('between', ['5', '9']), exactly('greater_equal', '5')],
    ['up to', exactly('between', ['5', '9']), exactly('less_equal', '9')],
    ['a range with the same beginning', exactly('between', ['5', '8']), exactly('between', ['5', '9'])],
    ['a range with the same end', exactly('between', ['6', '9']), exactly('between', ['5', '9'])],
    ['the beginning of a range', exactly('equal', '5'), exactly('between', ['5', '9'])],
    ['the end of a range', exactly('equal', '9'), exactly('between', ['5', '9'])],
    ['several in a range', exactly('in', ['5', '7', '9']), exactly('between', ['5', '9'])],
  ])('counts the ends of a range: %s', (_, narrow, wide) => {
    expect(implies(narrow, wide)).toBe(true);
    expect(implies(wide, narrow)).toBe(false);
  });

  it.each<[string, JsonObject, JsonObject]>([
    [
      'a range, in what begins after its beginning',
      exactly('between', ['5', '9']),
      exactly('greater_than', '5'),
    ],
    ['a range, in what ends before its end', exactly('between', ['5', '9']), exactly('less_than', '9')],
    ['a number, in what begins after it', exactly('equal', '5'), exactly('greater_than', '5')],
    ['a number, in what ends before it', exactly('equal', '9'), exactly('less_than', '9')],
    ['several, of which one is outside', exactly('in', ['7', '50']), exactly('between', ['5', '9'])],
    ['an open end, in a range', exactly('greater_equal', '6'), exactly('between', ['5', '9'])],
    ['a range of three', exactly('between', ['5', '6', '7']), exactly('greater_equal', '1')],
    ['a range of one', exactly('between', ['5']), exactly('greater_equal', '1')],
  ])('does not count what is outside: %s', (_, one, other) => {
    expect(implies(one, other)).toBe(false);
  });

  const list = (name: string, ...values: Json[]) => is(name, 'in', values);
  it.each<[string, JsonObject, JsonObject]>([
    ['a token of a stage', is('Stage', 'equal', token('OPEN')), list('Stage', token('OPEN'), 'A')],
    [
      'a list with a token, of which the rest fits',
      list('Stage', 'A', token('OPEN')),
      list('Stage', 'A', 'B'),
    ],
    ['nothing', list('Stage', null), list('Stage', null, 'A')],
    ['an empty text', is('Stage', 'equal', ''), list('Stage', '', 'A')],
    ['a blank text', is('Stage', 'equal', ' '), list('Stage', ' ', 'A')],
    ['a list in a list', list('Stage', ['A']), list('Stage', ['A'], 'B')],
    ['a list without any', list('Stage'), list('Stage', 'A')],
    [
      'a person without an id',
      is('Owner', 'equal', { name: 'x' }),
      list('Owner', { name: 'x' }, { id: '8' }),
    ],
    ['a text where a list belongs', is('Stage', 'in', 'A'), list('Stage', 'A', 'B')],
    ['a list where a text belongs', is('Stage', 'equal', ['A']), list('Stage', 'A', 'B')],
    ['texts in order', is('Tag', 'less_than', '5'), is('Tag', 'less_than', '9')],
    ['several choices', is('Interests', 'equal', 'A'), list('Interests', 'A', 'B')],
    [
      'a value that is another field',
      { ...is('Stage', 'equal', 'A'), type: 'field' },
      list('Stage', 'A', 'B'),
    ],
    [
      'a day that is none',
      is('Closing_Date', 'equal', '2026-99-01'),
      is('Closing_Date', 'in', ['2026-99-02']),
    ],
    [
      'a day past the end of its month',
      is('Closing_Date', 'equal', '2026-02-31'),
      is('Closing_Date', 'greater_equal', '2026-03-01'),
    ],
  ])('is not claimed of what cannot be told for sure: %s', (_, one, other) => {
    expect(impliesCriteria(parse(one), parse(other), SAMPLES)).toBe(false);
  });

  it('is seen where the value is called one', () => {
    const called = { ...is('Stage', 'equal', 'A'), type: 'value' };
    expect(implies(called, is('Stage', 'in', ['A', 'B']))).toBe(true);
  });

  it('is never claimed when a record tells them apart', () => {
    const records = org.records('Deals').slice(0, 150);
    let claimed = 0;
    const check = (one: JsonObject, other: JsonObject): void => {
      if (!implies(one, other)) return;
      if (JSON.stringify(one) !== JSON.stringify(other)) claimed += 1;
      const [narrow, wide] = [one, other].map((rule) => compileCriteria(org, 'Deals', rule));
      const apart = records.filter((record) => narrow?.(record) && !wide?.(record));
      expect(apart.map(({ id }) => id)).toEqual([]);
    };
    // Few fields, so that the two often speak of the same one.
    const few = ['Amount', 'Stage', 'Closing_Date'].map((name) =>
      orgCondition(org, 'Deals', undefined, name),
    );
    const condition = fc.oneof(...few);
    fc.assert(
      fc.property(fc.oneof(...few.map((one) => fc.tuple(one, one))), (two) => check(...two)),
      {
        numRuns: 600,
      },
    );
    const either = fc.record({
      group_operator: fc.constantFrom('AND', 'OR'),
      group: fc.array(condition, { minLength: 2, maxLength: 3 }),
    });
    fc.assert(
      fc.property(condition, either, (one, all) => {
        check(one, all);
        check(all, one);
      }),
      { numRuns: 200 },
    );
    fc.assert(fc.property(orgCriteria(org, 'Deals'), orgCriteria(org, 'Deals'), check), { numRuns: 100 });
    expect(claimed).toBeGreaterThan(10);
  });
});
