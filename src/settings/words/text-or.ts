import { clipped } from '../../i18n/isolate';
import type { Translator } from '../../i18n/translator';

/** The text under a key that ends in a word of Zoho's; the word itself when this version has no text for it. */
export function textOr({ t }: Pick<Translator, 't'>, prefix: string, word: string): string {
  const key = `${prefix}.${word}`;
  const text = t(key);
  return text === key ? clipped(word) : text;
}
