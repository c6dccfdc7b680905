import type { ComponentChildren } from 'preact';
import type { ConfigurationDraft, RuleDraft } from '../../locking/configuration/draft';
import {
  type ConfigurationChange,
  configurationChanges,
  type Effect,
} from '../../locking/configuration/saving/changes';
import { describeCriteria } from '../../locking/criteria/describe/describe';
import { useWords } from '../context/words';
import { changeText } from '../words/change-text';
import type { Lists } from '../words/item-name';
import { useVocabulary } from '../words/use-vocabulary';
import { type BeforeAfter, beforeAfter } from './before-after';

export interface ChangesProps {
  readonly draft: ConfigurationDraft;
  /** The module's label. */
  readonly module: string;
  readonly lists: Lists;
  /** What stands below a rule that is new or has other criteria. */
  readonly impact?: (rule: RuleDraft) => ComponentChildren;
}

const EFFECTS: readonly Effect[] = ['tightens', 'loosens', 'neutral'];

/** What saving a draft changes: as sentences, what tightens apart from what loosens, and as it was and will be. */
export function Changes({ draft, module, lists, impact }: ChangesProps) {
  const words = useWords();
  const { t } = words;
  const vocabulary = useVocabulary(lists.fields);
  const changes = configurationChanges(draft);
  const parts = beforeAfter(draft, { words, lists, vocabulary });
  const sentence = (change: ConfigurationChange, i: number) => (
    <li key={i}>
      {changeText(change, { words, lists, module })}
      {change.kind === 'ruleAdded' && (
        <span class="sentence"> {describeCriteria(change.rule.criteria, vocabulary)}.</span>
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
              <ul>{of.map(sentence)}</ul>
            </section>
          )
        );
      })}
      {!changes.length && <p>{t('settings.review.form')}</p>}
      {parts.length > 0 && (
        <section>
          <h3>{t('settings.review.compare')}</h3>
          <dl class="compare">
            {parts.map((part) => (
              <Part key={part.id} part={part} />
            ))}
          </dl>
        </section>
      )}
    </div>
  );
}

function Part({ part }: { readonly part: BeforeAfter }) {
  const { t } = useWords();
  return (
    <>
      <dt>{part.label}</dt>
      <dd class="before">
        <small class="muted">{t('settings.review.before')}</small>{' '}
        {part.before ?? t('settings.review.notThere')}
      </dd>
      <dd>
        <small class="muted">{t('settings.review.after')}</small> {part.after ?? t('settings.review.gone')}
      </dd>
    </>
  );
}
