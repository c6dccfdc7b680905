import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { addCondition, addGroup } from '../../../locking/criteria/tree/edit';
import type { CriteriaNode } from '../../../locking/criteria/tree/node';
import type { ProblemTexts } from '../../words/rule-problem-text';
import { AddButtons } from './AddButtons';
import { GroupView, NodeView } from './CriteriaTree';
import { numberNodes } from './number-nodes';
import type { BuilderTools, RuleActions, RulesContext } from './rules-context';
import { useGradually } from './use-gradually';

interface CriteriaBuilderProps {
  readonly ruleKey: string;
  readonly criteria: CriteriaNode | null;
  readonly texts: ProblemTexts;
  readonly actions: RuleActions;
  readonly context: RulesContext;
}

/** The tree of conditions of one rule. After an edit the focus goes where the edit leads. */
export function CriteriaBuilder({ ruleKey, criteria, texts, actions, context }: CriteriaBuilderProps) {
  const focus = useRef('');
  const latest = useRef(criteria);
  latest.current = criteria;
  const tools = useMemo(
    (): BuilderTools => ({
      home: `rule-${ruleKey}-add`,
      root: () => latest.current,
      edit(edit, id = '') {
        focus.current = id;
        actions.edit(ruleKey, edit);
      },
    }),
    [actions, ruleKey],
  );
  const numbers = useMemo(() => numberNodes(criteria), [criteria]);
  useLayoutEffect(() => {
    const control = focus.current && document.getElementById(focus.current);
    focus.current = '';
    if (!control) return;
    control.focus({ preventScroll: true });
    control.scrollIntoView?.({ block: 'nearest' });
  }, [criteria]);
  const { t, module, readOnly } = context;
  const single = module.apiName === 'Tasks';
  const shown = useGradually(numbers.size);
  const parts = { texts, tools, context, numbers, shown };
  return (
    <div class="criteria">
      <div class="label">{t('criteria')}</div>
      {criteria?.kind === 'group' ? (
        <GroupView node={criteria} first last root {...parts} />
      ) : (
        <div class="group-body">
          {criteria ? (
            <NodeView node={criteria} first last root {...parts} />
          ) : (
            <p class="muted">{t('nothing')}</p>
          )}
          {!readOnly && !single && (
            <AddButtons
              id={tools.home}
              tools={tools}
              context={context}
              addCondition={(root, newKey, node) => addCondition(root, newKey, undefined, node)}
              addGroup={(root, newKey) => addGroup(root, newKey)}
            />
          )}
        </div>
      )}
      {single && <p class="muted">{t('tasks')}</p>}
    </div>
  );
}
