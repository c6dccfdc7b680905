import {
  isList,
  isObject,
  type Json,
  type JsonObject,
  plainText,
  stringAt,
  without,
} from '../../../base/json';
import { type Field, findField } from '../../configuration/fields';
import type { Condition, ConditionGroup, CriteriaNode, FieldReference, GroupOperator } from '../tree/node';
import { type ConditionRange, conditionRange } from './condition-range';

/** Criteria without what does not change their meaning: order, repetition, brackets around one node or the same operator. */
export interface Canonical {
  /** The same for criteria that mean the same. */
  readonly text: string;
  readonly operator?: GroupOperator;
  readonly children: readonly Canonical[];
  /** Of a condition: the values it allows, where that is certain. */
  readonly range?: ConditionRange | undefined;
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

/** References count by id, numbers and booleans by their text, lists of `in` as sets. */
const canonicalValue = (comparator: string, value: Json): Json => {
  if (isList(value)) {
    const items = value.map((item) => canonicalValue(comparator, item));
    return comparator === 'in' || comparator === 'not_in' ? [...new Set(items.map(plainText))].sort() : items;
  }
  if (isObject(value)) return stringAt(value, 'id') ?? JSON.stringify(ordered(value));
  return value === null ? null : plainText(value);
};

const fieldName = (field: FieldReference, fields: readonly Field[]): string =>
  findField(fields, field)?.apiName ?? field.api_name ?? field.id ?? '';

const others = (source: JsonObject, known: readonly string[]): string =>
  JSON.stringify(ordered(without(source, known)));

const NOTHING_ELSE = '{}';

const canonicalCondition = (node: Condition, fields: readonly Field[]): Canonical => {
  const { comparator, field, value = null, source } = node;
  const known = ['comparator', 'field', 'value', ...(source.type === 'value' ? ['type'] : [])];
  const parts = [fieldName(field, fields), comparator, canonicalValue(comparator, value)];
  return {
    text: JSON.stringify([...parts, others(source, known)]),
    children: [],
    range: conditionRange(node, fields),
  };
};

/** Every text is put into the one around it as it is: quoting it again at every level would double its length each time. */
const canonicalGroup = (node: ConditionGroup, fields: readonly Field[]): Canonical => {
  const { operator } = node;
  const rest = others(node.source, ['group_operator', 'group']);
  const plain = rest === NOTHING_ELSE;
  const parts = new Map<string, Canonical>();
  for (const child of node.children.map((one) => canonical(one, fields)))
    for (const part of child.operator === operator && plain ? child.children : [child])
      parts.set(part.text, part);
  const children = [...parts.values()].sort((a, b) => (a.text < b.text ? -1 : 1));
  const [only] = children;
  if (only && children.length === 1 && plain) return only;
  const text = `["${operator}",[${children.map((child) => child.text).join()}],${rest}]`;
  return plain ? { text, operator, children } : { text, children: [] };
};

/** The canonical form of criteria. `fields`: those of the module, so that an id and an API name of one field are the same. */
export const canonical = (node: CriteriaNode, fields: readonly Field[]): Canonical => {
  if (node.kind === 'condition') return canonicalCondition(node, fields);
  if (node.kind === 'group') return canonicalGroup(node, fields);
  return { text: JSON.stringify({ opaque: ordered(node.source) }), children: [] };
};

/** Text that is the same for criteria that mean the same, as far as their form shows it. */
export const canonicalCriteria = (node: CriteriaNode, fields: readonly Field[] = []): string =>
  canonical(node, fields).text;
