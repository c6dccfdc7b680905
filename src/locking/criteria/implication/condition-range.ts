import { isList, isObject, type Json, stringAt, without } from '../../../base/json';
import { type Field, fieldKind, findField } from '../../configuration/fields';
import type { Condition } from '../tree/node';
import { choiceOf, isToken } from '../values/comparators';
import { isDate } from '../values/values';

/** `among`: one of the values; `notAmong`: none of them. `ordered`: the values are numbers or days. */
interface ValueSet {
  readonly field: string;
  readonly kind: 'among' | 'notAmong';
  readonly values: ReadonlySet<string>;
  readonly ordered: boolean;
}

/** From `low` to `high`; `lowIn` and `highIn`: whether the ends are included. */
interface Ends {
  readonly low: number;
  readonly lowIn: boolean;
  readonly high: number;
  readonly highIn: boolean;
}

interface Bounds extends Ends {
  readonly field: string;
  readonly kind: 'between';
}

/** The values that a condition allows, where that is certain. `filled`: any value but none. `empty`: none. */
export type ConditionRange =
  | ValueSet
  | Bounds
  | { readonly field: string; readonly kind: 'filled' | 'empty' };

const isPlain = ({ source }: Condition): boolean =>
  Object.keys(without(source, ['comparator', 'field', 'value', 'type'])).length === 0 &&
  (source.type === undefined || source.type === 'value');

/** Beyond 15 digits, two different numbers may be the same `number`. */
const NUMBER = /^-?(?=[\d.]{1,16}$)\d{1,15}(\.\d*)?$/;

/** A number or a day as a number; undefined when it is neither, or not certainly one. */
const ordinal = (kind: string, value: string): number | undefined =>
  kind === 'number'
    ? NUMBER.test(value)
      ? Number(value)
      : undefined
    : isDate(value)
      ? Date.parse(value)
      : undefined;

const valueText = (value: Json): string | undefined => {
  if (isToken(value)) return undefined;
  if (isObject(value)) return stringAt(value, 'id');
  return isList(value) || value === null || String(value).trim() === '' ? undefined : String(value);
};

/** The range of a condition; undefined where it is not certain: tokens, multi-selects, unknown fields and forms. */
export const conditionRange = (
  condition: Condition,
  fields: readonly Field[],
): ConditionRange | undefined => {
  const found = findField(fields, condition.field);
  const kind = found && fieldKind(found);
  const choice = choiceOf(condition);
  if (!kind || !choice || kind === 'multiPicklist' || !isPlain(condition)) return undefined;
  const field = found.apiName;
  if (choice === 'not_empty') return { field, kind: 'filled' };
  if (choice === 'empty') return { field, kind: 'empty' };
  const { value = null } = condition;
  const list = choice === 'in' || choice === 'not_in' || choice === 'between';
  if (list !== isList(value)) return undefined;
  const given = isList(value) ? value : [value];
  const ordered = kind === 'number' || kind === 'date';
  const texts = given.flatMap((one) => {
    const text = valueText(one);
    const same = text !== undefined && ordered ? ordinal(kind, text) : text;
    return same === undefined ? [] : String(same);
  });
  const [first, last] = [Number(texts[0]), Number(texts[1])];
  if (!texts.length || texts.length < given.length) return undefined;
  if (choice === 'equal' || choice === 'in') return { field, kind: 'among', values: new Set(texts), ordered };
  if (choice === 'not_equal' || choice === 'not_in')
    return { field, kind: 'notAmong', values: new Set(texts), ordered };
  if (!ordered) return undefined;
  const below = { field, kind: 'between', low: -Infinity, lowIn: false, high: first } as const;
  const above = { field, kind: 'between', low: first, high: Infinity, highIn: false } as const;
  switch (choice) {
    case 'less_than':
      return { ...below, highIn: false };
    case 'less_equal':
      return { ...below, highIn: true };
    case 'greater_than':
      return { ...above, lowIn: false };
    case 'greater_equal':
      return { ...above, lowIn: true };
    case 'between':
      return texts.length === 2 ? { ...above, lowIn: true, high: last, highIn: true } : undefined;
    default:
      return undefined;
  }
};

const isSubset = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  [...a].every((value) => b.has(value));

const isInside = (a: Ends, b: Ends): boolean =>
  (a.low > b.low || (a.low === b.low && (b.lowIn || !a.lowIn))) &&
  (a.high < b.high || (a.high === b.high && (b.highIn || !a.highIn)));

const point = (at: number): Ends => ({ low: at, lowIn: true, high: at, highIn: true });

/** Whether the second allows every value that the first allows. */
export const isWithin = (a: ConditionRange, b: ConditionRange): boolean => {
  if (a.field !== b.field) return false;
  switch (b.kind) {
    case 'filled':
      // Only a comparison that names a value certainly fails for an empty field.
      return a.kind === 'among';
    case 'empty':
      return a.kind === 'empty';
    case 'among':
      return a.kind === 'among' && isSubset(a.values, b.values);
    case 'notAmong':
      return a.kind === 'notAmong' && isSubset(b.values, a.values);
    case 'between':
      if (a.kind === 'between') return isInside(a, b);
      return a.kind === 'among' && a.ordered && [...a.values].every((at) => isInside(point(Number(at)), b));
  }
};
