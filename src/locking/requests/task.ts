import type { Named } from '../../base/named';

/** A task of the CRM, as far as requests and reminders are read from it. */
export interface CrmTask {
  readonly id: string;
  readonly subject: string;
  readonly isOpen: boolean;
  readonly owner: Named | null;
  readonly createdBy: Named | null;
  /** ISO 8601 with offset, as received. */
  readonly createdAt: string | null;
  /** Who changed it last, and when. */
  readonly modifiedBy: Named | null;
  readonly modifiedAt: string | null;
  readonly description: string;
  /** The id of the record it is about; null where the reply does not name it. */
  readonly recordId: string | null;
  /** A day, `2026-12-01`. */
  readonly due: string | null;
}

/** How the subjects of our tasks begin in every language, so that one search finds them. */
export const SUBJECT_START = 'Record Lock:';

/** The longest subject, in UTF-16 code units. */
const SUBJECT_LIMIT = 300;

export const subjectOf = (text: string): string => `${SUBJECT_START} ${text}`.slice(0, SUBJECT_LIMIT);
