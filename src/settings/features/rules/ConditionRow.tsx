import { findField } from '../../../locking/configuration/fields';
import { setValue } from '../../../locking/criteria/tree/edit';
import type { Condition } from '../../../locking/criteria/tree/node';
import { choiceOf, comparatorChoices } from '../../../locking/criteria/values/comparators';
import { Combobox } from '../../../ui/Combobox';
import { useEditor, useReadOnly } from '../../context/editor';
import { useProblemText } from '../../words/use-problem-text';
import { chooseComparator, chooseField } from './change-condition';
import { NodeTools } from './NodeTools';
import { comparatorText, useRuleTexts } from './rule-texts';
import { useRuleTree } from './rule-tree';
import { ValueInput } from './values/ValueInput';

interface ConditionRowProps {
  readonly node: Condition;
  /** Within the rule, from 1. */
  readonly number: number;
}

/** One condition: field, comparator, value. */
export function ConditionRow({ node, number }: ConditionRowProps) {
  const texts = useRuleTexts();
  const { t, fields } = texts;
  const tree = useRuleTree();
  const { module } = useEditor();
  const readOnly = useReadOnly();
  const { key, comparator } = node;
  const id = `node-${key}`;
  const wrong = {
    whole: useProblemText(id),
    field: useProblemText(`${id}-field`),
    comparator: useProblemText(`${id}-comparator`),
    value: useProblemText(`${id}-value`),
  };
  const name = t('condition', { number });
  const field = findField(fields, node.field);
  const choice = choiceOf(node);
  const foundText = (count: number) => t('found', { count });
  const describedBy = (part: 'field' | 'comparator' | 'value') =>
    wrong[part] ? `${id}-${part}-problem` : undefined;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid everywhere.
    <div role="group" class="condition" id={id} tabIndex={-1} aria-label={name}>
      <Combobox
        id={`${id}-field`}
        label={t('field')}
        options={texts.fieldOptions}
        selected={field?.apiName}
        text={field?.label ?? node.field.api_name ?? node.field.id ?? ''}
        note={t('noMatch')}
        foundText={foundText}
        placeholder={t('chooseField')}
        invalid={Boolean(wrong.field)}
        describedBy={describedBy('field')}
        onPick={(option) => {
          const to = fields.find((one) => one.apiName === option.id);
          if (to) tree.edit((root) => chooseField(root, key, field, to, module.apiName));
        }}
      />
      <Combobox
        id={`${id}-comparator`}
        label={t('comparatorLabel')}
        options={field ? texts.comparatorOptions(field) : []}
        selected={choice}
        text={choice ? comparatorText(texts, choice, field) : comparator}
        note={t('noMatch')}
        foundText={foundText}
        disabled={!field}
        invalid={Boolean(wrong.comparator)}
        describedBy={describedBy('comparator')}
        onPick={(option) => {
          const choices = field ? comparatorChoices(field, module.apiName) : [];
          const to = choices.find((one) => one === option.id);
          if (to) tree.edit((root) => chooseComparator(root, key, field, to));
        }}
      />
      <div class="value">
        <ValueInput
          id={`${id}-value`}
          field={field}
          choice={choice}
          value={node.value}
          waiting={!(node.field.api_name ?? node.field.id)}
          invalid={Boolean(wrong.value)}
          describedBy={describedBy('value')}
          onChange={(value) => tree.edit((root) => setValue(root, key, value))}
        />
      </div>
      {!readOnly && <NodeTools nodeKey={key} name={name} />}
      {Object.entries(wrong).map(
        ([part, text]) =>
          text && (
            <p key={part} class="problem" id={`${id}${part === 'whole' ? '' : `-${part}`}-problem`}>
              {text}
            </p>
          ),
      )}
    </div>
  );
}
