import {
  fieldAmbiguous,
  fieldMissing,
  invalid,
  mandatory,
  notSupported,
  unknownValue,
  wrongType,
} from './configuration-errors';
import { isArray, isObject, type Json, type JsonObject, textAt } from './json';
import type { Field, FieldRef, Module } from './types';

const OPERATORS = ['AND', 'OR'];

/**
 * The field that a reference names by id, by API name, or by both, with both filled in. Two that disagree are
 * AMBIGUITY_DURING_PROCESSING, none is EXPECTED_FIELD_MISSING.
 */
export function resolveField(module: Module, reference: Json | undefined, path: string): [Field, FieldRef] {
  if (reference !== undefined && !isObject(reference)) throw wrongType(path, 'jsonobject');
  const id = reference && textAt(reference, 'id');
  const name = reference && textAt(reference, 'api_name');
  if (!reference || (!id && !name)) throw fieldMissing(path);
  const byId = module.fields.find((field) => field.id === id);
  const byName = module.fields.find((field) => field.api_name === name);
  if (name && !byName) throw invalid(`${path}.api_name`, 'field not found');
  if (id && !byId) throw invalid(`${path}.id`, 'field not found');
  if (byId && byName && byId !== byName) throw fieldAmbiguous(path);
  const field = byName ?? byId;
  if (!field) throw fieldMissing(path);
  return [field, { ...reference, api_name: field.api_name, id: field.id }];
}

function leaf(module: Module, node: JsonObject, path: string): JsonObject {
  const [field, reference] = resolveField(module, node.field, `${path}.field`);
  // Files and subforms cannot be compared, and a rule about being locked would chase itself.
  if (!field.filterable || field.api_name === 'Locked__s')
    throw notSupported(`${path}.field.api_name`, 'field not supported');
  if (!textAt(node, 'comparator')) throw mandatory(`${path}.comparator`);
  if (node.value === undefined) throw mandatory(`${path}.value`);
  return { ...node, field: reference };
}

/**
 * Criteria with every field reference filled in; keys, comparators and tokens that are not known are kept as they
 * came, and so is a node that is neither a leaf nor a group. Zoho states no greatest depth or number of leaves.
 */
export function validateCriteria(module: Module, node: Json | undefined, path: string): JsonObject {
  if (node === undefined || node === null) throw mandatory(path);
  if (!isObject(node) || Object.keys(node).length === 0) throw wrongType(path, 'jsonobject');
  if ('group' in node || 'group_operator' in node) {
    const { group, group_operator } = node;
    if (!isArray(group) || group.length === 0) throw wrongType(`${path}.group`, 'jsonarray');
    if (typeof group_operator !== 'string' || !OPERATORS.includes(group_operator))
      throw unknownValue(`${path}.group_operator`, 'invalid data', OPERATORS);
    return {
      ...node,
      group: group.map((one, index) => validateCriteria(module, one, `${path}.group[${index}]`)),
    };
  }
  return 'field' in node || 'comparator' in node || 'value' in node ? leaf(module, node, path) : node;
}

/** Tasks are locked by one rule only: their status is a closed one. */
export function validateTaskCriteria(module: Module, criteria: JsonObject, path: string): void {
  if (module.api_name !== 'Tasks') return;
  const name = isObject(criteria.field) ? criteria.field.api_name : undefined;
  if (name !== 'Status' || criteria.comparator !== 'equal')
    throw notSupported(`${path}.field.api_name`, 'field not supported');
  const status = module.fields.find((field) => field.api_name === 'Status');
  const closed = (status?.pick_list_values ?? [])
    .filter((value) => value.forecast_type === 'Closed')
    .map((value) => value.actual_value);
  const accepted = ['Closed', `\${${'CLOSED'}}`, ...closed];
  if (!accepted.some((value) => value === criteria.value))
    throw unknownValue(`${path}.value`, 'invalid data', accepted);
}
