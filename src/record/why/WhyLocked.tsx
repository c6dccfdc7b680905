import { listText } from '../../i18n/formats';
import type { LockExplanation } from '../../locking/explain-lock';
import type { RecordShown } from '../record-state';
import type { ViewContext } from '../view-context';
import { criteriaText } from './criteria-text';

/** Why a rule holds the lock and what can be done all the same, as far as this user can know it. */
export function WhyLocked({ state, ui }: { state: RecordShown; ui: ViewContext }) {
  const { explanation, access } = state;
  return (
    <section aria-labelledby="why">
      <dl>
        <dt id="why">{ui.t('record.why.title')}</dt>
        <dd>
          {explanation ? ruleSentence(explanation, ui) : ui.t('record.why.unknown')}
          {/* To whom the record is not locked, nothing is closed. */}
          {explanation && access?.lockedForMe !== false && meaning(explanation, ui)}
        </dd>
      </dl>
    </section>
  );
}

/** Stands for a sentence that is put in afterwards: as a value it would lose the isolates of its own parts. */
const MARK = '\ue000';

function ruleSentence({ ruleName, criteria }: LockExplanation, { t, ...ui }: ViewContext): string {
  if (ruleName === null) return t('record.why.gone');
  const because = criteriaText(criteria, { t, ...ui });
  return t(because ? 'record.why.because' : 'record.why.rule', { rule: ruleName, because: MARK }).replace(
    MARK,
    () => because ?? '',
  );
}

function meaning({ editableFields, blocked }: LockExplanation, { t, tag }: ViewContext): string {
  const fields = listText(
    editableFields.map((name) => name.replaceAll('_', ' ')),
    tag,
  );
  // Changing fields is what every lock blocks: the sentence before says so. Of an action that this version does not know, the
  // translations say Zoho's word.
  const actions = blocked.filter((action) => action !== 'update');
  const list = listText(
    actions.map((action) => t('record.why.action', { action })),
    tag,
  );
  return ` ${t(fields ? 'record.why.editable' : 'record.why.noFields', { fields })}${
    list &&
    ` ${t('record.why.blocked', {
      count: actions.length,
      actions: list.charAt(0).toLocaleUpperCase(tag) + list.slice(1),
    })}`
  }`;
}
