import { findField } from '../../../locking/configuration/fields';
import { setValue } from '../../../locking/criteria/tree/edit';
import type { Condition, CriteriaNode } from '../../../locking/criteria/tree/node';
import { choiceOf, comparatorChoices } from '../../../locking/criteria/values/comparators';
import { Combobox } from '../../../ui/Combobox';
import { memo } from '../../../ui/memo';
import { chooseComparator, chooseField } from './change-condition';
import { comparatorOptions, comparatorText } from './comparator-options';
import { NodeMenu } from './NodeMenu';
import { RemoveButton } from './RemoveButton';
import type { BuilderTools, RulesContext } from './rules-context';
import { ValueInput } from './values/ValueInput';

export interface RowProps<Node extends CriteriaNode> {
  readonly node: Node;
  /** Of the condition within the rule, from 1. */
  readonly number: number;
  readonly first: boolean;
  readonly last: boolean;
  readonly root: boolean;
  readonly tools: BuilderTools;
  readonly context: RulesContext;
}

interface ConditionRowProps extends RowProps<Condition> {
  readonly problem: string | undefined;
  readonly fieldProblem: string | undefined;
  readonly comparatorProblem: string | undefined;
  readonly valueProblem: string | undefined;
}

/** One condition: field, comparator, value. Rendered again only when it, its place or its problems change. */
export const ConditionRow = memo(function ConditionRow(props: ConditionRowProps) {
  const { node, number, tools, context, fieldProblem, comparatorProblem, valueProblem } = props;
  const { t, fields, module, readOnly } = context;
  const { key, comparator } = node;
  const id = `node-${key}`;
  const name = t('condition', { number });
  const field = findField(fields, node.field);
  const chosen = Boolean(node.field.api_name ?? node.field.id);
  const choice = choiceOf(node);
  const foundText = (count: number) => t('found', { count });
  const choices = field ? comparatorChoices(field, module.apiName) : [];
  const problems: readonly (readonly [part: string, text: string | undefined])[] = [
    ['', props.problem],
    ['-field', fieldProblem],
    ['-comparator', comparatorProblem],
    ['-value', valueProblem],
  ];
  const describedBy = (part: string, text: string | undefined) => (text ? `${id}${part}-problem` : undefined);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid everywhere.
    <div role="group" class="condition" id={id} tabIndex={-1} aria-label={name}>
      <Combobox
        id={`${id}-field`}
        label={t('field')}
        options={context.fieldOptions}
        selected={field?.apiName}
        text={field?.label ?? node.field.api_name ?? node.field.id ?? ''}
        note={t('noMatch')}
        foundText={foundText}
        placeholder={t('chooseField')}
        invalid={Boolean(fieldProblem)}
        describedBy={describedBy('-field', fieldProblem)}
        onPick={(option) => {
          const to = fields.find((one) => one.apiName === option.id);
          if (to) tools.edit((root) => chooseField(root, key, field, to, module.apiName));
        }}
      />
      <Combobox
        id={`${id}-comparator`}
        label={t('comparatorLabel')}
        options={field ? comparatorOptions(context, field, choices) : []}
        selected={choice}
        text={choice ? comparatorText(context, choice, field) : comparator}
        note={t('noMatch')}
        foundText={foundText}
        disabled={!field}
        invalid={Boolean(comparatorProblem)}
        describedBy={describedBy('-comparator', comparatorProblem)}
        onPick={(option) => {
          const to = choices.find((one) => one === option.id);
          if (to) tools.edit((root) => chooseComparator(root, key, field, to));
        }}
      />
      <div class="value">
        <ValueInput
          id={`${id}-value`}
          field={field}
          choice={choice}
          value={node.value}
          waiting={!chosen}
          context={context}
          invalid={Boolean(valueProblem)}
          describedBy={describedBy('-value', valueProblem)}
          onChange={(value) => tools.edit((root) => setValue(root, key, value))}
        />
      </div>
      {!readOnly && (
        <div class="tools">
          <NodeMenu {...props} name={name} />
          <RemoveButton {...props} name={name} />
        </div>
      )}
      {problems.map(
        ([part, text]) =>
          text && (
            <p key={part} class="problem" id={`${id}${part}-problem`}>
              {text}
            </p>
          ),
      )}
    </div>
  );
});
