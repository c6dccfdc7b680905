import { setOperator } from '../../../locking/criteria/tree/edit';
import type { ConditionGroup } from '../../../locking/criteria/tree/node';
import { useRows } from '../../../ui/use-rows';
import { useStore } from '../../../ui/use-store';
import { useReadOnly } from '../../context/editor';
import { useProblemText } from '../../words/use-problem-text';
import { AddButtons } from './AddButtons';
import { ConditionRow } from './ConditionRow';
import { NodeMenu } from './NodeMenu';
import { OpaqueRow } from './OpaqueRow';
import { useRuleTexts } from './rule-texts';
import { useNode, useRuleTree } from './rule-tree';

/** One node of the criteria, found by its key. */
export function NodeView({ nodeKey }: { readonly nodeKey: string }) {
  const { shown } = useRuleTree();
  const found = useNode(nodeKey);
  const there = useStore(shown, (count) => (found?.number ?? 0) <= count);
  if (!found) return null;
  const { node, number } = found;
  if (node.kind === 'group') return <GroupView node={node} number={number} />;
  if (!there) return <div class="condition" />;
  return node.kind === 'condition' ? (
    <ConditionRow node={node} number={number} />
  ) : (
    <OpaqueRow node={node} number={number} />
  );
}

interface GroupViewProps {
  readonly node: ConditionGroup;
  /** 0: the outermost group. */
  readonly number: number;
}

/** Conditions joined by "all" or "any", with a line at their side that holds them together. */
function GroupView({ node, number }: GroupViewProps) {
  const { t } = useRuleTexts();
  const tree = useRuleTree();
  const readOnly = useReadOnly();
  const { key, operator, children } = node;
  const id = `node-${key}`;
  const problem = useProblemText(id);
  const rows = useRows(
    children.map((child) => child.key),
    (child) => <NodeView key={child} nodeKey={child} />,
  );
  const name = number ? t('group', { group: number }) : t('allConditions');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a part of the tree's lines.
    <div role="group" class="group" id={id} tabIndex={-1} aria-label={name}>
      <div class="group-head">
        <select
          class="operator"
          id={`${id}-operator`}
          aria-label={number ? t('operatorOf', { group: number }) : t('operator')}
          value={operator}
          onChange={({ currentTarget: { value } }) =>
            tree.edit((root) => setOperator(root, key, value === 'OR' ? 'OR' : 'AND'))
          }
        >
          <option value="AND">{t('all')}</option>
          <option value="OR">{t('any')}</option>
        </select>
        {!readOnly && <NodeMenu nodeKey={key} name={name} />}
      </div>
      {problem && (
        <p class="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      <div class="group-body">
        {rows}
        {!readOnly && <AddButtons into={key} group={number} />}
      </div>
    </div>
  );
}
