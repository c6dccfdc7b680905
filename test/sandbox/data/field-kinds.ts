import type { Field, PickListValue } from '../api/types';
import { idOf } from './ids';

/** A field before it has ids. */
export interface FieldSpec {
  readonly name: string;
  readonly type: string;
  readonly label?: string;
  readonly picks?: readonly (string | readonly [value: string, kind: string])[];
  /** The module a lookup points to. */
  readonly to?: string;
  readonly readOnly?: boolean;
  readonly mandatory?: boolean;
  readonly length?: number;
  readonly custom?: boolean;
}

type More = Omit<FieldSpec, 'name' | 'type' | 'picks' | 'to'>;

export const field = (type: string, name: string, more: More = {}): FieldSpec => ({ type, name, ...more });
export const lookup = (name: string, to: string, more: More = {}): FieldSpec => ({
  type: 'lookup',
  name,
  to,
  ...more,
});
export const pick = (
  name: string,
  picks: readonly (string | readonly [string, string])[],
  more: More = {},
): FieldSpec => ({ type: 'picklist', name, picks, ...more });

export const multi = (name: string, picks: readonly string[], more: More = {}): FieldSpec => ({
  type: 'multiselectpicklist',
  name,
  picks,
  ...more,
});

const NOW_AND_WHO: readonly FieldSpec[] = [
  field('ownerlookup', 'Created_By', { readOnly: true }),
  field('ownerlookup', 'Modified_By', { readOnly: true }),
  field('datetime', 'Created_Time', { readOnly: true }),
  field('datetime', 'Modified_Time', { readOnly: true }),
  field('datetime', 'Last_Activity_Time', { readOnly: true }),
];

/** What every module has; `Locked__s` only where records can be locked. */
export const commonFields = (locking: boolean): readonly FieldSpec[] => [
  field('ownerlookup', 'Owner'),
  ...NOW_AND_WHO,
  field('text', 'Tag', { length: 2000 }),
  field('textarea', 'Description', { length: 32_000 }),
  ...(locking ? [field('boolean', 'Locked__s', { readOnly: true, label: 'Locked' })] : []),
];

const JSON_TYPES: Readonly<Record<string, string>> = {
  integer: 'integer',
  bigint: 'string',
  double: 'double',
  currency: 'double',
  percent: 'double',
  formula: 'double',
  boolean: 'boolean',
  lookup: 'jsonobject',
  ownerlookup: 'jsonobject',
  userlookup: 'jsonobject',
  multiselectpicklist: 'jsonarray',
  subform: 'jsonarray',
  fileupload: 'jsonarray',
};
const LENGTHS: Readonly<Record<string, number>> = {
  textarea: 2000,
  email: 100,
  phone: 30,
  website: 450,
  picklist: 120,
  text: 255,
};

const pickValues = (spec: FieldSpec, prefix: string, id: number): PickListValue[] =>
  (spec.picks ?? []).map((given, index) => {
    const [value, kind] = typeof given === 'string' ? [given, undefined] : given;
    return {
      id: idOf(prefix, 600_000 + (id % 100_000) * 40 + index),
      display_value: value,
      actual_value: value,
      reference_value: value,
      sequence_number: index + 1,
      type: 'used',
      ...(kind ? { forecast_type: kind } : {}),
    };
  });

export function makeField(
  spec: FieldSpec,
  id: number,
  prefix: string,
  moduleId: (name: string) => string,
): Field {
  const label = spec.label ?? spec.name.replaceAll('_', ' ').trim();
  const computed = spec.type === 'formula' || spec.type === 'autonumber';
  const readOnly = spec.readOnly ?? computed;
  return {
    id: idOf(prefix, id),
    api_name: spec.name,
    field_label: label,
    display_label: label,
    data_type: spec.type,
    json_type: spec.name === 'Tag' ? 'jsonarray' : (JSON_TYPES[spec.type] ?? 'string'),
    read_only: readOnly,
    field_read_only: readOnly,
    custom_field: spec.custom ?? false,
    system_mandatory: spec.mandatory ?? false,
    length: spec.length ?? LENGTHS[spec.type] ?? 50,
    decimal_place: ['currency', 'double', 'percent'].includes(spec.type) ? 2 : null,
    visible: true,
    filterable: !['subform', 'fileupload'].includes(spec.type),
    searchable: ['text', 'email', 'phone', 'website', 'picklist', 'autonumber'].includes(spec.type),
    sortable: !['subform', 'fileupload', 'textarea', 'multiselectpicklist'].includes(spec.type),
    pick_list_values: pickValues(spec, prefix, id),
    lookup: spec.to
      ? { module: { api_name: spec.to, id: moduleId(spec.to) }, display_label: label, api_name: spec.name }
      : {},
  };
}
