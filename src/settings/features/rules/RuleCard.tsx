import { useMemo } from 'preact/hooks';
import type { RuleDraft } from '../../../locking/configuration/draft';
import type { LockingRule } from '../../../locking/configuration/model';
import { describeCriteria } from '../../../locking/criteria/describe/describe';
import { IconButton } from '../../../ui/IconButton';
import { memo } from '../../../ui/memo';
import { wholeText } from '../../../ui/whole-text';
import { later } from '../../deferred';
import type { ProblemTexts } from '../../words/rule-problem-text';
import type { SettingsContext } from '../../words/words';
import { RuleBody } from './RuleBody';
import type { RuleActions, RulesContext } from './rules-context';

const RuleImpact = later(async () => (await import('../../impact/RuleImpact')).RuleImpact);

export interface RuleCardProps {
  readonly rule: RuleDraft;
  /** 1 for the first. */
  readonly place: number;
  readonly open: boolean;
  /** Whether no further rule may be added. */
  readonly full: boolean;
  /** How many problems it has. */
  readonly wrong: number;
  readonly texts: ProblemTexts;
  readonly nameLimit: number;
  readonly actions: RuleActions;
  /** As it was read; undefined for a new one. */
  readonly saved: LockingRule | undefined;
  /** Name of a rule that locks everything this one does. */
  readonly impliedBy: string | undefined;
  readonly context: RulesContext;
  readonly ui: SettingsContext;
}

/** One rule: its name and its sentence, and when it is open everything that can be changed of it. */
export const RuleCard = memo(function RuleCard(props: RuleCardProps) {
  const { rule, place, open, full, wrong, texts, actions, context } = props;
  const { t, vocabulary, readOnly } = context;
  const { key, deleted } = rule;
  const sentence = useMemo(() => describeCriteria(rule.criteria, vocabulary), [rule.criteria, vocabulary]);
  const name = rule.name.trim() || t('unnamed', { place });
  const own = texts.get(`rule-${key}`);
  return (
    <section
      class={deleted ? 'rule deleted' : 'rule'}
      id={`rule-${key}`}
      tabIndex={-1}
      aria-label={rule.name.trim() ? t('region', { name }) : name}
    >
      <header>
        <div class="rule-title">
          <h3>
            <bdi title={wholeText(name)}>{name}</bdi>
          </h3>
          <p class="sentence">{deleted ? t('deleted') : sentence}</p>
          {!open && !deleted && wrong > 0 && <p class="problem">{t('wrong', { count: wrong })}</p>}
        </div>
        <div class="rule-tools">
          {deleted ? (
            <button
              type="button"
              id={`rule-${key}-restore`}
              class="button quiet"
              onClick={() => actions.restore(key)}
            >
              {t('restore')}
            </button>
          ) : (
            <>
              <button
                type="button"
                id={`rule-${key}-toggle`}
                class="button quiet"
                aria-expanded={open}
                onClick={() => actions.toggle(key)}
              >
                {t(`${readOnly ? (open ? 'hide' : 'show') : open ? 'done' : 'edit'}`)}
              </button>
              {!readOnly && (
                <>
                  <IconButton
                    icon="copy"
                    label={t('duplicate')}
                    aria-disabled={full}
                    onClick={() => !full && actions.duplicate(key)}
                  />
                  <IconButton icon="trash" label={t('delete')} onClick={() => actions.remove(key)} />
                </>
              )}
            </>
          )}
        </div>
      </header>
      {own && (
        <p class="problem" id={`rule-${key}-problem`}>
          {own}
        </p>
      )}
      {open && !deleted && props.impliedBy !== undefined && (
        <p class="note">{t('implied', { name: props.impliedBy || props.ui.t('settings.unnamedRule') })}</p>
      )}
      {open && !deleted && (
        <RuleBody rule={rule} texts={texts} nameLimit={props.nameLimit} actions={actions} context={context} />
      )}
      {/* Without the module's fields nothing can be counted, and no condition be blamed for that. */}
      {open && !deleted && rule.criteria && context.fields.length > 0 && (
        <RuleImpact
          module={context.module.apiName}
          fields={context.fields}
          criteria={rule.criteria}
          auto={rule.criteria !== props.saved?.criteria}
          {...context.counting}
          ui={props.ui}
        />
      )}
    </section>
  );
});
