import { linesOf, markIn, markLine, withoutMarks } from '../mark';
import type { CrmTask } from '../requests/task';

export interface ReminderToWrite {
  /** The reason of the lock. */
  readonly reason: string | null;
  readonly link: string | null;
  readonly lockId: string;
  readonly key: string;
}

/** The description of a reminder's task. */
export const reminderText = ({ reason, link, lockId, key }: ReminderToWrite): string =>
  [
    ...(reason?.trim() ? [withoutMarks(reason.trim())] : []),
    ...(link === null ? [] : [link]),
    markLine({ what: 'reminder', lockId, key }),
  ].join('\n');

/** The key of a reminder about this lock that a task is, or null. */
export function reminderKey({ description }: CrmTask, lockId: string): string | null {
  const mark = markIn(linesOf(description.trimEnd()).at(-1) ?? '');
  return mark?.what === 'reminder' && mark.lockId === lockId ? mark.key : null;
}
