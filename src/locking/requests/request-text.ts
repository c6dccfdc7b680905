import { linesOf, markIn, markLine, withoutMarks } from '../mark';
import { cleanMessage } from './message';

/** What became of a request. `completed`: somebody completed its task in the CRM, without a word. */
export type OutcomeKind = 'declined' | 'withdrawn' | 'unlocked' | 'completed';

/** The outcomes that our pages write into a task. */
export type WrittenOutcome = Exclude<OutcomeKind, 'completed'>;
const WRITTEN: readonly string[] = ['declined', 'withdrawn', 'unlocked'] satisfies WrittenOutcome[];

export interface RequestToWrite {
  readonly message: string;
  /** "Asked by Patricia Boyle", in the asker's language. */
  readonly who: string;
  /** The record's address; null where it is not known. */
  readonly link: string | null;
  readonly lockId: string;
  readonly key: string;
}

/** The description of a request's task: the message, who asks, the record, and the mark in the last line. */
export const requestText = ({ message, who, link, lockId, key }: RequestToWrite): string =>
  [
    withoutMarks(cleanMessage(message)),
    '',
    oneLine(who),
    ...(link === null ? [] : [link]),
    markLine({ what: 'request', lockId, key }),
  ].join('\n');

export interface OutcomeToWrite {
  readonly kind: WrittenOutcome;
  /** "Declined by John Smith", in the writer's language. */
  readonly who: string;
  readonly answer?: string;
}

/** A request's description with what became of it below. */
export function withOutcome(description: string, { kind, who, answer = '' }: OutcomeToWrite): string {
  const { lockId = '0', key = '0' } = requestIn(description) ?? {};
  return [
    ...linesOf(description),
    '',
    oneLine(who),
    ...(answer ? [withoutMarks(cleanMessage(answer))] : []),
    markLine({ what: kind, lockId, key }),
  ].join('\n');
}

/** What a description tells; null when it is none of a request. */
export interface RequestInText {
  readonly lockId: string;
  readonly key: string;
  readonly message: string;
  readonly outcome: WrittenOutcome | null;
  readonly answer: string;
}

/** The last line that marks a request counts: what the asker typed stands before it, what was answered after it. */
export function requestIn(description: string): RequestInText | null {
  const lines = linesOf(description);
  const at = lines.findLastIndex((line) => markIn(line)?.what === 'request');
  const mark = at < 0 ? null : markIn(lines[at] ?? '');
  if (!mark) return null;
  const after = lines.slice(at + 1);
  const end = after.findLastIndex((line) => WRITTEN.includes(markIn(line)?.what ?? ''));
  return {
    lockId: mark.lockId,
    key: mark.key,
    message: messageIn(lines.slice(0, at)),
    outcome: isWritten(markIn(after[end] ?? '')?.what),
    answer: end < 0 ? '' : withoutHeading(after.slice(0, end)),
  };
}

const isWritten = (what: string | undefined): WrittenOutcome | null =>
  WRITTEN.includes(what ?? '') ? (what as WrittenOutcome) : null;

const text = (lines: readonly string[]): string => lines.join('\n').trim();

/** Above the mark stand who asks and the record's address. */
function messageIn(lines: readonly string[]): string {
  const kept = text(lines).split('\n');
  if (/^https?:\/\/\S+$/.test(kept.at(-1)?.trim() ?? '')) kept.pop();
  return text(kept.slice(0, -1));
}

const withoutHeading = (lines: readonly string[]): string => text(text(lines).split('\n').slice(1));

/** A name may hold what ends a line. */
const oneLine = (value: string): string => withoutMarks(value.replace(/\s+/g, ' ').trim());
