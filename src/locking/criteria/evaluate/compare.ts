import { isList, isObject, type Json, plainText, stringAt } from '../../../base/json';
import type { FieldKind } from '../../configuration/fields';
import { type ComparatorChoice, isToken } from '../values/comparators';
import { type CalendarHabits, type Days, periodsOf } from './periods';
import { type Answer, agreed, someOf, type UnknownReason } from './truth';

/** What comparing takes beside the two values. */
export interface Comparing extends CalendarHabits {
  /** The day of a moment (ISO 8601 with an offset) in the user's time zone; undefined when it is none. */
  readonly dayOf: (moment: string) => string | undefined;
}

/** The positive comparators: the negative ones deny them. */
export type PositiveChoice = Exclude<
  ComparatorChoice,
  `not_${string}` | 'in' | 'empty' | 'equal_role' | 'equal_group'
>;

/** Whether something lies in a span, with what is before and after it. */
const inOrder = <T extends string | number>(
  choice: PositiveChoice,
  value: T,
  low: { readonly from: T; readonly to: T },
  high = low,
): Answer => {
  switch (choice) {
    case 'equal':
      return value >= low.from && value <= low.to;
    case 'less_than':
      return value < low.from;
    case 'less_equal':
      return value <= low.to;
    case 'greater_than':
      return value > low.to;
    case 'greater_equal':
      return value >= low.from;
    case 'between':
      return value >= low.from && value <= high.to;
    default:
      return 'comparator';
  }
};

/** More digits than a JavaScript number can tell apart. */
const isExact = (text: string): boolean => text.replace(/[-.]|^0+/g, '').length <= 15;

const compareNumbers = (choice: PositiveChoice, held: Json, wanted: readonly Json[]): Answer => {
  const texts = [held, ...wanted].map(plainText);
  const [value = Number.NaN, low = Number.NaN, high = low] = texts.map(Number);
  if (texts.some((text) => text.trim() === '') || [value, low, high].some(Number.isNaN)) return 'value';
  if (!texts.every(isExact)) return 'precision';
  return inOrder(choice, value, { from: low, to: low }, { from: high, to: high });
};

const textTest = (choice: PositiveChoice, held: string, wanted: string): Answer => {
  switch (choice) {
    case 'equal':
      return held === wanted;
    case 'contains':
      return held.includes(wanted);
    case 'starts_with':
      return held.startsWith(wanted);
    case 'ends_with':
      return held.endsWith(wanted);
    default:
      return 'comparator';
  }
};

/** Zoho does not say whether upper and lower case or outer spaces count. */
const compareTexts = (choice: PositiveChoice, held: Json, wanted: Json | undefined): Answer => {
  if (typeof held !== 'string' || typeof wanted !== 'string') return 'value';
  const forms = [(text: string) => text, (text: string) => text.trim()];
  const readings = forms.flatMap((form) => [
    textTest(choice, form(held), form(wanted)),
    textTest(choice, form(held).toLowerCase(), form(wanted).toLowerCase()),
  ]);
  return agreed(readings, 'letterCase');
};

const listOf = (value: Json): readonly string[] =>
  isList(value) ? value.map(plainText) : plainText(value).split(';').filter(Boolean);

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((item) => b.includes(item));

const compareSeveral = (choice: PositiveChoice, held: Json, wanted: Json | undefined): Answer => {
  if (typeof wanted !== 'string') return 'value';
  const [has, asked] = [listOf(held), listOf(wanted)];
  const small = (texts: readonly string[]) => texts.map((text) => text.toLowerCase());
  if (choice === 'equal')
    return agreed([sameSet(has, asked), sameSet(small(has), small(asked))], 'letterCase');
  if (choice !== 'contains') return 'comparator';
  // One of the values, all of them, or a part of the text that they make together.
  const texts = [small(has), small(has).toSorted()].map((list) => list.join(';'));
  const part = wanted.toLowerCase();
  const readings = [
    ...[
      [has, asked],
      [small(has), small(asked)],
    ].flatMap(([list = [], parts = []]) => [
      parts.some((one) => list.includes(one)),
      parts.every((one) => list.includes(one)),
    ]),
    ...texts.map((text) => text.includes(part)),
  ];
  return agreed(readings, 'severalValues');
};

const idOf = (value: Json | undefined): string | undefined =>
  isObject(value) ? stringAt(value, 'id') : undefined;

const compareReferences = (choice: PositiveChoice, held: Json, wanted: Json | undefined): Answer => {
  const [has, asked] = [idOf(held), idOf(wanted)];
  if (has === undefined || asked === undefined) return 'value';
  return choice === 'equal' ? has === asked : 'comparator';
};

const DAY = /^\d{4}-\d\d-\d\d$/;

/** The days that a value of the criteria means, in each possible reading. */
const daysOf = (wanted: Json | undefined, habits: CalendarHabits): readonly Days[] | UnknownReason => {
  if (typeof wanted !== 'string') return 'value';
  if (DAY.test(wanted)) return [{ from: wanted, to: wanted }];
  if (!isToken(wanted)) return 'value';
  const periods = periodsOf(wanted, habits);
  return periods.length ? periods : 'token';
};

const compareDays = (
  choice: PositiveChoice,
  day: string | undefined,
  wanted: readonly Json[],
  comparing: Comparing,
): Answer => {
  if (day === undefined || !DAY.test(day)) return 'value';
  const [first, last] = [daysOf(wanted[0], comparing), daysOf(wanted[1] ?? wanted[0], comparing)];
  if (typeof first === 'string') return first;
  if (typeof last === 'string') return last;
  // Both ends are read in the same way.
  const readings = first.map((low, i) => inOrder(choice, day, low, last[i] ?? last[0] ?? low));
  return agreed(readings, 'calendar');
};

const compareMoments = (
  choice: PositiveChoice,
  held: Json,
  wanted: readonly Json[],
  comparing: Comparing,
): Answer => {
  if (typeof held !== 'string') return 'value';
  if (wanted.some(isToken)) return compareDays(choice, comparing.dayOf(held), wanted, comparing);
  const [value = Number.NaN, low = Number.NaN, high = low] = [held, ...wanted].map((one) =>
    Date.parse(plainText(one)),
  );
  if ([value, low, high].some(Number.isNaN)) return 'value';
  // Zoho's date-times have whole seconds: how a fraction is compared is not stated.
  if ([value, low, high].some((moment) => moment % 1000 !== 0)) return 'precision';
  return inOrder(choice, value, { from: low, to: low }, { from: high, to: high });
};

/** Whether a value that a record holds, and that is not empty, meets a comparison. `wanted`: one value, or two for `between`. */
export const compare = (
  kind: FieldKind,
  choice: PositiveChoice,
  held: Json,
  wanted: readonly Json[],
  comparing: Comparing,
): Answer => {
  switch (kind) {
    case 'number':
      return compareNumbers(choice, held, wanted);
    case 'text':
    case 'picklist':
      return compareTexts(choice, held, wanted[0]);
    case 'multiPicklist':
      return compareSeveral(choice, held, wanted[0]);
    case 'lookup':
    case 'user':
      return compareReferences(choice, held, wanted[0]);
    case 'boolean':
      return typeof held === 'boolean' && choice === 'equal' ? held === wanted[0] : 'value';
    case 'date':
      return compareDays(choice, typeof held === 'string' ? held : undefined, wanted, comparing);
    case 'datetime':
      return compareMoments(choice, held, wanted, comparing);
  }
};

/** Whether a value is one of a list. For a multi-select it is open whether one of its values counts, or all of them. */
export const isAmong = (
  kind: FieldKind,
  held: Json,
  wanted: readonly Json[],
  comparing: Comparing,
): Answer => {
  if (kind !== 'multiPicklist')
    return someOf(wanted.map((one) => compare(kind, 'equal', held, [one], comparing)));
  const [has, asked] = [listOf(held), wanted.map(plainText)];
  const small = (texts: readonly string[]) => texts.map((text) => text.toLowerCase());
  const any = (a: readonly string[], b: readonly string[]) => a.some((one) => b.includes(one));
  return agreed(
    [any(has, asked), any(small(has), small(asked)), sameSet(has, asked), sameSet(small(has), small(asked))],
    'severalValues',
  );
};
