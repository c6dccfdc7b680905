import type { ConditionGroup, CriteriaNode } from './node';

/** The node with this key; undefined when the tree (null: no criteria yet) does not hold it. */
export const findNode = (root: CriteriaNode | null, key: string): CriteriaNode | undefined => {
  if (!root || root.key === key) return root ?? undefined;
  if (root.kind !== 'group') return undefined;
  for (const child of root.children) {
    const found = findNode(child, key);
    if (found) return found;
  }
  return undefined;
};

/** The group that holds the node directly. */
export const parentOf = (root: CriteriaNode | null, key: string): ConditionGroup | undefined => {
  if (root?.kind !== 'group') return undefined;
  if (root.children.some((child) => child.key === key)) return root;
  for (const child of root.children) {
    const found = parentOf(child, key);
    if (found) return found;
  }
  return undefined;
};
