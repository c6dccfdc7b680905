import { isList, isObject, type Json, type JsonObject, stringAt } from '../../../base/json';

export type GroupOperator = 'AND' | 'OR';

/** A field as Zoho refers to it: by API name, by id or by both. */
export interface FieldReference {
  readonly api_name?: string;
  readonly id?: string;
}

/** One comparison: `{comparator, field, value}`. `source` is its JSON, read or edited, and is what is sent. */
export interface Condition {
  readonly kind: 'condition';
  readonly key: string;
  readonly source: JsonObject;
  readonly comparator: string;
  readonly field: FieldReference;
  /** undefined when the condition has no `value` key at all. */
  readonly value: Json | undefined;
}

/** Nodes joined by AND or OR: `{group_operator, group}`. */
export interface ConditionGroup {
  readonly kind: 'group';
  readonly key: string;
  readonly source: JsonObject;
  readonly operator: GroupOperator;
  readonly children: readonly CriteriaNode[];
}

/** Anything else than the two known shapes, or a group that is nested too deep: shown as it is, sent as it was read. */
export interface OpaqueNode {
  readonly kind: 'opaque';
  readonly key: string;
  readonly source: Json;
  readonly tooDeep?: true;
}

export type CriteriaNode = Condition | ConditionGroup | OpaqueNode;

/**
 * The most groups inside one another. Zoho names no limit; more than these nobody can read, and work that follows them step by
 * step has to end somewhere.
 */
export const DEEPEST = 25;

/** Makes keys that are unique within one editing session. */
export type NewKey = () => string;

export const keySource = (prefix = 'n'): NewKey => {
  let count = 0;
  return () => `${prefix}${++count}`;
};

/** The field reference inside a condition or a list of fields. Parts that are not text are left out. */
export const fieldReference = (source: JsonObject): FieldReference => {
  const apiName = stringAt(source, 'api_name');
  const id = stringAt(source, 'id');
  return { ...(apiName !== undefined && { api_name: apiName }), ...(id !== undefined && { id }) };
};

/** The node for a condition's JSON, or undefined when it is not a condition. */
export const conditionOf = (key: string, source: JsonObject): Condition | undefined => {
  const { comparator, field, value } = source;
  if (typeof comparator !== 'string' || !isObject(field) || 'group' in source || 'group_operator' in source)
    return undefined;
  return { kind: 'condition', key, source, comparator, field: fieldReference(field), value };
};

/** A condition made by the editor, with its keys in the order of Zoho's own samples. */
export const newCondition = (
  newKey: NewKey,
  field: FieldReference = {},
  comparator = '',
  value: Json = null,
): Condition => ({
  kind: 'condition',
  key: newKey(),
  source: { comparator, field: { ...field }, value },
  comparator,
  field,
  value,
});

export const newGroup = (
  newKey: NewKey,
  operator: GroupOperator,
  children: readonly CriteriaNode[],
): ConditionGroup => ({
  kind: 'group',
  key: newKey(),
  source: { group_operator: operator, group: [] },
  operator,
  children,
});

/**
 * Reads criteria. Never fails: an unknown form becomes an opaque node, and so does a group inside DEEPEST others. `around`: the
 * number of groups around the node.
 */
export const parseCriteria = (source: Json, newKey: NewKey, around = 0): CriteriaNode => {
  const key = newKey();
  if (isObject(source)) {
    const { group_operator: operator, group } = source;
    if ((operator === 'AND' || operator === 'OR') && isList(group) && !('comparator' in source)) {
      if (around >= DEEPEST) return { kind: 'opaque', key, source, tooDeep: true };
      const children = group.map((child) => parseCriteria(child, newKey, around + 1));
      return { kind: 'group', key, source, operator, children };
    }
    const condition = conditionOf(key, source);
    if (condition) return condition;
  }
  return { kind: 'opaque', key, source };
};

/** The JSON of a node. A node that was not edited returns the same object that was read. */
export const serialiseCriteria = (node: CriteriaNode): Json => {
  if (node.kind !== 'group') return node.source;
  const children = node.children.map(serialiseCriteria);
  const before = node.source.group;
  return isList(before) && before.length === children.length && children.every((c, i) => c === before[i])
    ? node.source
    : { ...node.source, group: children };
};
