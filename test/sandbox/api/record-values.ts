import { type Entry, failure } from './errors';
import { isArray, isObject, type Json, type JsonObject, textAt } from './json';
import type { Org } from './org';
import type { Field, Module } from './types';

const NUMBERS: Readonly<Record<string, string>> = {
  integer: 'integer',
  double: 'double',
  currency: 'double',
  percent: 'double',
};
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/** A user or a record by `{id}` or by its bare id, as Zoho takes both; undefined when there is none. */
function reference(org: Org, field: Field, value: Json): Json | undefined {
  const id = typeof value === 'string' ? value : isObject(value) ? (textAt(value, 'id') ?? '') : '';
  if (field.data_type !== 'lookup') {
    const user = org.user(id);
    return user && { name: user.name, id: user.id, email: user.email };
  }
  const target = isObject(field.lookup.module) ? (textAt(field.lookup.module, 'api_name') ?? '') : '';
  const record = org.record(target, id);
  return record && { name: org.nameOf(target, record), id };
}

/** The data type that Zoho would have expected, or null when the value fits. */
function misfit(field: Field, value: Json): string | null {
  const type = field.data_type;
  const number = NUMBERS[type];
  if (number) {
    const fits = typeof value === 'number' && (type !== 'integer' || Number.isInteger(value));
    return fits ? null : number;
  }
  if (type === 'boolean') return typeof value === 'boolean' ? null : 'boolean';
  if (type === 'multiselectpicklist') return isArray(value) ? null : 'jsonarray';
  if (type === 'date') return typeof value === 'string' && DATE.test(value) ? null : 'date';
  if (type === 'datetime') return typeof value === 'string' && DATE_TIME.test(value) ? null : 'datetime';
  if (type === 'subform' || type === 'fileupload') return isArray(value) ? null : 'jsonarray';
  return typeof value === 'string' ? null : 'text';
}

/**
 * What a body would change: unknown and read-only keys are passed over, as Zoho does, and values are checked by
 * data type and length. Answers the first failure instead where there is one.
 */
export function readValues(
  org: Org,
  module: Module,
  body: JsonObject,
  index: number,
): { values: JsonObject } | { failure: Entry } {
  const values: JsonObject = {};
  for (const field of module.fields) {
    const given = body[field.api_name];
    if (given === undefined || field.read_only) continue;
    const where = { api_name: field.api_name, json_path: `$.data[${index}].${field.api_name}` };
    if (given === null || given === '') {
      if (field.system_mandatory)
        return { failure: failure('MANDATORY_NOT_FOUND', 'required field not found', where) };
      values[field.api_name] = null;
      continue;
    }
    if (field.data_type.endsWith('lookup')) {
      const found = reference(org, field, given);
      if (found === undefined)
        return { failure: failure('INVALID_DATA', 'the id given seems to be invalid', where) };
      values[field.api_name] = found;
      continue;
    }
    const expected = misfit(field, given);
    if (expected)
      return { failure: failure('INVALID_DATA', 'invalid data', { ...where, expected_data_type: expected }) };
    if (typeof given === 'string' && given.length > field.length)
      return { failure: failure('INVALID_DATA', 'invalid data', { ...where, maximum_length: field.length }) };
    values[field.api_name] = given;
  }
  return { values };
}

/** The first mandatory field that a new record lacks. */
export function missingMandatory(module: Module, values: JsonObject, index: number): Entry | null {
  const field = module.fields.find((one) => one.system_mandatory && (values[one.api_name] ?? null) === null);
  if (!field) return null;
  const where = { api_name: field.api_name, json_path: `$.data[${index}].${field.api_name}` };
  return failure('MANDATORY_NOT_FOUND', 'required field not found', where);
}
