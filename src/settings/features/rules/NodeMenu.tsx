import { canWrap } from '../../../locking/criteria/tree/depth';
import { canUngroup, type Root, ungroup, wrapInGroup } from '../../../locking/criteria/tree/edit';
import { findNode, parentOf } from '../../../locking/criteria/tree/find';
import { moveInto, moveNode, moveTargets } from '../../../locking/criteria/tree/move';
import type { NewKey } from '../../../locking/criteria/tree/node';
import { Menu, type MenuItem } from '../../../ui/Menu';
import { useEditor } from '../../context/editor';
import { type RuleTexts, useRuleTexts } from './rule-texts';
import { type RuleTree, useRuleTree } from './rule-tree';
import { indexOf } from './tree-index';

interface NodeMenuProps {
  readonly nodeKey: string;
  /** What the menu is of, in words. */
  readonly name: string;
}

/** What else can be done with a condition or group. */
export function NodeMenu({ nodeKey, name }: NodeMenuProps) {
  const texts = useRuleTexts();
  const tree = useRuleTree();
  const { newKey } = useEditor();
  return (
    <Menu
      id={`node-${nodeKey}-menu`}
      label={texts.t('more', { name })}
      items={() => itemsOf(nodeKey, tree, texts, newKey)}
    />
  );
}

function itemsOf(key: string, tree: RuleTree, { t }: RuleTexts, newKey: NewKey): readonly MenuItem[] {
  const root = tree.root();
  const node = findNode(root, key);
  if (!node) return [];
  const items: MenuItem[] = [];
  const offer = (text: string, edit: (now: Root) => Root, focus: string | undefined): void =>
    void items.push({ text, act: () => tree.edit(edit, focus) });
  const again = `node-${key}-menu`;
  const siblings = parentOf(root, key)?.children ?? [node];
  if (siblings[0]?.key !== key) offer(t('moveUp'), (now) => moveNode(now, key, -1), again);
  if (siblings.at(-1)?.key !== key) offer(t('moveDown'), (now) => moveNode(now, key, 1), again);
  const index = indexOf(root);
  for (const groupKey of moveTargets(root, key)) {
    const number = index.get(groupKey)?.number;
    const text = number ? t('moveInto', { group: number }) : t('moveOut');
    offer(text, (now) => moveInto(now, key, groupKey), again);
  }
  if (canWrap(root, key)) offer(t('wrap'), (now) => wrapInGroup(now, key, newKey), again);
  if (node.kind !== 'group') return items;
  const [child] = node.children;
  if (canUngroup(root, key))
    offer(t('ungroup'), (now) => ungroup(now, key), child && `node-${child.key}-menu`);
  items.push({ text: t('removeGroup'), act: () => tree.remove(key) });
  return items;
}
