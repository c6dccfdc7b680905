import { useEditing, useEditor, useReadOnly } from '../../context/editor';
import { useProblemText } from '../../words/use-problem-text';
import { CriteriaBuilder } from './CriteriaBuilder';
import { useRuleTexts } from './rule-texts';

/** Characters left of a rule's name from which on they are counted. */
const COUNT_FROM = 40;

/** What can be changed of a rule. */
export function RuleBody({ ruleKey }: { readonly ruleKey: string }) {
  return (
    <fieldset class="rule-body" disabled={useReadOnly()}>
      <Name ruleKey={ruleKey} />
      <CriteriaBuilder ruleKey={ruleKey} />
      <Existing ruleKey={ruleKey} />
    </fieldset>
  );
}

function Name({ ruleKey }: { readonly ruleKey: string }) {
  const { t } = useRuleTexts();
  const { rules, limits } = useEditor();
  const name = useEditing(({ draft }) => draft.rules.find(({ key }) => key === ruleKey)?.name ?? '');
  const id = `rule-${ruleKey}-name`;
  const problem = useProblemText(id);
  const left = limits.nameLength - name.length;
  const wrong = problem ?? (left < 0 ? t('tooLong', { count: -left }) : undefined);
  return (
    <div>
      <label class="label" for={id}>
        {t('name')}
      </label>
      <input
        id={id}
        type="text"
        required
        autocomplete="off"
        value={name}
        aria-invalid={wrong !== undefined || undefined}
        aria-describedby={`${id}-problem`}
        onInput={({ currentTarget }) => rules.rename(ruleKey, currentTarget.value)}
      />
      <p id={`${id}-problem`} class={wrong ? 'problem' : 'muted'}>
        {wrong ?? (left <= COUNT_FROM && t('left', { count: left }))}
      </p>
    </div>
  );
}

function Existing({ ruleKey }: { readonly ruleKey: string }) {
  const { t } = useRuleTexts();
  const { rules } = useEditor();
  const checked = useEditing(({ draft }) => draft.rules.find(({ key }) => key === ruleKey)?.lockExisting);
  const id = `rule-${ruleKey}-existing`;
  return (
    <div class="existing">
      <label>
        <input
          type="checkbox"
          checked={checked === true}
          aria-describedby={id}
          onChange={({ currentTarget }) => rules.lockExisting(ruleKey, currentTarget.checked)}
        />
        {t('existing')}
      </label>
      <p class="muted" id={id}>
        {t('existingHelp')}
      </p>
    </div>
  );
}
