import type { OutcomeKind } from '../../locking/bulk/outcome';
import { errorText, type RecordsUi } from '../view/words';
import type { Run } from './run-state';

/** In the order in which they are told: what was done, what was so already, what was not. */
const TOLD: readonly OutcomeKind[] = [
  'locked',
  'unlocked',
  'edited',
  'ruleRemains',
  'alreadyLocked',
  'alreadyUnlocked',
  'alreadySame',
  'changed',
  'changedSince',
  'refused',
  'unknown',
  'notSent',
];

/** What came of a run, in words: one sentence for each outcome that there is. */
export function resultsText(run: Run, ui: RecordsUi): string {
  const { t } = ui;
  const { counts } = run;
  const failed = (counts.limited ?? 0) + (counts.undone ?? 0);
  const sentences = TOLD.flatMap((kind) => {
    const count = counts[kind] ?? 0;
    return count ? [t(`records.count.${kind}`, { count })] : [];
  });
  const all = [
    run.undoing && t('records.undone'),
    ...sentences,
    failed > 0 && t('records.count.failed', { count: failed }),
    run.halted && errorText(ui, run.halted),
    run.unconfirmed && t('records.unconfirmed'),
  ].filter(Boolean);
  return all.length ? all.join(' ') : t('records.nothingDone');
}
