/**
 * The last line of a task or note of ours, which every language recognises: `[record-lock:request:<lock's id>:<key>]`. It groups what
 * belongs together and says of which lock it is; whoever may write tasks can write it, so nothing is allowed because of it.
 */
export interface Mark<What extends string = string> {
  readonly what: What;
  readonly lockId: string;
  /** The same in all that came of one press, so that what was sent is found again after its reply was lost. */
  readonly key: string;
}

const LINE = /^\[record-lock:([a-z]{1,20}):(\w{1,200}):([a-z0-9]{1,20})\]$/;

export const markLine = ({ what, lockId, key }: Mark): string => `[record-lock:${what}:${lockId}:${key}]`;

/** The mark that a line is, or null. */
export function markIn(line: string): Mark | null {
  const [, what, lockId, key] = LINE.exec(line.trim()) ?? [];
  return what && lockId && key ? { what, lockId, key } : null;
}

/** What somebody typed, so that no line of it reads as a mark. */
export const withoutMarks = (text: string): string => text.replaceAll('[record-lock:', '[record-lock :');

/** Lines as they were written, however the CRM ends them. */
export const linesOf = (text: string): string[] => text.replace(/\r\n?/g, '\n').split('\n');
