import type { ComponentChildren } from 'preact';
import type { ConfigurationDraft, RuleDraft } from '../../locking/configuration/draft';
import {
  type ConfigurationChange,
  configurationChanges,
  type Effect,
} from '../../locking/configuration/saving/changes';
import { isChanged } from '../../locking/configuration/saving/request';
import { describeCriteria } from '../../locking/criteria/describe/describe';
import { useWords } from '../context/words';
import { changeText } from '../words/change-text';
import type { Lists } from '../words/item-name';
import { useVocabulary } from '../words/use-vocabulary';
import { resultRows } from './result-rows';

export interface ChangesProps {
  readonly draft: ConfigurationDraft;
  /** The module's label. */
  readonly module: string;
  readonly lists: Lists;
  /** What stands below a rule that is new or has other criteria. */
  readonly impact?: (rule: RuleDraft) => ComponentChildren;
}

const EFFECTS: readonly Effect[] = ['tightens', 'loosens', 'neutral'];

/**
 * What saving a draft changes, one row each, what tightens apart from what loosens. Of a first configuration nothing was there
 * before, so only what it will say is shown.
 */
export function Changes({ draft, module, lists, impact }: ChangesProps) {
  const words = useWords();
  const { t } = words;
  const vocabulary = useVocabulary(lists.fields);
  const changes = configurationChanges(draft);
  if (!draft.base)
    return (
      <div class="review">
        <p>{t('settings.review.created', { module })}</p>
        <dl class="compare">
          {resultRows(draft, { words, lists, vocabulary }).map(({ id, label, text, rule }) => (
            <div key={id}>
              <dt>{label}</dt>
              <dd>
                {text}
                {rule && impact?.(rule)}
              </dd>
            </div>
          ))}
        </dl>
      </div>
    );
  const row = (change: ConfigurationChange, i: number) => (
    <li key={i}>
      {changeText(change, { words, lists, module })}
      {change.kind === 'ruleAdded' && <ins>{describeCriteria(change.rule.criteria, vocabulary)}</ins>}
      {change.kind === 'ruleCriteria' && (
        <>
          <del>{describeCriteria(change.from, vocabulary)}</del>
          <ins>{describeCriteria(change.to, vocabulary)}</ins>
        </>
      )}
      {(change.kind === 'ruleAdded' || change.kind === 'ruleCriteria') && impact?.(change.rule)}
    </li>
  );
  return (
    <div class="review">
      {EFFECTS.map((effect) => {
        const of = changes.filter((change) => change.effect === effect);
        return (
          of.length > 0 && (
            <section key={effect} class={`effect ${effect}`}>
              <h3>{t(`settings.review.${effect}`)}</h3>
              <ul>{of.map(row)}</ul>
            </section>
          )
        );
      })}
      {!changes.length && isChanged(draft) && <p>{t('settings.review.form')}</p>}
    </div>
  );
}
