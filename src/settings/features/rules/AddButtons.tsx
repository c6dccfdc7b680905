import type { Root } from '../../../locking/criteria/tree/edit';
import { type Condition, DEEPEST, type NewKey, newCondition } from '../../../locking/criteria/tree/node';
import type { BuilderTools, RulesContext } from './rules-context';

interface AddButtonsProps {
  readonly tools: BuilderTools;
  readonly context: RulesContext;
  /** The group they add to, when it is not the outermost one. */
  readonly group?: number | undefined;
  readonly id?: string | undefined;
  /** No group fits in here: it would nest too deep. */
  readonly deepest?: boolean;
  addCondition(root: Root, newKey: NewKey, node: Condition): Root;
  addGroup(root: Root, newKey: NewKey): Root;
}

/** "Add condition" and "Add group"; the new condition's field gets the focus. */
export function AddButtons(props: AddButtonsProps) {
  const { tools, context, group, id, deepest = false, addCondition, addGroup } = props;
  const { t, newKey } = context;
  const name = (key: string) => (group ? t(`${key}To`, { group }) : undefined);
  return (
    <div class="row">
      <button
        type="button"
        id={id}
        class="button quiet"
        aria-label={name('addCondition')}
        onClick={() => {
          const node = newCondition(newKey);
          tools.edit((root) => addCondition(root, newKey, node), `node-${node.key}-field`);
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
          const next = addGroup(tools.root(), taking);
          tools.edit(() => next, `node-${first}-field`);
        }}
      >
        {t('addGroup')}
      </button>
      {deepest && <span class="muted">{t('deepest', { limit: DEEPEST })}</span>}
    </div>
  );
}
