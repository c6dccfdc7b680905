/** A big module: 500 fields and five rules of 25 conditions of every kind, as the API would answer. */

const FIELDS = 500;
const RULES = 5;
const CONDITIONS = 25;

const id = (number: number): string => String(5_843_104_000_009_000_000n + BigInt(number));

const TYPES = ['text', 'picklist', 'currency', 'date', 'boolean', 'datetime', 'email', 'integer'];

const fieldOf = (index: number) => ({
  id: id(index),
  api_name: `Field_${index}`,
  field_label: `Field number ${index}`,
  data_type: TYPES[index % TYPES.length],
  read_only: false,
  field_read_only: false,
  filterable: true,
  pick_list_values: Array.from({ length: index % TYPES.length === 1 ? 100 : 0 }, (_, value) => ({
    actual_value: `Value ${value}`,
    display_value: `Value ${value}`,
  })),
});

const VALUES = [
  'some text',
  'Value 7',
  '50000',
  '2026-12-31',
  'true',
  '2026-12-31T10:00:00+01:00',
  'a@b.c',
  '12',
];

const conditionOf = (index: number) => ({
  comparator: 'equal',
  field: { api_name: `Field_${index}`, id: id(index) },
  value: VALUES[index % VALUES.length],
});

const ruleOf = (rule: number) => ({
  id: id(10_000 + rule),
  name: `Big rule ${rule}`,
  lock_existing_records: false,
  criteria: {
    group_operator: 'AND',
    group: Array.from({ length: 5 }, (_, group) => ({
      group_operator: 'OR',
      group: Array.from({ length: CONDITIONS / 5 }, (__, i) => conditionOf(rule * 40 + group * 5 + i)),
    })),
  },
});

export const FIELDS_REPLY = { fields: Array.from({ length: FIELDS }, (_, index) => fieldOf(index)) };

export const CONFIGURATION_REPLY = {
  record_locking_configurations: [
    {
      id: id(20_000),
      lock_type: 'both',
      locked_for: 'all_profiles',
      locking_rules: Array.from({ length: RULES }, (_, rule) => ruleOf(rule)),
      restricted_actions: ['update'],
      lock_for_portal_users: true,
      feature_type: 'record_locking',
      system_defined: false,
    },
  ],
};
