import { listText } from '../../i18n/formats';
import { isolate } from '../../i18n/isolate';
import type { Values } from '../../i18n/translator';
import type { LockExplanation } from '../../locking/lock/explanation';
import type { RecordShown } from '../start/record-state';
import type { ViewContext } from '../view/view-context';
import { criteriaText } from './criteria-text';

/** Why a rule holds the lock and what can be done all the same, as far as this user can know it. */
export function WhyLocked({ state, ui }: { state: RecordShown; ui: ViewContext }) {
  const { explanation, access, lock } = state;
  return (
    <section aria-labelledby="why">
      <dl>
        <dt id="why">{ui.t('record.explanation.title')}</dt>
        <dd>
          {explanation && lock?.ruleId ? ruleSentence(explanation, ui) : ui.t('record.explanation.unknown')}
          {/* To whom the record is not locked, nothing is closed. */}
          {explanation && access?.lockedForMe !== false && <div>{meaning(explanation, ui)}</div>}
        </dd>
      </dl>
    </section>
  );
}

type Say = Pick<ViewContext, 't' | 'tag' | 'direction'>;

/** Stands for a text that is put in afterwards: as a value it would lose the isolates of its own parts. */
const MARK = '\ue000';

const say = ({ t }: Say, key: string, name: string, text: string, values?: Values): string =>
  t(`record.explanation.${key}`, { [name]: MARK, ...values }).replace(MARK, () => text);

function ruleSentence({ ruleName, criteria }: LockExplanation, ui: ViewContext): string {
  if (ruleName === null) return ui.t('record.explanation.gone');
  const because = criteriaText(criteria, ui);
  return say(ui, because ? 'because' : 'rule', 'because', because ?? '', { rule: ruleName });
}

function meaning({ editableFields, blocked }: LockExplanation, ui: ViewContext): string {
  const { t, tag, direction } = ui;
  const list = (items: readonly string[]): string =>
    listText(
      items.map((item) => isolate(item.replaceAll('_', ' '), direction)),
      tag,
    );
  const fields = list(editableFields);
  // Changing fields is what every lock blocks: the sentence before says so.
  const actions = blocked
    .filter((action) => action !== 'update')
    .map((action) => {
      // An action that this version does not know is named as Zoho names it rather than left out.
      const key = `record.explanation.action.${action}`;
      return t(key) === key ? action : t(key);
    });
  const named = list(actions);
  const start = named.charAt(0).toLocaleUpperCase(tag) + named.slice(1);
  const rest = named && ` ${say(ui, 'blocked', 'actions', start, { count: actions.length })}`;
  return ` ${say(ui, fields ? 'editable' : 'noFields', 'fields', fields)}${rest}`;
}
