import { isList, type Json } from '../../../base/json';
import { type Field, fieldKind } from '../../configuration/fields';
import type { ComparatorChoice } from '../values/comparators';
import { isOnlyPartOfItself, literalOf, patternLiteral } from './literals';

/** `value`: of the wrong form. `text`: COQL may read it differently. `list`: more than 50 values. */
export type Comparison =
  | { readonly test: string }
  | { readonly test?: never; readonly reason: 'comparator' | 'value' | 'text' | 'list' };

/** COQL takes no more in `in (…)`. */
const LONGEST_LIST = 50;

const OPERATORS: { readonly [choice in ComparatorChoice]?: string } = {
  equal: '=',
  not_equal: '!=',
  less_than: '<',
  less_equal: '<=',
  greater_than: '>',
  greater_equal: '>=',
};

const LISTS: { readonly [choice in ComparatorChoice]?: string } = { in: 'in', not_in: 'not in' };

const RANGES: { readonly [choice in ComparatorChoice]?: string } = {
  between: 'between',
  not_between: 'not between',
};

const PATTERNS: { readonly [choice in ComparatorChoice]?: readonly ['%' | '', string, '%' | ''] } = {
  contains: ['%', 'like', '%'],
  not_contains: ['%', 'not like', '%'],
  starts_with: ['', 'like', '%'],
  ends_with: ['%', 'like', ''],
};

const NEGATIVE: ReadonlySet<ComparatorChoice> = new Set([
  'not_equal',
  'not_in',
  'not_between',
  'not_contains',
]);

/** Whether it is a negative comparator: Zoho does not say whether those match an empty field. */
export const isNegative = (choice: ComparatorChoice): boolean => NEGATIVE.has(choice);

const patternTest = (
  column: string,
  field: Field,
  [before, operator, after]: readonly ['%' | '', string, '%' | ''],
  value: Json,
): Comparison => {
  if (typeof value !== 'string') return { reason: 'value' };
  // COQL sees all values of a multi-select as one text: it would also find part of another value.
  if (fieldKind(field) === 'multiPicklist' && !isOnlyPartOfItself(field, value)) return { reason: 'text' };
  const pattern = patternLiteral(before, value, after);
  return pattern === undefined ? { reason: 'text' } : { test: `${column} ${operator} ${pattern}` };
};

/** A column compared with a value that comes from `normaliseValue`. */
export const comparison = (
  column: string,
  field: Field,
  choice: ComparatorChoice,
  value: Json,
): Comparison => {
  if (choice === 'empty') return { test: `${column} is null` };
  if (choice === 'not_empty') return { test: `${column} is not null` };
  const pattern = PATTERNS[choice];
  if (pattern) return patternTest(column, field, pattern, value);
  const kind = fieldKind(field);
  const given = isList(value) ? value : [value];
  const literals = given.flatMap((item) => (kind && literalOf(kind, item)) ?? []);
  if (literals.length < given.length)
    return { reason: kind === 'lookup' || kind === 'user' ? 'value' : 'text' };
  const operator = OPERATORS[choice];
  if (operator) return { test: `${column} ${operator} ${literals.join()}` };
  const range = RANGES[choice];
  if (range) return { test: `(${column} ${range} ${literals.join(' and ')})` };
  const list = LISTS[choice];
  if (!list) return { reason: 'comparator' };
  const distinct = [...new Set(literals)];
  return distinct.length > LONGEST_LIST
    ? { reason: 'list' }
    : { test: `${column} ${list} (${distinct.join(', ')})` };
};
