import type { RuleDraft } from '../../../locking/configuration/draft';
import type { ProblemTexts } from '../../words/rule-problem-text';
import { CriteriaBuilder } from './CriteriaBuilder';
import type { RuleActions, RulesContext } from './rules-context';

interface RuleBodyProps {
  readonly rule: RuleDraft;
  readonly texts: ProblemTexts;
  readonly nameLimit: number;
  readonly actions: RuleActions;
  readonly context: RulesContext;
}

/** Characters left of a rule's name from which on they are counted. */
const COUNT_FROM = 40;

/** What can be changed of a rule. */
export function RuleBody({ rule, texts, nameLimit, actions, context }: RuleBodyProps) {
  const { t, readOnly } = context;
  const { key } = rule;
  const nameId = `rule-${key}-name`;
  const left = nameLimit - rule.name.length;
  const wrong = texts.get(nameId) ?? (left < 0 ? t('tooLong', { count: -left }) : undefined);
  const existing = `rule-${key}-existing`;
  return (
    <fieldset class="rule-body" disabled={readOnly}>
      <div>
        <label class="label" for={nameId}>
          {t('name')}
        </label>
        <input
          id={nameId}
          type="text"
          required
          autocomplete="off"
          value={rule.name}
          aria-invalid={wrong !== undefined || undefined}
          aria-describedby={`${nameId}-problem`}
          onInput={({ currentTarget }) => actions.rename(key, currentTarget.value)}
        />
        <p id={`${nameId}-problem`} class={wrong ? 'problem' : 'muted'}>
          {wrong ?? (left <= COUNT_FROM && t('left', { count: left }))}
        </p>
      </div>
      <CriteriaBuilder
        ruleKey={key}
        criteria={rule.criteria}
        texts={texts}
        actions={actions}
        context={context}
      />
      <div class="existing">
        <label>
          <input
            type="checkbox"
            checked={rule.lockExisting}
            aria-describedby={existing}
            onChange={({ currentTarget }) => actions.lockExisting(key, currentTarget.checked)}
          />
          {t('existing')}
        </label>
        <p class="muted" id={existing}>
          {t('existingHelp')}
        </p>
      </div>
    </fieldset>
  );
}
