import {
  isList,
  isObject,
  type Json,
  type JsonObject,
  jsonEqual,
  stringAt,
  without,
} from '../../../base/json';
import { type Field, findField } from '../../configuration/fields';
import type { Condition, CriteriaNode, FieldReference, GroupOperator } from '../tree/node';

/** Criteria without what does not change their meaning: order, repetition, brackets around one node or the same operator. */
export interface Canonical {
  readonly text: string;
  readonly operator?: GroupOperator;
  readonly children: readonly Canonical[];
  /** Where it is a condition. */
  readonly condition?: Condition;
}

const ordered = (value: Json): Json =>
  isList(value)
    ? value.map(ordered)
    : isObject(value)
      ? Object.fromEntries(
          Object.keys(value)
            .sort()
            .map((key) => [key, ordered(value[key] ?? null)]),
        )
      : value;

/** References count by id, lists of `in` as sets. */
const canonicalValue = (comparator: string, value: Json): Json => {
  if (isList(value)) {
    const items = value.map((item) => canonicalValue(comparator, item));
    return comparator === 'in' || comparator === 'not_in' ? [...new Set(items.map(String))].sort() : items;
  }
  return isObject(value) ? (stringAt(value, 'id') ?? JSON.stringify(ordered(value))) : value;
};

const fieldName = (field: FieldReference, fields: readonly Field[]): string =>
  findField(fields, field)?.apiName ?? field.api_name ?? field.id ?? '';

const rest = (source: JsonObject, known: readonly string[]): Json => ordered(without(source, known));

export const canonical = (node: CriteriaNode, fields: readonly Field[]): Canonical => {
  if (node.kind === 'opaque') return { text: JSON.stringify(ordered(node.source)), children: [] };
  if (node.kind === 'condition') {
    const value = canonicalValue(node.comparator, node.value ?? null);
    const others = rest(node.source, [
      ...['comparator', 'field', 'value'],
      ...(node.source.type === 'value' ? ['type'] : []),
    ]);
    return {
      text: JSON.stringify([fieldName(node.field, fields), node.comparator, value, others]),
      children: [],
      condition: node,
    };
  }
  const others = rest(node.source, ['group_operator', 'group']);
  const plain = jsonEqual(others, {});
  const parts = new Map<string, Canonical>();
  for (const child of node.children.map((one) => canonical(one, fields)))
    for (const part of child.operator === node.operator && plain ? child.children : [child])
      parts.set(part.text, part);
  const children = [...parts.values()].sort((a, b) => (a.text < b.text ? -1 : 1));
  const [only] = children;
  if (only && children.length === 1 && plain) return only;
  const text = JSON.stringify([node.operator, children.map((child) => child.text), others]);
  return plain ? { text, operator: node.operator, children } : { text, children: [] };
};

/** Text that is the same for criteria that mean the same, as far as their form shows it. */
export const canonicalCriteria = (node: CriteriaNode, fields: readonly Field[] = []): string =>
  canonical(node, fields).text;
