import { type Root, removeNode } from '../../../locking/criteria/tree/edit';
import { parentOf } from '../../../locking/criteria/tree/find';
import type { CriteriaNode } from '../../../locking/criteria/tree/node';
import { IconButton } from '../../../ui/IconButton';
import type { BuilderTools, RulesContext } from './rules-context';

const firstControl = (node: CriteriaNode): string =>
  node.kind === 'condition' ? `node-${node.key}-field` : `node-${node.key}`;

/** Where the focus goes when a node is removed: to its neighbour, else to what is around it. */
export function focusAfterRemoval(root: Root, key: string): string | undefined {
  const parent = parentOf(root, key);
  if (!parent) return undefined;
  const index = parent.children.findIndex((child) => child.key === key);
  const neighbour = parent.children[index + 1] ?? parent.children[index - 1];
  return neighbour ? firstControl(neighbour) : focusAfterRemoval(root, parent.key);
}

interface RemoveButtonProps {
  readonly node: CriteriaNode;
  /** What is removed, in words. */
  readonly name: string;
  readonly tools: BuilderTools;
  readonly context: RulesContext;
}

export function RemoveButton({ node, name, tools, context: { t } }: RemoveButtonProps) {
  const remove = () =>
    tools.edit((root) => removeNode(root, node.key), focusAfterRemoval(tools.root(), node.key) ?? tools.home);
  return <IconButton icon="remove" label={t('remove', { name })} onClick={remove} />;
}
