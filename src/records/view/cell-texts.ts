import { absoluteTime } from '../../i18n/formats';
import { relativeTime } from '../../i18n/relative-time';
import { lockOf } from '../../locking/bulk/record-row';
import { hasAutomaticPart, hasManualPart } from '../../locking/lock/lock';
import type { Row } from '../start/records-state';
import type { RecordsUi } from './words';

/** The reason of a lock, or the name of the rule that holds the record. */
export function reasonText(row: Row, ruleNames: ReadonlyMap<string, string>): string {
  const lock = lockOf(row);
  if (!lock) return '';
  const rule = lock.ruleId === null ? '' : (ruleNames.get(lock.ruleId) ?? '');
  return hasManualPart(lock) ? (lock.reason ?? '') : rule;
}

export function personText(row: Row, { t, userId }: RecordsUi): string {
  const lock = lockOf(row);
  if (!lock) return '';
  if (!lock.lockedBy) return hasAutomaticPart(lock) ? t('records.rule') : '';
  return lock.lockedBy.id === userId ? t('records.you') : lock.lockedBy.name;
}

/** How long ago, and when exactly. */
export function sinceTexts(row: Row, ui: RecordsUi): { readonly ago: string; readonly at: string } {
  const iso = lockOf(row)?.lockedAt;
  if (!iso) return { ago: '', at: '' };
  return { ago: relativeTime(iso, ui.now, ui.tag) ?? '', at: absoluteTime(iso, ui.tag, ui.timeZone) };
}
