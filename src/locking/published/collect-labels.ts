import { isList, isObject, type Json, type JsonObject } from '../../base/json';
import { type Field, fieldKind, findField } from '../configuration/fields';
import { fieldReference } from '../criteria/tree/node';
import { isToken } from '../criteria/values/comparators';
import type { FieldLabel, FieldLabels } from './labels';

/** The conditions of criteria, whatever form they have. */
function conditionsOf(node: Json | undefined): readonly JsonObject[] {
  if (!isObject(node)) return [];
  return isList(node.group) ? node.group.flatMap(conditionsOf) : [node];
}

const storedValues = (value: Json | undefined): string[] =>
  (isList(value) ? value : [value]).filter((one): one is string => typeof one === 'string' && !isToken(one));

/**
 * Labels of the fields that these criteria and this list of fields speak of, and of the list values that are compared. Never
 * names of people: of fields that hold people or records no value is told.
 */
export function collectLabels(
  criteria: readonly (Json | undefined)[],
  apiNames: readonly string[],
  fields: readonly Field[],
): FieldLabels {
  const found = new Map<
    string,
    { label: string | null; values: Map<string, string | null>; number: boolean }
  >();
  const entry = (reference: { readonly api_name?: string; readonly id?: string }) => {
    const field = findField(fields, reference);
    const name = field?.apiName ?? reference.api_name;
    if (!name) return null;
    const known = found.get(name) ?? {
      label: field?.label ?? null,
      values: new Map(),
      number: field !== undefined && fieldKind(field) === 'number',
    };
    found.set(name, known);
    return { known, field };
  };
  for (const name of apiNames) entry({ api_name: name });
  for (const { field: reference, value } of criteria.flatMap(conditionsOf)) {
    const at = isObject(reference) ? entry(fieldReference(reference)) : null;
    const kind = at?.field && fieldKind(at.field);
    if (!at?.field || (kind !== 'picklist' && kind !== 'multiPicklist')) continue;
    for (const stored of storedValues(value))
      at.known.values.set(stored, at.field.picklist.find((one) => one.value === stored)?.label ?? null);
  }
  return Object.fromEntries(
    [...found].map(([name, { label, values, number }]): [string, FieldLabel] => [
      name,
      { label, ...(values.size > 0 && { values: Object.fromEntries(values) }), ...(number && { number }) },
    ]),
  );
}
