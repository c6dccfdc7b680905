import { useMemo, useState } from 'preact/hooks';
import { describeCriteria } from '../../../locking/criteria/describe/describe';
import type { CriteriaNode } from '../../../locking/criteria/tree/node';
import { IconButton } from '../../../ui/IconButton';
import { focusOn, renderNow } from '../../../ui/render-now';
import { wholeText } from '../../../ui/whole-text';
import { useEditing, useEditor, useReadOnly } from '../../context/editor';
import { later } from '../../context/later';
import { useWords } from '../../context/words';
import { savedRule } from '../../editing/editing-state';
import { useProblemText } from '../../words/use-problem-text';
import { freshName } from './fresh-name';
import { RuleBody } from './RuleBody';
import { useRuleTexts } from './rule-texts';
import { rootIn } from './rule-tree';
import { useImpliedBy } from './use-implied-rules';

const RuleImpact = later(async () => (await import('../../impact/RuleImpact')).RuleImpact);

interface RuleCardProps {
  readonly ruleKey: string;
  /** Whether it was just added: then it opens. */
  readonly isFresh: () => boolean;
  /** Goes to the rule that `add` adds. */
  readonly onAdd: (add: () => string | undefined) => void;
}

/** One rule: its name and its sentence, and when it is open everything that can be changed of it. */
export function RuleCard({ ruleKey, isFresh, onAdd }: RuleCardProps) {
  const { t, vocabulary } = useRuleTexts();
  const [open, setOpen] = useState(isFresh);
  const name = useEditing(({ draft }) => draft.rules.find(({ key }) => key === ruleKey)?.name.trim() ?? '');
  const place = useEditing(({ draft }) => draft.rules.findIndex(({ key }) => key === ruleKey) + 1);
  const deleted = useEditing(({ draft }) => draft.rules.find(({ key }) => key === ruleKey)?.deleted === true);
  const criteria = useEditing((editing) => rootIn(editing, ruleKey));
  const wrong = useEditing(
    ({ problems }) => problems.filter((problem) => problem.place?.ruleKey === ruleKey).length,
  );
  const own = useProblemText(`rule-${ruleKey}`);
  const sentence = useMemo(() => describeCriteria(criteria, vocabulary), [criteria, vocabulary]);
  const title = name || t('unnamed', { place });
  const id = `rule-${ruleKey}`;
  return (
    <section
      class={deleted ? 'rule deleted' : 'rule'}
      id={id}
      tabIndex={-1}
      aria-label={name ? t('region', { name }) : title}
    >
      <header>
        <div class="rule-title">
          <h3>
            <bdi title={wholeText(title)}>{title}</bdi>
          </h3>
          <p class="sentence">{deleted ? t('deleted') : sentence}</p>
          {!open && !deleted && wrong > 0 && <p class="problem">{t('wrong', { count: wrong })}</p>}
        </div>
        {deleted ? (
          <Restore ruleKey={ruleKey} />
        ) : (
          <Tools ruleKey={ruleKey} open={open} onToggle={() => setOpen(!open)} onAdd={onAdd} />
        )}
      </header>
      {own && (
        <p class="problem" id={`${id}-problem`}>
          {own}
        </p>
      )}
      {open && !deleted && (
        <>
          <ImpliedHint ruleKey={ruleKey} />
          <RuleBody ruleKey={ruleKey} />
          <Impact ruleKey={ruleKey} />
        </>
      )}
    </section>
  );
}

function Restore({ ruleKey }: { readonly ruleKey: string }) {
  const { t } = useRuleTexts();
  const { rules } = useEditor();
  return (
    <div class="rule-tools">
      <button
        type="button"
        id={`rule-${ruleKey}-restore`}
        class="button quiet"
        onClick={() => {
          renderNow(() => rules.restore(ruleKey));
          focusOn(`rule-${ruleKey}-toggle`);
        }}
      >
        {t('restore')}
      </button>
    </div>
  );
}

interface ToolsProps extends Pick<RuleCardProps, 'ruleKey' | 'onAdd'> {
  readonly open: boolean;
  readonly onToggle: () => void;
}

function Tools({ ruleKey, open, onToggle, onAdd }: ToolsProps) {
  const { t } = useRuleTexts();
  const { rules, limits, state } = useEditor();
  const readOnly = useReadOnly();
  const full = useEditing(({ draft }) => draft.rules.filter((rule) => !rule.deleted).length >= limits.rules);
  return (
    <div class="rule-tools">
      <button
        type="button"
        id={`rule-${ruleKey}-toggle`}
        class="button quiet"
        aria-expanded={open}
        onClick={onToggle}
      >
        {t(`${readOnly ? (open ? 'hide' : 'show') : open ? 'done' : 'edit'}`)}
      </button>
      {!readOnly && (
        <>
          <IconButton
            icon="copy"
            label={t('duplicate')}
            aria-disabled={full}
            onClick={() => {
              const { draft } = state.getState();
              if (!full) onAdd(() => rules.duplicate(ruleKey, freshName(draft.rules, ruleKey, t)));
            }}
          />
          <IconButton
            icon="trash"
            label={t('delete')}
            onClick={() => {
              renderNow(() => rules.remove(ruleKey));
              focusOn(`rule-${ruleKey}-restore`);
            }}
          />
        </>
      )}
    </div>
  );
}

/** Says that another rule locks everything this one does. */
function ImpliedHint({ ruleKey }: { readonly ruleKey: string }) {
  const { t } = useRuleTexts();
  const words = useWords();
  const by = useImpliedBy(ruleKey);
  return by === undefined ? null : (
    <p class="note">{t('implied', { name: by || words.t('settings.unnamedRule') })}</p>
  );
}

/** Whether a condition lacks its field or its value: there is nothing to count yet, and nothing wrong. */
const isUnfinished = (node: CriteriaNode): boolean =>
  node.kind === 'group'
    ? node.children.some(isUnfinished)
    : node.kind === 'condition' &&
      (!(node.field.api_name ?? node.field.id) || node.value === null || node.value === '');

/** Without the module's fields nothing can be counted, and no condition be blamed for that. */
function Impact({ ruleKey }: { readonly ruleKey: string }) {
  const words = useWords();
  const { fields } = useRuleTexts();
  const { module } = useEditor();
  const criteria = useEditing((editing) => rootIn(editing, ruleKey));
  const auto = useEditing((editing) => savedRule(editing, ruleKey)?.criteria !== criteria);
  if (!criteria || !fields.length) return null;
  if (isUnfinished(criteria)) return <p class="impact muted">{words.t('settings.saving.finishRule')}</p>;
  return <RuleImpact module={module.apiName} fields={fields} criteria={criteria} auto={auto} />;
}
