import { addCondition, addGroup, setOperator } from '../../../locking/criteria/tree/edit';
import { type ConditionGroup, type CriteriaNode, DEEPEST } from '../../../locking/criteria/tree/node';
import type { ProblemTexts } from '../../words/rule-problem-text';
import { AddButtons } from './AddButtons';
import { ConditionRow } from './ConditionRow';
import { NodeMenu } from './NodeMenu';
import { OpaqueRow } from './OpaqueRow';
import type { BuilderTools, RulesContext } from './rules-context';

/** What every node of the tree gets. */
export interface NodeParts {
  readonly texts: ProblemTexts;
  readonly tools: BuilderTools;
  readonly context: RulesContext;
  readonly numbers: ReadonlyMap<string, number>;
  /** Conditions with a higher number come with one of the next frames. */
  readonly shown: number;
  /** Its place among its neighbours. */
  readonly first: boolean;
  readonly last: boolean;
  readonly root?: boolean;
  /** How many groups are around it. */
  readonly around?: number;
}

export interface NodeViewProps<Node extends CriteriaNode = CriteriaNode> extends NodeParts {
  readonly node: Node;
}

export function NodeView({ node, ...parts }: NodeViewProps) {
  if (node.kind === 'group') return <GroupView node={node} {...parts} />;
  const { texts, tools, context, numbers, first, last, root = false } = parts;
  const number = numbers.get(node.key) ?? 0;
  if (number > parts.shown) return <div class="condition" />;
  const id = `node-${node.key}`;
  if (node.kind === 'opaque')
    return <OpaqueRow {...{ node, number, tools, context, first, last, root }} problem={texts.get(id)} />;
  return (
    <ConditionRow
      {...{ node, number, tools, context, first, last, root }}
      problem={texts.get(id)}
      fieldProblem={texts.get(`${id}-field`)}
      comparatorProblem={texts.get(`${id}-comparator`)}
      valueProblem={texts.get(`${id}-value`)}
    />
  );
}

/** Conditions joined by "all" or "any", with a line at their side that holds them together. */
export function GroupView(props: NodeViewProps<ConditionGroup>) {
  const { node, root = false, first, last, around = 0, ...parts } = props;
  const { texts, tools, context, numbers } = parts;
  const { t, readOnly } = context;
  const { key, operator, children } = node;
  const id = `node-${key}`;
  const number = numbers.get(key) ?? 0;
  const name = root ? t('allConditions') : t('group', { group: number });
  const problem = texts.get(id);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a part of the tree's lines.
    <div role="group" class="group" id={id} tabIndex={-1} aria-label={name}>
      <div class="group-head">
        <select
          class="operator"
          id={`${id}-operator`}
          aria-label={root ? t('operator') : t('operatorOf', { group: number })}
          value={operator}
          onChange={({ currentTarget: { value } }) =>
            tools.edit((now) => setOperator(now, key, value === 'OR' ? 'OR' : 'AND'))
          }
        >
          <option value="AND">{t('all')}</option>
          <option value="OR">{t('any')}</option>
        </select>
        {!readOnly && <NodeMenu {...{ node, name, first, last, root, tools, context }} />}
      </div>
      {problem && (
        <p class="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      <div class="group-body">
        {children.map((child, i) => (
          <NodeView
            key={child.key}
            node={child}
            first={i === 0}
            last={i === children.length - 1}
            around={around + 1}
            {...parts}
          />
        ))}
        {!readOnly && (
          <AddButtons
            tools={tools}
            context={context}
            group={root ? undefined : number}
            id={root ? tools.home : undefined}
            deepest={around + 2 > DEEPEST}
            addCondition={(now, newKey, condition) => addCondition(now, newKey, key, condition)}
            addGroup={(now, newKey) => addGroup(now, newKey, key)}
          />
        )}
      </div>
    </div>
  );
}
