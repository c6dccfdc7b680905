import { canAddGroup } from '../../../locking/criteria/tree/depth';
import { addCondition, addGroup } from '../../../locking/criteria/tree/edit';
import { DEEPEST, newCondition } from '../../../locking/criteria/tree/node';
import { useEditing, useEditor } from '../../context/editor';
import { useRuleTexts } from './rule-texts';
import { rootIn, useRuleTree } from './rule-tree';

interface AddButtonsProps {
  /** Key of the group they add to; undefined: the outermost one. */
  readonly into?: string | undefined;
  /** The number of that group. */
  readonly group?: number | undefined;
}

/** "Add condition" and "Add group"; the new condition's field gets the focus. */
export function AddButtons({ into, group }: AddButtonsProps) {
  const { t } = useRuleTexts();
  const tree = useRuleTree();
  const { newKey } = useEditor();
  const deepest = useEditing((editing) => !canAddGroup(rootIn(editing, tree.ruleKey), into));
  const name = (key: string) => (group ? t(`${key}To`, { group }) : undefined);
  return (
    <div class="row">
      <button
        type="button"
        id={group ? undefined : tree.home}
        class="button quiet"
        aria-label={name('addCondition')}
        onClick={() => {
          const node = newCondition(newKey);
          tree.edit((root) => addCondition(root, newKey, into, node), `node-${node.key}-field`);
        }}
      >
        {t('addCondition')}
      </button>
      <button
        type="button"
        class="button quiet"
        aria-label={name('addGroup')}
        aria-disabled={deepest}
        onClick={() => {
          if (deepest) return;
          // The condition inside has the first key that is taken.
          let first = '';
          const taking = () => {
            const key = newKey();
            first ||= key;
            return key;
          };
          const next = addGroup(tree.root(), taking, into);
          tree.edit(() => next, `node-${first}-field`);
        }}
      >
        {t('addGroup')}
      </button>
      {deepest && <span class="muted">{t('deepest', { limit: DEEPEST })}</span>}
    </div>
  );
}
