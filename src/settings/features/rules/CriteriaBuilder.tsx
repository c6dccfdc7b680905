import { useEffect } from 'preact/hooks';
import { useStore } from '../../../ui/use-store';
import { useEditing, useEditor, useReadOnly } from '../../context/editor';
import { AddButtons } from './AddButtons';
import { NodeView } from './CriteriaTree';
import { useRuleTexts } from './rule-texts';
import { type RuleTree, RuleTreeContext, rootIn, STEP, useNewRuleTree } from './rule-tree';
import { indexOf } from './tree-index';

/** The tree of conditions of one rule. After an edit the focus goes where the edit leads. */
export function CriteriaBuilder({ ruleKey }: { readonly ruleKey: string }) {
  const { t } = useRuleTexts();
  const { module } = useEditor();
  const tree = useNewRuleTree(ruleKey);
  const readOnly = useReadOnly();
  const rootKey = useEditing((editing) => rootIn(editing, ruleKey)?.key);
  const grouped = useEditing((editing) => rootIn(editing, ruleKey)?.kind === 'group');
  useGradually(tree);
  const single = module.apiName === 'Tasks';
  return (
    <div class="criteria">
      <div class="label">{t('criteria')}</div>
      <RuleTreeContext.Provider value={tree}>
        {grouped && rootKey ? (
          <NodeView key={rootKey} nodeKey={rootKey} />
        ) : (
          <div class="group-body">
            {rootKey ? <NodeView key={rootKey} nodeKey={rootKey} /> : <p class="muted">{t('nothing')}</p>}
            {!readOnly && !single && <AddButtons />}
          </div>
        )}
      </RuleTreeContext.Provider>
      {single && <p class="muted">{t('tasks')}</p>}
    </div>
  );
}

/** Shows a few of a tree's rows at first, so that it opens at once, and more with every frame. */
function useGradually({ shown, ruleKey }: RuleTree): void {
  const total = useEditing((editing) => indexOf(rootIn(editing, ruleKey)).size);
  const now = useStore(shown, (count) => count);
  useEffect(() => {
    if (now === Number.POSITIVE_INFINITY) return;
    if (now >= total) return shown.setState(Number.POSITIVE_INFINITY);
    const frame = requestAnimationFrame(() => shown.setState(now + STEP));
    return () => cancelAnimationFrame(frame);
  }, [now, total]);
}
