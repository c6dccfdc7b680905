import { DEEPEST, type OpaqueNode } from '../../../locking/criteria/tree/node';
import { useReadOnly } from '../../context/editor';
import { useProblemText } from '../../words/use-problem-text';
import { NodeTools } from './NodeTools';
import { useRuleTexts } from './rule-texts';

interface OpaqueRowProps {
  readonly node: OpaqueNode;
  readonly number: number;
}

/** A part of the criteria that is not understood or nested too deep: shown as it is, kept as it was read. */
export function OpaqueRow({ node, number }: OpaqueRowProps) {
  const { t } = useRuleTexts();
  const readOnly = useReadOnly();
  const id = `node-${node.key}`;
  const problem = useProblemText(id);
  const name = t('condition', { number });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid everywhere.
    <div role="group" class="condition opaque" id={id} tabIndex={-1} aria-label={name}>
      <div class="opaque-text">
        <p>{node.tooDeep ? t('tooDeep', { limit: DEEPEST }) : t('opaqueCondition')}</p>
        <code>{JSON.stringify(node.source)}</code>
      </div>
      {problem && (
        <p class="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      {!readOnly && <NodeTools nodeKey={node.key} name={name} />}
    </div>
  );
}
