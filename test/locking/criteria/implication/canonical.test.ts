import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isList, isObject, type Json } from '../../../../src/base/json';
import { canonicalCriteria } from '../../../../src/locking/criteria/implication/canonical';
import { impliesCriteria } from '../../../../src/locking/criteria/implication/implies';
import { type CriteriaNode, keySource, parseCriteria } from '../../../../src/locking/criteria/tree/node';
import { criteria, plainCriteria } from '../../arbitraries';
import { FIELDS } from '../../samples';

const parse = (source: Json) => parseCriteria(source, keySource());
const text = (source: Json) => canonicalCriteria(parse(source), FIELDS);
const is = (api_name: string, value: Json, comparator = 'equal'): Json => ({
  comparator,
  field: { api_name },
  value,
});
const [a, b, c] = [is('Stage', 'A'), is('Stage', 'B'), is('Stage', 'C')];
const or = (...group: Json[]): Json => ({ group_operator: 'OR', group });
const and = (...group: Json[]): Json => ({ group_operator: 'AND', group });

/** The same criteria with the members of every group and the keys of every object in the opposite order. */
const turned = (node: Json): Json => {
  if (!isObject(node)) return node;
  const keys = Object.entries(node).reverse();
  const inside = parse(node).kind === 'group';
  return Object.fromEntries(
    keys.map(([key, value]) => [
      key,
      inside && key === 'group' && isList(value) ? value.map(turned).reverse() : value,
    ]),
  );
};

describe('criteria that mean the same', () => {
  it.each<[string, Json, Json]>([
    ['order', or(a, b), or(b, a)],
    ['repetition', or(a, b, a), or(a, b)],
    ['a group of one', and(or(a), b), and(a, b)],
    ['the same operator inside', or(a, or(b, c)), or(a, b, c)],
    ['the type of newer replies', { ...Object(a), type: 'value' }, a],
    [
      'a field by id and by API name',
      { comparator: 'equal', field: { id: '5843104000000002565' }, value: 'A' },
      a,
    ],
    ['the order of a list', is('Stage', ['A', 'B'], 'in'), is('Stage', ['B', 'A'], 'in')],
    [
      'the order of a list that is denied',
      is('Stage', ['A', 'B'], 'not_in'),
      is('Stage', ['B', 'A', 'B'], 'not_in'),
    ],
    ['the name beside an id', is('Owner', { id: '7', name: 'x' }), is('Owner', { id: '7' })],
  ])('%s', (_, left, right) => {
    expect(text(left)).toBe(text(right));
  });

  it.each<[string, Json, Json]>([
    ['operators', or(a, b), and(a, b)],
    ['grouping', or(a, and(b, c)), and(or(a, b), c)],
    ['the ends of a range', is('Amount', ['1', '2'], 'between'), is('Amount', ['2', '1'], 'between')],
    ['what a list holds', is('Stage', ['A', 'B'], 'in'), is('Stage', ['A', 'C'], 'in')],
    ['comparators', is('Amount', '1', 'less_than'), is('Amount', '1', 'less_equal')],
    ['another type', { ...Object(a), type: 'field' }, a],
    ['unknown keys', { ...Object(a), scope: 'all' }, a],
    ['unknown keys of a group', { ...Object(or(a)), scope: 'all' }, a],
    ['opaque nodes', { x: 1 }, { x: 2 }],
  ])('not without %s', (_, left, right) => {
    expect(text(left)).not.toBe(text(right));
  });

  it('nor with every group turned round, whatever is in it', () => {
    fc.assert(
      fc.property(criteria, (source) => {
        expect(text(turned(source))).toBe(text(source));
      }),
    );
  });
});

const LETTERS = ['A', 'B', 'C'];
const records = ['x', 'y', 'z'].flatMap((A) =>
  ['x', 'y'].flatMap((B) => ['x', 'y'].map((C) => ({ A, B, C }))),
);
const matches = (node: CriteriaNode, record: { [name: string]: string }): boolean =>
  node.kind === 'group'
    ? node.operator === 'OR'
      ? node.children.some((child) => matches(child, record))
      : node.children.every((child) => matches(child, record))
    : node.kind === 'condition' && record[node.field.api_name ?? ''] === node.value;

describe('one rule inside another', () => {
  it('is seen through AND and OR', () => {
    expect(impliesCriteria(parse(and(a, b)), parse(a))).toBe(true);
    expect(impliesCriteria(parse(a), parse(or(a, b)))).toBe(true);
    expect(impliesCriteria(parse(or(a, b)), parse(a))).toBe(false);
    expect(impliesCriteria(parse(and(a, b, c)), parse(and(c, a)))).toBe(true);
    expect(impliesCriteria(parse(and(a, b)), parse(and(a, c)))).toBe(false);
    expect(impliesCriteria(parse(and(a, or(b, c))), parse(or(b, c, is('Type', 'x'))))).toBe(true);
  });

  it('is never claimed when a record matches the first and not the second', () => {
    expect(LETTERS).toEqual(Object.keys(records[0] ?? {}));
    fc.assert(
      fc.property(plainCriteria, plainCriteria, (left, right) => {
        const [one, two] = [parse(left), parse(right)];
        if (impliesCriteria(one, two))
          expect(records.filter((record) => matches(one, record) && !matches(two, record))).toEqual([]);
        if (canonicalCriteria(one) === canonicalCriteria(two))
          for (const record of records) expect(matches(one, record)).toBe(matches(two, record));
      }),
      { numRuns: 500 },
    );
  });
});
