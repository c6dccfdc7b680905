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
export const sameReason = (a: string | null, b: string | null): boolean => asRead(a) === asRead(b);

const asRead = (reason: string | null): string => (reason ?? '').replace(/\r\n?/g, '\n').trim();

/** Of a reason that was cut off at least this much is left, in UTF-16 code units: anything shorter may be another text. */
const CUT_OFF_AT_LEAST = 100;

/**
 * Whether `stored` may be what the CRM made of `sent`: spaces collapsed, letters composed otherwise, what it cannot store
 * replaced, or the end cut off. Only for a write whose reply was lost; a reply names the lock itself.
 */
export function mayBeStoredAs(sent: string, stored: string | null): boolean {
  const [mine, found] = [wordsOf(sent), wordsOf(stored ?? '')];
  if (mine === found) return mine !== '' || sameReason(sent, stored);
  return found.length >= CUT_OFF_AT_LEAST && mine.startsWith(found);
}

/** Letters and digits alone: what no way of storing a text changes. */
const wordsOf = (text: string): string => text.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]+/gu, '');

/**
 * A mark that shows whether a reason is still the same one, without keeping its text: its length and two sums of 32 bits.
 * Reasons that are the same by `sameReason` have the same mark. It hides nothing.
 */
export function reasonMark(reason: string | null): string {
  const text = asRead(reason);
  let [a, b] = [0x811c9dc5, 0x9e3779b9];
  for (let i = 0; i < text.length; i++) {
    a = Math.imul(a ^ text.charCodeAt(i), 0x01000193);
    b = Math.imul((b << 5) ^ (b >>> 27) ^ text.charCodeAt(i), 0x85ebca6b);
  }
  return `${text.length} ${a} ${b}`;
}

/** The recent reasons with this one in front: each once, at most `limit`. */
export const rememberReason = (recent: readonly string[], reason: string, limit = 5): string[] =>
  [cleanReason(reason), ...recent.filter((other) => !sameReason(other, reason))].slice(0, limit);

/** Name under which a browser keeps the reasons that a person gave last. */
export const RECENT_REASONS = 'reasons';

/** Those reasons, latest first, in what the browser kept, which may be anything. */
export const recentReasonsIn = (kept: unknown): string[] =>
  Array.isArray(kept) ? kept.filter((reason) => typeof reason === 'string') : [];
