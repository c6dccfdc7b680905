import { relativeTime } from '../../i18n/relative-time';
import { hasAutomaticPart, hasManualPart } from '../../locking/lock/lock';
import type { RecordShown } from '../start/record-state';
import type { Headline, ViewContext } from '../view/view-context';
import { criteriaText } from './criteria-text';

/** The longest condition that is told beside the time; a longer one gets a row of its own. */
const SHORT = 90;

/** What a rule demands, in words, if it is known and holds this lock. */
export function becauseOf({ lock, explanation }: RecordShown, ui: ViewContext): string | null {
  if (!lock?.ruleId || !explanation?.ruleName) return null;
  return criteriaText(explanation.criteria, { ...ui, labels: explanation.labels });
}

/** Whether what the rule demands is part of the headline. */
export const tellsBecause = (state: RecordShown, because: string | null): boolean =>
  because !== null && because.length <= SHORT && !!state.lock && !hasManualPart(state.lock);

/** The first lines about a lock once it is known what it means: to this user, and why it is there. */
export function headline(state: RecordShown, ui: ViewContext): Headline {
  const { lock, access, explanation } = state;
  if (!lock) return {};
  const { t } = ui;
  const exempt = access?.lockedForMe === false;
  const rule = hasAutomaticPart(lock) && !hasManualPart(lock) && explanation?.ruleName;
  const because = becauseOf(state, ui);
  const when = lock.lockedAt && relativeTime(lock.lockedAt, ui.now, ui.tag);
  return {
    ...(exempt && {
      tone: 'exempt',
      title: t(access.editable === false ? 'record.lockedBy.othersOnly' : 'record.lockedBy.others'),
    }),
    ...(!exempt && rule && { title: t('record.lockedBy.rule', { rule }) }),
    ...(when && tellsBecause(state, because) && { help: say(ui, when, because ?? '') }),
  };
}

/** Stands for a text that is put in afterwards: as a value it would lose the isolates of its own parts. */
const MARK = '\ue000';

const say = ({ t }: ViewContext, when: string, because: string): string =>
  t('record.lockedBy.whenBecause', { when, because: MARK }).replace(MARK, () => because);
