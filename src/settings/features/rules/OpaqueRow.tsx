import { DEEPEST, type OpaqueNode } from '../../../locking/criteria/tree/node';
import { memo } from '../../../ui/memo';
import type { RowProps } from './ConditionRow';
import { NodeMenu } from './NodeMenu';
import { RemoveButton } from './RemoveButton';

/** A part of the criteria that is not understood or nested too deep: shown as it is, kept as it was read. */
export const OpaqueRow = memo(function OpaqueRow(
  props: RowProps<OpaqueNode> & { readonly problem: string | undefined },
) {
  const { node, number, context, problem } = props;
  const { t, readOnly } = context;
  const name = t('condition', { number });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid everywhere.
    <div role="group" class="condition opaque" id={`node-${node.key}`} tabIndex={-1} aria-label={name}>
      <div class="opaque-text">
        <p>{node.tooDeep ? t('tooDeep', { limit: DEEPEST }) : t('opaqueCondition')}</p>
        <code>{JSON.stringify(node.source)}</code>
      </div>
      {problem && (
        <p class="problem" id={`node-${node.key}-problem`}>
          {problem}
        </p>
      )}
      {!readOnly && (
        <div class="tools">
          <NodeMenu {...props} name={name} />
          <RemoveButton {...props} name={name} />
        </div>
      )}
    </div>
  );
});
