import { IconButton } from '../../../ui/IconButton';
import { NodeMenu } from './NodeMenu';
import { useRuleTexts } from './rule-texts';
import { useRuleTree } from './rule-tree';

interface NodeToolsProps {
  readonly nodeKey: string;
  /** What they are of, in words. */
  readonly name: string;
}

/** What stands at the end of a condition's row: its menu, and the button that removes it. */
export function NodeTools({ nodeKey, name }: NodeToolsProps) {
  const { t } = useRuleTexts();
  const tree = useRuleTree();
  return (
    <div class="tools">
      <NodeMenu nodeKey={nodeKey} name={name} />
      <IconButton icon="remove" label={t('remove', { name })} onClick={() => tree.remove(nodeKey)} />
    </div>
  );
}
