import { depthOf } from './depth';
import { type Root, removeNode } from './edit';
import { findNode, parentOf } from './find';
import { type ConditionGroup, type CriteriaNode, DEEPEST } from './node';

/** Replaces the children of one group. All other nodes stay the same objects. */
const withChildren = (root: CriteriaNode, key: string, children: readonly CriteriaNode[]): CriteriaNode => {
  if (root.kind !== 'group') return root;
  if (root.key === key) return { ...root, children };
  const next = root.children.map((child) => withChildren(child, key, children));
  return next.every((child, i) => child === root.children[i]) ? root : { ...root, children: next };
};

const swap = (group: ConditionGroup, from: number, to: number): readonly CriteriaNode[] => {
  const children = [...group.children];
  children.splice(to, 0, ...children.splice(from, 1));
  return children;
};

const indexIn = (group: ConditionGroup, key: string): number =>
  group.children.findIndex((child) => child.key === key);

/** Moves a node one place up (-1) or down (1) inside its group. */
export const moveNode = (root: Root, key: string, step: -1 | 1): Root => {
  const parent = parentOf(root, key);
  if (!root || !parent) return root;
  const from = indexIn(parent, key);
  const to = from + step;
  return to < 0 || to >= parent.children.length
    ? root
    : withChildren(root, parent.key, swap(parent, from, to));
};

/**
 * The groups that a node may move into, by key, in reading order: not the one it is in, none inside itself, and none where it
 * would nest more than DEEPEST groups.
 */
export const moveTargets = (root: Root, key: string): readonly string[] => {
  const node = findNode(root, key);
  if (!root || !node) return [];
  const parent = parentOf(root, key)?.key;
  const room = DEEPEST - depthOf(node);
  const targets: string[] = [];
  const visit = (group: CriteriaNode, around: number): void => {
    if (group.kind !== 'group' || group === node || around >= room) return;
    if (group.key !== parent) targets.push(group.key);
    for (const child of group.children) visit(child, around + 1);
  };
  visit(root, 0);
  return targets;
};

/** Whether a node may move into this group, see `moveTargets`. */
export const canMoveInto = (root: Root, key: string, groupKey: string): boolean =>
  moveTargets(root, key).includes(groupKey);

/** Moves a node to the end of another group. A group that becomes empty is removed; one with one node left stays a group. */
export const moveInto = (root: Root, key: string, groupKey: string): Root => {
  const node = findNode(root, key);
  const group = findNode(root, groupKey);
  const parent = parentOf(root, key);
  if (!root || !node || !parent || group?.kind !== 'group' || !canMoveInto(root, key, groupKey)) return root;
  const rest = parent.children.filter((child) => child !== node);
  const taken = withChildren(root, parent.key, rest);
  const target = findNode(taken, groupKey);
  if (target?.kind !== 'group') return root;
  const moved = withChildren(taken, groupKey, [...target.children, node]);
  return rest.length ? moved : removeNode(moved, parent.key);
};
