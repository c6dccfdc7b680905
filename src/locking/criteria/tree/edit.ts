import type { Json, JsonObject } from '../../../base/json';
import { canAddGroup, canWrap } from './depth';
import { findNode, parentOf } from './find';
import {
  type Condition,
  type ConditionGroup,
  type CriteriaNode,
  conditionOf,
  type FieldReference,
  type GroupOperator,
  type NewKey,
  newCondition,
  newGroup,
} from './node';

/**
 * Edits of a criteria tree. Each takes the root (null: no criteria yet) and returns the new root. Nodes that an edit does
 * not touch stay the same objects, and an edit that makes no sense returns the root as it is.
 */
export type Root = CriteriaNode | null;

/** Replaces a node with what the function returns: any number of nodes inside a group, one or none at the root. */
const replace = (root: Root, key: string, make: (node: CriteriaNode) => readonly CriteriaNode[]): Root => {
  if (!root) return root;
  if (root.key === key) return make(root)[0] ?? null;
  return replaceInside(root, key, make);
};

const replaceInside = (
  node: CriteriaNode,
  key: string,
  make: (node: CriteriaNode) => readonly CriteriaNode[],
): CriteriaNode => {
  if (node.kind !== 'group') return node;
  const children = node.children.flatMap((child) =>
    child.key === key ? make(child) : [replaceInside(child, key, make)],
  );
  return children.length === node.children.length && children.every((c, i) => c === node.children[i])
    ? node
    : { ...node, children };
};

const editCondition = (root: Root, key: string, edit: (condition: Condition) => JsonObject): Root =>
  replace(root, key, (node) =>
    node.kind === 'condition' ? [conditionOf(node.key, edit(node)) ?? node] : [node],
  );

/** Sets another field. The reference is sent as given (the API name alone is enough for Zoho). */
export const setField = (root: Root, key: string, field: FieldReference): Root =>
  editCondition(root, key, ({ source }) => ({ ...source, field: { ...field } }));

export const setComparator = (root: Root, key: string, comparator: string): Root =>
  editCondition(root, key, ({ source }) => ({ ...source, comparator }));

export const setValue = (root: Root, key: string, value: Json): Root =>
  editCondition(root, key, ({ source }) => ({ ...source, value }));

export const setOperator = (root: Root, key: string, operator: GroupOperator): Root =>
  replace(root, key, (node) =>
    node.kind === 'group'
      ? [{ ...node, operator, source: { ...node.source, group_operator: operator } }]
      : [node],
  );

const add = (root: Root, newKey: NewKey, parentKey: string | undefined, node: CriteriaNode): Root => {
  if (!root) return node;
  const parent = parentKey === undefined ? root : findNode(root, parentKey);
  if (!parent) return root;
  return replace(root, parent.key, () => [
    parent.kind === 'group'
      ? { ...parent, children: [...parent.children, node] }
      : newGroup(newKey, 'AND', [parent, node]),
  ]);
};

/** Adds a condition at the end of a group (default: the root). A root that is a condition moves into a new AND group first. */
export const addCondition = (
  root: Root,
  newKey: NewKey,
  parentKey?: string,
  condition: Condition = newCondition(newKey),
): Root => add(root, newKey, parentKey, condition);

/**
 * Adds a group with one new condition. Its operator is the opposite of the group around it. Not inside DEEPEST others, see
 * `canAddGroup`.
 */
export const addGroup = (root: Root, newKey: NewKey, parentKey?: string): Root => {
  if (!canAddGroup(root, parentKey)) return root;
  const parent = parentKey === undefined ? root : findNode(root, parentKey);
  const operator = parent?.kind === 'group' && parent.operator === 'OR' ? 'AND' : 'OR';
  return add(root, newKey, parentKey, newGroup(newKey, operator, [newCondition(newKey)]));
};

/** A group with no other keys than Zoho's two can be dissolved without losing anything. */
const isPlain = (group: ConditionGroup): boolean =>
  Object.keys(group.source).every((key) => key === 'group' || key === 'group_operator');

/**
 * Removes a node. A group that becomes empty is removed too, and a group with one node left is replaced by that node:
 * adding a condition and removing it again changes nothing.
 */
export const removeNode = (root: Root, key: string): Root => {
  const parent = parentOf(root, key);
  if (!parent) return root?.key === key ? null : root;
  const rest = parent.children.filter((child) => child.key !== key);
  if (!rest.length) return removeNode(root, parent.key);
  return replace(root, parent.key, () =>
    rest.length === 1 && isPlain(parent) ? rest : [{ ...parent, children: rest }],
  );
};

/** Puts a new group around a node, unless that would nest too deep, see `canWrap`. */
export const wrapInGroup = (
  root: Root,
  key: string,
  newKey: NewKey,
  operator: GroupOperator = 'AND',
): Root => (canWrap(root, key) ? replace(root, key, (node) => [newGroup(newKey, operator, [node])]) : root);

/** The root can be dissolved only when it holds a single node. A group with unknown keys can't be dissolved. */
export const canUngroup = (root: Root, key: string): boolean => {
  const node = findNode(root, key);
  return node?.kind === 'group' && isPlain(node) && (root?.key !== key || node.children.length === 1);
};

/** Dissolves a group: its nodes replace it. */
export const ungroup = (root: Root, key: string): Root =>
  canUngroup(root, key)
    ? replace(root, key, (node) => (node.kind === 'group' ? node.children : [node]))
    : root;
