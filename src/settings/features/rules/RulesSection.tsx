import { useRef } from 'preact/hooks';
import { rulesEditable } from '../../../locking/configuration/rules';
import { focusOn, renderNow } from '../../../ui/render-now';
import { Section } from '../../../ui/Section';
import { useRows } from '../../../ui/use-rows';
import { useEditing, useEditor, useReadOnly } from '../../context/editor';
import { useWords } from '../../context/words';
import type { Editing } from '../../editing/editing-state';
import { nearlyFull } from '../../words/nearly-full';
import { useProblemText } from '../../words/use-problem-text';
import { RuleCard } from './RuleCard';
import { RuleTextsContext, useNewRuleTexts } from './rule-texts';
import { ImpliedRulesContext, useImpliedRules } from './use-implied-rules';

/** Whether the lock type has a use for rules, or the module has some all the same. */
const hasPlace = ({ draft: { base, settings } }: Editing): boolean =>
  settings.lockType !== 'manual' ||
  settings.opaque.includes('locking_rules') ||
  (base?.settings.lockType === 'manual' && base.rules.length > 0);

/** The section "Rules". A rule shows its sentence until it is opened, and only then has controls in the page. */
export function RulesSection() {
  return useEditing(hasPlace) ? <Rules /> : null;
}

function Rules() {
  const words = useWords();
  const texts = useNewRuleTexts();
  const implied = useImpliedRules();
  const { t } = texts;
  const { module, limits, rules } = useEditor();
  const readOnly = useReadOnly();
  const keys = useEditing(({ draft }) => draft.rules.map(({ key }) => key).join(' '));
  const count = useEditing(({ draft }) => draft.rules.filter((rule) => !rule.deleted).length);
  const known = useEditing(({ draft }) => rulesEditable(draft));
  const own = useProblemText('setting-locking_rules');
  const fresh = useRef<string | undefined>(undefined);
  /** Adds a rule and goes to its name, ready to be typed. */
  const goTo = (add: () => string | undefined): void => {
    renderNow(() => {
      fresh.current = add();
    });
    const id = `rule-${fresh.current}`;
    fresh.current = undefined;
    focusOn(`${id}-name`);
    const name = document.activeElement;
    if (name instanceof HTMLInputElement) name.select();
    // The whole of what was added, not only the field that has the focus.
    document.getElementById(id)?.scrollIntoView?.({ block: 'nearest' });
  };
  const cards = useRows(keys.split(' ').filter(Boolean), (key) => (
    <RuleCard key={key} ruleKey={key} isFresh={() => fresh.current === key} onAdd={goTo} />
  ));
  const full = count >= limits.rules;
  return (
    <Section
      id="rules"
      title={t('title')}
      help={t('help', { module: module.label })}
      count={
        nearlyFull(count, limits.rules) ? words.t('settings.used', { count, limit: limits.rules }) : undefined
      }
    >
      <RuleTextsContext.Provider value={texts}>
        <ImpliedRulesContext.Provider value={implied}>
          <div class="rules">
            <div id="setting-locking_rules" tabIndex={-1}>
              {own && (
                <p class="problem" id="setting-locking_rules-problem">
                  {own}
                </p>
              )}
              {!known && <p class="note">{t('opaque')}</p>}
            </div>
            {!known && <Raw />}
            {cards}
            {known && !readOnly && (
              <div class="row">
                <button
                  type="button"
                  class="button"
                  aria-disabled={full}
                  onClick={() => full || goTo(rules.add)}
                >
                  {t('add')}
                </button>
                {full && <span class="muted">{t('full', { limit: limits.rules })}</span>}
              </div>
            )}
          </div>
        </ImpliedRulesContext.Provider>
      </RuleTextsContext.Provider>
    </Section>
  );
}

/** Rules of a form that is not known, as they are. */
function Raw() {
  const rules = useEditing(({ draft }) => draft.source.locking_rules);
  return <pre class="raw">{JSON.stringify(rules, null, 2)}</pre>;
}
