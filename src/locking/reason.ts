/** Zoho CRM refuses longer reasons. Counted in UTF-16 code units, as `String.length` and a textarea's maxlength do. */
export const REASON_LIMIT = 3000;

export type ReasonProblem = 'empty' | 'tooLong';

/** The reason as it is sent: without surrounding white space. */
export const cleanReason = (text: string): string => text.trim();

/** Why this text cannot be sent as a reason, or null. */
export function reasonProblem(text: string): ReasonProblem | null {
  const { length } = cleanReason(text);
  return length === 0 ? 'empty' : length > REASON_LIMIT ? 'tooLong' : null;
}

/** Two reasons that differ only in surrounding white space or line-end style are the same text to a reader. */
export const sameReason = (a: string | null, b: string | null): boolean =>
  (a ?? '').replace(/\r\n?/g, '\n').trim() === (b ?? '').replace(/\r\n?/g, '\n').trim();

/** The list of recent reasons with this one in front: no doubles, at most `limit`. */
export const rememberReason = (recent: readonly string[], reason: string, limit = 5): string[] =>
  [cleanReason(reason), ...recent.filter((other) => !sameReason(other, reason))].slice(0, limit);
