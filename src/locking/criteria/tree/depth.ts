import { findNode } from './find';
import { type CriteriaNode, DEEPEST } from './node';

/** The groups inside one another: 0 for a condition, 1 for a group of conditions. */
export const depthOf = (node: CriteriaNode): number =>
  node.kind === 'group' ? 1 + node.children.reduce((most, child) => Math.max(most, depthOf(child)), 0) : 0;

/** The groups around a node, the root included; undefined when the tree does not hold it. */
export const groupsAround = (root: CriteriaNode | null, key: string): number | undefined => {
  if (root?.key === key) return 0;
  if (root?.kind !== 'group') return undefined;
  for (const child of root.children) {
    const found = groupsAround(child, key);
    if (found !== undefined) return found + 1;
  }
  return undefined;
};

/** Whether `addGroup` may add a group here (default: the root) without nesting more than DEEPEST groups. */
export const canAddGroup = (root: CriteriaNode | null, parentKey?: string): boolean => {
  if (!root) return true;
  const key = parentKey ?? root.key;
  const around = groupsAround(root, key);
  // A parent that is a condition becomes a group first.
  return around !== undefined && around + 2 <= DEEPEST;
};

/** Whether `wrapInGroup` may put a group around this node. */
export const canWrap = (root: CriteriaNode | null, key: string): boolean => {
  const node = findNode(root, key);
  return node !== undefined && (groupsAround(root, key) ?? 0) + 1 + depthOf(node) <= DEEPEST;
};
