import type { Json } from '../../../base/json';
import { listText } from '../../../i18n/formats';
import { isolate } from '../../../i18n/isolate';
import { type Field, findField } from '../../../locking/configuration/fields';
import { describeCriteria } from '../../../locking/criteria/describe/describe';
import type { NodeTruth, Truth } from '../../../locking/criteria/evaluate/truth';
import type { CriteriaNode } from '../../../locking/criteria/tree/node';
import type { TriedRule } from '../../../locking/trial/try-record';
import { useWords, type Words } from '../../context/words';
import { useVocabulary } from '../../words/use-vocabulary';
import { ruleWords, valueText } from '../../words/vocabulary';
import type { ReadRecord, Tried } from './try-draft';

interface TestResultProps {
  readonly record: ReadRecord;
  readonly tried: Tried;
  readonly fields: readonly Field[];
}

/** What the draft would do to the record, in a sentence, and then condition by condition beside the record's own values. */
export function TestResult({ record, tried, fields }: TestResultProps) {
  const words = useWords();
  const { t } = words;
  const { trial, difference } = tried;
  return (
    <section class="test-result" aria-label={t('settings.test.result')}>
      <div class={`says ${trial.verdict}`} aria-live="polite">
        {verdictText(tried, words)}
        {difference && <small>{t(`settings.test.now.${difference}`)}</small>}
        {!difference && record.now.locked !== null && (
          <small>{t(`settings.test.now.${record.now.locked ? 'locked' : 'unlocked'}`)}</small>
        )}
      </div>
      {trial.rules.map((rule) => (
        <RuleResult key={rule.rule.key} tried={rule} fields={fields} />
      ))}
    </section>
  );
}

function verdictText({ trial }: Tried, words: Words): string {
  const { t, tag, direction } = words;
  const unnamed = t('settings.unnamedRule');
  switch (trial.verdict) {
    case 'locked': {
      const names = trial.by.map(({ name }) => `“${isolate(name || unnamed, direction)}”`);
      return t('settings.test.wouldLock', { rules: listText(names, tag) });
    }
    case 'notLocked':
      return t(trial.rules.length ? 'settings.test.wouldNotLock' : 'settings.test.noRules');
    case 'unknown': {
      const missing = trial.missing.map((reason) => t(`settings.test.missing.${reason}`));
      return t('settings.test.cannotTell', { missing: listText(missing, tag) });
    }
  }
}

/** The word for what became of a part, with a sign that goes before it. */
function Mark({ truth }: { readonly truth: Truth }) {
  const { t } = useWords();
  return (
    <b class={`mark ${truth}`}>
      <span aria-hidden="true">{{ met: '✓', notMet: '✕', unknown: '?' }[truth]}</span>{' '}
      {t(`settings.test.truth.${truth}`)}
    </b>
  );
}

interface RuleResultProps {
  readonly tried: TriedRule;
  readonly fields: readonly Field[];
}

function RuleResult({ tried, fields }: RuleResultProps) {
  const { t } = useWords();
  const { rule, truth, criteria } = tried;
  return (
    <div class="rule-result">
      <h3>
        <bdi>{rule.name || t('settings.unnamedRule')}</bdi> <Mark truth={truth} />
      </h3>
      {criteria && rule.criteria ? (
        <ul class="conditions">
          <Part truth={criteria} node={rule.criteria} fields={fields} />
        </ul>
      ) : (
        <p class="muted">{t('settings.rules.nothing')}</p>
      )}
    </div>
  );
}

interface PartProps {
  readonly truth: NodeTruth;
  /** What it is the truth of. */
  readonly node: CriteriaNode | undefined;
  readonly fields: readonly Field[];
}

/** One condition, or a group in its own shape. */
function Part({ truth, node, fields }: PartProps) {
  const words = useWords();
  const { t } = words;
  const vocabulary = useVocabulary(fields);
  if (truth.kind === 'group')
    return (
      <li class="group">
        <p>
          <Mark truth={truth.truth} />{' '}
          {t(truth.operator === 'AND' ? 'settings.rules.all' : 'settings.rules.any')}
        </p>
        <ul>
          {truth.children.map((child, i) => (
            <Part
              key={child.key}
              truth={child}
              node={node?.kind === 'group' ? node.children[i] : undefined}
              fields={fields}
            />
          ))}
        </ul>
      </li>
    );
  const field = node?.kind === 'condition' ? findField(fields, node.field) : undefined;
  return (
    <li>
      <Mark truth={truth.truth} />
      <span class="sentence">{node && describeCriteria(node, vocabulary)}</span>
      <span class="muted held">
        {truth.held === undefined ? '' : heldText(truth.held, field, words)}
        {truth.why && <small>{t(`settings.test.why.${truth.why}`)}</small>}
      </span>
    </li>
  );
}

/** The record's own value as people read it. */
function heldText(held: Json, field: Field | undefined, words: Words): string {
  if (held === null || held === '' || (Array.isArray(held) && !held.length))
    return words.t('settings.test.empty');
  const texts = (Array.isArray(held) ? held : [held]).map((one) =>
    isolate(valueText(ruleWords(words), one, field), words.direction),
  );
  return listText(texts, words.tag);
}
