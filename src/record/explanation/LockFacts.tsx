import { absoluteTime, listText } from '../../i18n/formats';
import { isolate } from '../../i18n/isolate';
import type { LockExplanation } from '../../locking/lock/explanation';
import { hasAutomaticPart, hasManualPart, type Lock } from '../../locking/lock/lock';
import type { RecordShown } from '../start/record-state';
import type { ViewContext } from '../view/view-context';
import { fieldName } from './criteria-text';
import { becauseOf, tellsBecause } from './headline';

/** What is known about the lock, row by row; what this user cannot know has no row. */
export function LockFacts({ state, lock, ui }: { state: RecordShown; lock: Lock; ui: ViewContext }) {
  const { t, tag } = ui;
  const { access, asking, explanation } = state;
  const because = becauseOf(state, ui);
  const exempt = access?.lockedForMe === false;
  const row = (label: string, value: string | false | null | undefined) =>
    value && (
      <div>
        <dt>{t(label)}</dt>
        <dd>
          <bdi>{value}</bdi>
        </dd>
      </div>
    );
  return (
    <>
      {hasManualPart(lock) && !lock.reason && <p class="note">{t('record.noReason')}</p>}
      <section aria-label={t('record.explanation.title')}>
        <dl>
          {hasManualPart(lock) && row('record.lockedBy.ruleLabel', lock.ruleId && explanation?.ruleName)}
          {row('record.lockedBy.because', !tellsBecause(state, because) && because)}
          {/* To whom the record is not locked, nothing is closed. */}
          {explanation && !exempt && (
            <>
              {row('record.lockedBy.editable', editableText(explanation, ui))}
              {row('record.lockedBy.blocked', blockedText(explanation, ui))}
            </>
          )}
          {row('record.forYou', access ? forYou(state, lock, ui) : asking && '…')}
          {row('record.locked_on', lock.lockedAt && absoluteTime(lock.lockedAt, tag, ui.timeZone))}
        </dl>
        {hasAutomaticPart(lock) && !asking && unexplained(state, ui)}
      </section>
      {!hasManualPart(lock) && <p class="note">{t('record.automaticHelp')}</p>}
    </>
  );
}

/** Why the rule is not named. */
function unexplained({ explanation, lock }: RecordShown, { t }: ViewContext) {
  if (explanation && lock?.ruleId && explanation.ruleName) return null;
  const gone = explanation && lock?.ruleId;
  return <p class="help">{t(gone ? 'record.explanation.gone' : 'record.explanation.unknown')}</p>;
}

function forYou({ access }: RecordShown, lock: Lock, { t, userId }: ViewContext): string | null {
  if (!access || access.lockedForMe === null) return null;
  if (access.lockedForMe)
    return t(userId && lock.lockedBy?.id === userId ? 'record.lockedBy.you' : 'record.lockedForYou');
  return access.editable === false ? t('record.notLockedButReadOnly') : null;
}

const list = (items: readonly string[], { tag, direction }: ViewContext): string =>
  listText(
    items.map((item) => isolate(item, direction)),
    tag,
  );

function editableText({ editableFields, labels }: LockExplanation, ui: ViewContext): string {
  if (!editableFields.length) return ui.t('record.lockedBy.noFields');
  return list(
    editableFields.map((field) => fieldName(field, { ...ui, labels })),
    ui,
  );
}

function blockedText({ blocked, blockedButtons }: LockExplanation, ui: ViewContext): string {
  const { t } = ui;
  const actions = blocked.map((action) => {
    const key = `common.action.${action}`;
    // An action that this version does not know is named as Zoho names it rather than left out.
    return t(key) === key ? action.replaceAll('_', ' ') : t(key);
  });
  const buttons = blockedButtons.map((name) => t('record.lockedBy.button', { name }));
  return list([...actions, ...buttons], ui);
}
