import type { Named } from '../../base/named';
import { linesOf, markIn, markLine, withoutMarks } from '../mark';

/** What a note of ours tells. `answer`: to a request whose task could not be changed. */
export type NoteKind = 'locked' | 'reason' | 'unlocked' | 'answer';
const KINDS: readonly string[] = ['locked', 'reason', 'unlocked', 'answer'] satisfies NoteKind[];

/** A note as the CRM keeps it. */
export interface CrmNote {
  readonly id: string;
  readonly title: string;
  readonly content: string;
  readonly createdBy: Named | null;
  /** ISO 8601 with offset, as received. */
  readonly createdAt: string | null;
}

export interface NoteToWrite {
  readonly kind: NoteKind;
  readonly lockId: string;
  /** One for each action, however often its note is sent. */
  readonly key: string;
  /** "Record locked", in the writer's language. */
  readonly title: string;
  /** What it tells, label and text: "Reason", "Year-end audit". Those without a text are left out. */
  readonly rows: readonly (readonly [label: string, text: string | null])[];
}

/** Zoho's limit of a title, in UTF-16 code units. Two reasons of the longest kind are far from its limit of a content. */
const TITLE_LIMIT = 120;

export const noteTitle = ({ title }: NoteToWrite): string => title.slice(0, TITLE_LIMIT);

/** The rows, a line each, and the mark in the last line. */
export const noteContent = ({ kind, lockId, key, rows }: NoteToWrite): string =>
  [
    ...rows.flatMap(([label, text]) => (text?.trim() ? [`${label}: ${withoutMarks(text.trim())}`] : [])),
    markLine({ what: kind, lockId, key }),
  ].join('\n');

/** A note of ours, without its mark. */
export interface TrailNote {
  readonly kind: NoteKind;
  readonly lockId: string;
  readonly key: string;
  readonly text: string;
  readonly by: Named | null;
  readonly at: string | null;
}

/** What a note tells where it is one of ours: its last line that is not empty is a mark. */
export function trailNoteIn({ content, createdBy, createdAt }: CrmNote): TrailNote | null {
  const lines = linesOf(content.trimEnd());
  const mark = markIn(lines.at(-1) ?? '');
  if (!mark || !isKind(mark.what)) return null;
  const { lockId, key } = mark;
  return {
    kind: mark.what,
    lockId,
    key,
    text: lines.slice(0, -1).join('\n').trim(),
    by: createdBy,
    at: createdAt,
  };
}

const isKind = (what: string): what is NoteKind => KINDS.includes(what);
