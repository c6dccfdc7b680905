import type { Root } from '../../../locking/criteria/tree/edit';
import type { CriteriaNode } from '../../../locking/criteria/tree/node';

/** A node with its number: conditions through the whole rule in reading order, groups inside the root likewise; the root is 0. */
export interface NumberedNode {
  readonly node: CriteriaNode;
  readonly number: number;
}

const indexes = new WeakMap<CriteriaNode, ReadonlyMap<string, NumberedNode>>();

/** The nodes of criteria by key. Made once for each state of the tree, since every row looks for its own. */
export function indexOf(root: Root): ReadonlyMap<string, NumberedNode> {
  const known = root && indexes.get(root);
  if (known) return known;
  const index = new Map<string, NumberedNode>();
  let [conditions, groups] = [0, root?.kind === 'group' ? -1 : 0];
  const visit = (node: CriteriaNode): void => {
    index.set(node.key, { node, number: node.kind === 'group' ? ++groups : ++conditions });
    if (node.kind === 'group') node.children.forEach(visit);
  };
  if (root) {
    visit(root);
    indexes.set(root, index);
  }
  return index;
}
