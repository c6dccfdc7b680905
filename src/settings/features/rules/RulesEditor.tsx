import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ConfigurationDraft } from '../../../locking/configuration/draft';
import type { Field } from '../../../locking/configuration/fields';
import type { Limits } from '../../../locking/configuration/limits';
import {
  addRule,
  addRuleFrom,
  deleteRule,
  duplicateRule,
  editCriteria,
  restoreRule,
  rulesEditable,
  setLockExisting,
  setRuleName,
} from '../../../locking/configuration/rules';
import { TASKS_CRITERIA } from '../../../locking/criteria/tasks';
import type { NewKey } from '../../../locking/criteria/tree/node';
import { Section } from '../../../ui/Section';
import type { PlacedProblem } from '../../editing/placed-problem';
import { countProblems, problemTexts } from '../../words/rule-problem-text';
import type { SettingsContext } from '../../words/words';
import { freshName } from './fresh-name';
import { RuleCard } from './RuleCard';
import type { Counting, RuleActions, Search } from './rules-context';
import { useImpliedRules } from './use-implied-rules';
import { useRulesContext } from './use-rules-context';

export interface RulesEditorProps {
  readonly draft: ConfigurationDraft;
  /** Asks for the draft to be replaced by what the function makes of the present one. */
  onChange(next: (draft: ConfigurationDraft) => ConfigurationDraft): void;
  readonly module: { readonly apiName: string; readonly label: string };
  readonly fields: readonly Field[];
  readonly limits: Limits;
  /** Those of rules are shown here, each at its place; others are passed over. */
  readonly problems: readonly PlacedProblem[];
  readonly readOnly: boolean;
  readonly newKey: NewKey;
  readonly ui: SettingsContext;
  /** The same function each time, so that conditions need not be rendered again. */
  readonly search: Search;
  readonly counting: Counting;
}

/** The section "Rules". A rule shows its sentence until it is opened, and only then has controls in the page. */
export function RulesEditor(props: RulesEditorProps) {
  const { draft, limits, module, newKey, problems, readOnly } = props;
  const latest = useRef(props);
  latest.current = props;
  const context = useRulesContext(props);
  const { t } = context;
  const translate = props.ui.t;
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  /** Id of the control to go to once it is there. */
  const goTo = useRef('');
  const texts = useMemo(() => problemTexts(problems, translate), [problems, translate]);
  const implied = useImpliedRules(draft, props.fields, opened.size > 0);
  const counts = useMemo(() => countProblems(problems), [problems]);

  const actions = useMemo((): RuleActions => {
    const change: RulesEditorProps['onChange'] = (next) => latest.current.onChange(next);
    const toggle = (key: string): void =>
      setOpened((before) => {
        const after = new Set(before);
        if (!after.delete(key)) after.add(key);
        return after;
      });
    return {
      toggle,
      rename: (key, name) => change((now) => setRuleName(now, key, name)),
      lockExisting: (key, on) => change((now) => setLockExisting(now, key, on)),
      edit: (key, edit) => change((now) => editCriteria(now, key, edit)),
      duplicate(key) {
        goTo.current = 'last';
        const { draft: now, newKey: keys } = latest.current;
        const name = freshName(now.rules, key, t);
        change((draft) => duplicateRule(draft, key, keys, name));
      },
      remove(key) {
        goTo.current = `rule-${key}-restore`;
        change((now) => deleteRule(now, key));
      },
      restore(key) {
        goTo.current = `rule-${key}-toggle`;
        change((now) => restoreRule(now, key));
      },
    };
  }, [t]);

  // A rule that was added opens with its name ready to be typed; other controls that an action leads to get the focus.
  useLayoutEffect(() => {
    const last = draft.rules.at(-1)?.key ?? '';
    if (goTo.current === 'last') {
      goTo.current = `rule-${last}-name`;
      setOpened((before) => new Set(before).add(last));
    }
    const control = goTo.current && document.getElementById(goTo.current);
    if (!control) return;
    goTo.current = '';
    control.focus();
    if (!(control instanceof HTMLInputElement)) return;
    control.select();
    // The whole of what was added, not only the field that has the focus.
    control.closest('.rule')?.scrollIntoView({ block: 'nearest' });
  }, [draft.rules, opened]);

  const add = (): void => {
    goTo.current = 'last';
    props.onChange((now) =>
      module.apiName === 'Tasks'
        ? addRuleFrom(now, newKey, { name: '', lock_existing_records: false, criteria: TASKS_CRITERIA })
        : addRule(now, newKey),
    );
  };

  const count = draft.rules.filter((rule) => !rule.deleted).length;
  const full = count >= limits.rules;
  const known = rulesEditable(draft);
  const own = texts.get('setting-locking_rules');
  return (
    <Section
      id="rules"
      title={t('title')}
      help={t('help', { module: module.label })}
      count={translate('settings.used', { count, limit: limits.rules })}
    >
      <div class="rules">
        <div id="setting-locking_rules" tabIndex={-1}>
          {own && (
            <p class="problem" id="setting-locking_rules-problem">
              {own}
            </p>
          )}
          {!known && <p class="note">{t('opaque')}</p>}
        </div>
        {!known && <pre class="raw">{JSON.stringify(draft.source.locking_rules, null, 2)}</pre>}
        {draft.rules.map((rule, i) => (
          <RuleCard
            key={rule.key}
            rule={rule}
            place={i + 1}
            open={opened.has(rule.key)}
            full={full}
            wrong={counts.get(rule.key) ?? 0}
            texts={texts}
            nameLimit={limits.nameLength}
            actions={actions}
            saved={draft.base?.rules.find(({ id }) => id !== undefined && id === rule.id)}
            impliedBy={implied?.get(rule.key)}
            context={context}
            ui={props.ui}
          />
        ))}
        {known && !readOnly && (
          <div class="row">
            <button type="button" class="button" aria-disabled={full} onClick={full ? undefined : add}>
              {t('add')}
            </button>
            {full && <span class="muted">{t('full', { limit: limits.rules })}</span>}
          </div>
        )}
      </div>
    </Section>
  );
}
