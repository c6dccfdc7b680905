import fc from 'fast-check';
import type { Json, JsonObject } from '../../src/base/json';

/** Any JSON at all. `-0` is left out: it is no JSON text of its own. */
export const json: fc.Arbitrary<Json> = fc
  .jsonValue()
  .map((value): Json => JSON.parse(JSON.stringify(value)));

const shuffled = (object: JsonObject): fc.Arbitrary<JsonObject> =>
  fc
    .shuffledSubarray(Object.entries(object), { minLength: Object.keys(object).length })
    .map((entries) => Object.fromEntries(entries));

const unknownKeys = fc.dictionary(fc.constantFrom('zz_new', '$flag', 'note', '7'), json, { maxKeys: 2 });

const field = fc.oneof(
  fc.record({ api_name: fc.constantFrom('Stage', 'Amount', 'Owner', 'Unheard_Of') }),
  fc.record({ api_name: fc.constantFrom('Stage', 'Amount'), id: fc.constantFrom('58431', '58432') }),
);

const condition = fc
  .tuple(
    fc.record({
      comparator: fc.constantFrom('equal', 'not_equal', 'greater_than', 'in', 'is_near'),
      field,
      value: fc.oneof(fc.string(), fc.constantFrom('$' + '{EMPTY}', null), json),
    }),
    fc.oneof(fc.constant({}), fc.constant({ type: 'value' }), unknownKeys),
  )
  .chain(([known, unknown]) => shuffled({ ...unknown, ...known }));

/** Criteria as Zoho holds them or might one day: nested, with unknown keys and nodes of no known form. */
export const criteria: fc.Arbitrary<Json> = fc.letrec<{ node: Json }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    condition,
    json,
    fc
      .tuple(
        fc.constantFrom('AND', 'OR', 'XOR'),
        fc.array(tie('node'), { maxLength: 4 }),
        fc.oneof({ weight: 4, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: unknownKeys }),
      )
      .chain(([group_operator, group, unknown]) => shuffled({ ...unknown, group_operator, group })),
  ),
})).node;

/** Criteria without unknown forms, for what is said of their meaning. */
export const plainCriteria: fc.Arbitrary<Json> = fc.letrec<{ node: Json }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    fc.record({
      comparator: fc.constant('equal'),
      field: fc.record({ api_name: fc.constantFrom('A', 'B', 'C') }),
      value: fc.constantFrom('x', 'y'),
    }),
    fc.record({
      group_operator: fc.constantFrom('AND', 'OR'),
      group: fc.array(tie('node'), { minLength: 1, maxLength: 3 }),
    }),
  ),
})).node;

const id = (prefix: string) => fc.integer({ min: 0, max: 99 }).map((n) => `${prefix}${n}`);

const listed = (prefix: string) =>
  fc.uniqueArray(fc.record({ id: id(prefix), name: fc.string({ minLength: 1 }) }), {
    selector: (item) => item.id,
    maxLength: 3,
  });

const nullable = (list: fc.Arbitrary<Json>): fc.Arbitrary<Json> => fc.oneof(list, fc.constantFrom(null, []));

const rule = fc
  .tuple(
    fc.record(
      { name: fc.string(), id: fc.constant(''), lock_existing_records: fc.boolean(), criteria },
      { requiredKeys: ['name', 'id', 'criteria'] },
    ),
    unknownKeys,
  )
  .map(([known, unknown]): JsonObject => ({ ...unknown, ...known }));

/** A configuration as read, each optional key present, null, empty or absent. */
export const configuration: fc.Arbitrary<JsonObject> = fc
  .tuple(
    fc.record(
      {
        id: fc.constant('5843104000001068044'),
        lock_type: fc.constantFrom('manual', 'automatic', 'both'),
        locked_for: fc.constantFrom('all_profiles', 'all_profiles_except_excluded_profiles'),
        lock_excluded_profiles: nullable(listed('58433')),
        excluded_fields: nullable(
          fc.uniqueArray(fc.record({ api_name: fc.constantFrom('Stage', 'Amount', 'Next_Step') }), {
            selector: (item) => item.api_name,
          }),
        ),
        restricted_actions: fc
          .subarray(['delete', 'tags', 'newest_action'])
          .map((more) => ['update', ...more]),
        restricted_communications: nullable(fc.constant(['send_mail'])),
        restricted_custom_buttons: nullable(listed('58434')),
        lock_for_portal_users: fc.boolean(),
        feature_type: fc.constant('record_locking'),
        system_defined: fc.constant(false),
        created_time: fc.constant('2023-10-23T03:25:06-04:00'),
        modified_by: fc.constant({ name: 'John Smith', id: '5843104000000424001' }),
        locking_rules: fc
          .uniqueArray(rule, { selector: (one) => one.name, maxLength: 3 })
          .map((rules) => rules.map((one, i) => ({ ...one, id: `58435${i}` }))),
      },
      { requiredKeys: ['id', 'lock_type', 'restricted_actions'] },
    ),
    unknownKeys,
  )
  .chain(([known, unknown]) => shuffled({ ...unknown, ...known }));
