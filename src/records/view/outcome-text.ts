import type { Lock } from '../../locking/lock/lock';
import { hasManualPart } from '../../locking/lock/lock';
import type { Run } from '../run/run-state';
import type { RowResult } from '../start/records-state';
import { errorText, type RecordsUi } from './words';

/** Outcomes that a person need not do anything about, and those that need a look. */
export const toneOf = ({ kind }: RowResult): 'good' | 'bad' | 'plain' => {
  if (kind === 'locked' || kind === 'unlocked' || kind === 'edited') return 'good';
  return kind === 'refused' || kind === 'limited' || kind === 'undone' || kind === 'unknown'
    ? 'bad'
    : 'plain';
};

function alreadyLocked(lock: Lock | null, { t, userId }: RecordsUi): string {
  if (!lock) return t('records.outcome.alreadyLocked');
  if (!hasManualPart(lock)) return t('records.outcome.alreadyLockedByRule');
  const { lockedBy } = lock;
  if (!lockedBy?.name) return t('records.outcome.alreadyLocked');
  return lockedBy.id === userId
    ? t('records.outcome.alreadyLockedByYou')
    : t('records.outcome.alreadyLockedBy', { name: lockedBy.name });
}

/** What the last run has made of a row, and why. */
export function outcomeText(result: RowResult, action: Run['action'], ui: RecordsUi): string {
  const { t } = ui;
  switch (result.kind) {
    case 'sending':
      return t(`records.outcome.sending.${action}`);
    case 'alreadyLocked':
      return alreadyLocked(result.lock, ui);
    case 'changedSince':
      return t(`records.outcome.${result.lock ? 'changedSinceLocked' : 'changedSinceUnlocked'}`);
    case 'refused':
      if (result.error.kind === 'notFound') return t('records.outcome.gone');
      if (result.error.kind === 'noPermission') return t('records.outcome.noPermission');
      return errorText(ui, result.error);
    case 'undone':
      return t(`records.outcome.${result.error && !result.error.certain ? 'undoneLost' : 'undone'}`);
    default:
      return t(`records.outcome.${result.kind}`);
  }
}
