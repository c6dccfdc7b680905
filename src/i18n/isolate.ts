/** Marks that steer direction: overrides, embeddings and isolates could reorder the text around them. */
const BIDI_CONTROLS = /[\u202a-\u202e\u2066-\u2069]/g;
const RTL_LETTER = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const LTR_LETTER = /[A-Za-z\u00c0-\u02b8\u0370-\u058f\u0900-\u1fff\u3040-\ud7ff]/;

/** Characters that a value may have: several times what Zoho takes for a name, and far less than what would bury the page. */
const MOST = 1_000;

/** A text that is longer than any honest one, cut with a sign that it goes on; never in the middle of a character. */
export const clipped = (value: string): string =>
  value.length > MOST ? `${value.slice(0, MOST).replace(/[\ud800-\udbff]$/, '')}…` : value;

/**
 * A value as it may stand inside a sentence: clipped, without direction controls of its own, and wrapped in a first-strong
 * isolate where it reads against the sentence. Where it reads along, it stays as it is, so that names of controls stay plain.
 */
export function isolate(value: string, direction: 'ltr' | 'rtl'): string {
  const plain = clipped(value).replace(BIDI_CONTROLS, '');
  const against = direction === 'rtl' ? LTR_LETTER : RTL_LETTER;
  return against.test(plain) ? `\u2068${plain}\u2069` : plain;
}
