import fc from 'fast-check';
import { type Field, fieldKind, parseField } from '../../../src/locking/configuration/fields';
import {
  type ComparatorChoice,
  comparatorChoices,
  comparatorOf,
} from '../../../src/locking/criteria/values/comparators';
import { isArray, type Json, type JsonObject } from '../../sandbox/api/json';
import type { Org } from '../../sandbox/api/org';

const TOKENS = ['TODAY', 'YESTERDAY', 'TOMORROW', 'THISWEEK', 'OPEN', 'EMPTY', 'NOTEMPTY'].map(
  (word) => `\${${word}}`,
);

/** Texts that quoting, patterns and letters could go wrong with. */
export const ODD_TEXTS = [
  ...["O'Hara's", "''", '100% paper', 'a_b', 'axb', 'A\\B', '"both"', 'ÄRGER', 'ärger', '%', 'x and y'],
];

export const fieldsOf = (org: Org, module: string): Field[] =>
  (org.module(module)?.fields ?? []).flatMap((field) => parseField(field) ?? []);

/** The form in which criteria hold what a record holds. */
const asWanted = (value: Json): Json =>
  isArray(value) ? value.join(';') : typeof value === 'object' ? value : String(value);

const overText = (values: fc.Arbitrary<Json>, change: (text: string) => string): fc.Arbitrary<Json> =>
  values.map((value) => (typeof value === 'string' ? change(value) : value));

/** Values that some records have, parts of them, values of the field's list, tokens, and what fits nothing. */
const wantedValue = (org: Org, module: string, field: Field): fc.Arbitrary<Json> => {
  const held = org
    .records(module)
    .map((record) => org.value(module, record, field.apiName))
    .filter((value) => value !== null && !(isArray(value) && value.length === 0));
  const whole = fc.constantFrom(...(held.length ? held : ['x'])).map(asWanted);
  const part = fc
    .tuple(fc.nat(12), fc.integer({ min: 1, max: 8 }))
    .chain(([from, length]) => overText(whole, (text) => text.slice(from, from + length)));
  const listed = field.picklist.length
    ? [fc.constantFrom(...field.picklist.map(({ value }): Json => value))]
    : [];
  const free =
    fieldKind(field) === 'text'
      ? [part, overText(whole, (text) => text.toUpperCase()), fc.constantFrom(...ODD_TEXTS), fc.string()]
      : [];
  return fc.oneof(
    { weight: 8, arbitrary: fc.oneof(whole, ...listed, ...free) },
    { weight: 1, arbitrary: fc.constantFrom(...TOKENS) },
  );
};

const inOrder = (pair: readonly Json[]): Json => pair.toSorted((a, b) => ((a ?? 0) < (b ?? 0) ? -1 : 1));

const valueFor = (value: fc.Arbitrary<Json>, choice: ComparatorChoice): fc.Arbitrary<Json> => {
  if (choice === 'in' || choice === 'not_in') return fc.array(value, { minLength: 1, maxLength: 4 });
  if (choice === 'between' || choice === 'not_between') return fc.tuple(value, value).map(inOrder);
  return value;
};

/** One condition on a field by a comparator that fits it, as an editor would make it. */
const conditionOn = (
  org: Org,
  module: string,
  field: Field,
  choice: ComparatorChoice,
): fc.Arbitrary<JsonObject> => {
  const { comparator, value: fixed } = comparatorOf(choice);
  const value =
    fixed === undefined ? valueFor(wantedValue(org, module, field), choice) : fc.constant<Json>(fixed);
  return value.map((one) => ({ comparator, field: { api_name: field.apiName }, value: one }));
};

/** Conditions on the fields of a module, or on one of them, by any comparator or by one. */
export const orgCondition = (
  org: Org,
  module: string,
  only?: ComparatorChoice,
  name?: string,
): fc.Arbitrary<JsonObject> => {
  const pairs = fieldsOf(org, module)
    .filter(({ apiName }) => name === undefined || apiName === name)
    .flatMap((field) =>
      comparatorChoices(field, module)
        .filter((choice) => only === undefined || choice === only)
        .map((choice) => ({ field, choice })),
    );
  return fc.constantFrom(...pairs).chain(({ field, choice }) => conditionOn(org, module, field, choice));
};

/** Criteria of any form over the values that an org has. */
export const orgCriteria = (org: Org, module: string): fc.Arbitrary<JsonObject> =>
  fc.letrec<{ node: JsonObject }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      orgCondition(org, module),
      fc.record({
        group_operator: fc.constantFrom('AND', 'OR'),
        group: fc.array(tie('node'), { minLength: 1, maxLength: 3 }),
      }),
    ),
  })).node;
