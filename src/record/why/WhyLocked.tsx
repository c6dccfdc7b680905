import { listText } from '../../i18n/formats';
import type { LockExplanation } from '../../locking/explain-lock';
import { hasManualPart, type Lock } from '../../locking/lock';
import type { RecordShown } from '../record-state';
import type { ViewContext } from '../view-context';
import { criteriaText } from './criteria-text';

/** Why a rule holds this lock and what can be done all the same, as far as this user can know it. */
export function WhyLocked({ state, lock, ui }: { state: RecordShown; lock: Lock; ui: ViewContext }) {
  const { t } = ui;
  const { explanation, access } = state;
  return (
    <section class="why" aria-labelledby="why">
      <p id="why" class="why-title">
        {t('record.why.title')}
      </p>
      <p>
        {explanation ? ruleSentence(explanation, ui) : t('record.why.unknown')}
        {/* To whom the record is not locked, nothing is closed. */}
        {explanation && access?.lockedForMe !== false && ` ${meaning(explanation, ui).join(' ')}`}
      </p>
      {!hasManualPart(lock) && <p class="note">{t('record.automaticHelp')}</p>}
    </section>
  );
}

/** Stands for a sentence that is put in afterwards: as a value it would lose the isolates of its own parts. */
const MARK = '\ue000';

function ruleSentence({ ruleName, criteria }: LockExplanation, ui: ViewContext): string {
  if (ruleName === null) return ui.t('record.why.gone');
  const because = criteriaText(criteria, ui);
  if (because === null) return ui.t('record.why.rule', { rule: ruleName });
  return ui.t('record.why.because', { rule: ruleName, because: MARK }).replace(MARK, () => because);
}

function meaning({ editableFields, blocked }: LockExplanation, { t, tag }: ViewContext): string[] {
  const fields = listText(
    editableFields.map((name) => name.replaceAll('_', ' ')),
    tag,
  );
  // Changing fields is what every lock blocks: the sentence before says so.
  const actions = blocked.filter((action) => action !== 'update').map((action) => actionName(action, t));
  const list = listText(actions, tag);
  return [
    editableFields.length ? t('record.why.editable', { fields }) : t('record.why.noFields'),
    ...(actions.length
      ? [
          t('record.why.blocked', {
            count: actions.length,
            actions: list.charAt(0).toLocaleUpperCase(tag) + list.slice(1),
          }),
        ]
      : []),
  ];
}

/** An action this version does not know is named as Zoho names it rather than left out. */
function actionName(action: string, t: ViewContext['t']): string {
  const key = `record.why.action.${action}`;
  const name = t(key);
  return name === key ? action : name;
}
