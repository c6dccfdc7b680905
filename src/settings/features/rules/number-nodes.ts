import type { CriteriaNode } from '../../../locking/criteria/tree/node';

/** Numbers by node key: conditions through the whole rule in reading order, groups inside the root likewise; the root is 0. */
export function numberNodes(root: CriteriaNode | null): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  let [conditions, groups] = [0, root?.kind === 'group' ? -1 : 0];
  const visit = (node: CriteriaNode): void => {
    if (node.kind === 'group') {
      numbers.set(node.key, ++groups);
      node.children.forEach(visit);
    } else numbers.set(node.key, ++conditions);
  };
  if (root) visit(root);
  return numbers;
}
