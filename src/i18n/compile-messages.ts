import compile from 'icu-minify/compile';
import { PAGE_NAMES, PAGES, type Page } from './pages.ts';
import type { Messages } from './translator';

/**
 * Build-time half of the translations: turns `app/translations/<locale>.json` (ICU messages that people can read and
 * translate) into the compact form that the pages load, so that no message parser travels to the browser. The English ones are
 * part of each page; the others are `assets/<page>.<language>.json`, with only the groups that the page uses.
 */
export type MessageTree = { readonly [key: string]: string | MessageTree };

/** Reads the text of `app/translations/<language>.json`. */
export type ReadTranslation = (language: string) => string;

/** The files to ship: name under `assets/` and content. */
export function messageFiles(
  read: ReadTranslation,
  languages: readonly string[],
): [name: string, content: string][] {
  return PAGE_NAMES.flatMap((page) =>
    languages
      .filter((language) => language !== 'en')
      .map((language): [string, string] => [
        `${page}.${language}.json`,
        JSON.stringify(compileMessages(read, page, language)),
      ]),
  );
}

/** The English messages of a page, as they stand in a `<script type="application/json">` of it. */
export const englishOf = (read: ReadTranslation, page: Page): string =>
  JSON.stringify(compileMessages(read, page, 'en')).replaceAll('<', '\\u003c');

/**
 * The messages of one page in one language, by flat key (`record.unlocked`), compiled. `en-XA` is a pseudo-locale made from
 * English (accents, longer text, brackets), which shows any text that did not come from the translations.
 */
export function compileMessages(read: ReadTranslation, page: Page, locale: string): Messages {
  const tree: MessageTree = JSON.parse(read(locale === 'en-XA' ? 'en' : locale));
  const groups: readonly string[] = PAGES[page].messages;
  const compiled: Record<string, ReturnType<typeof compile>> = {};
  for (const [key, text] of flatten(tree)) {
    if (groups.some((group) => key.startsWith(`${group}.`)))
      compiled[key] = compile(locale === 'en-XA' ? pseudo(text) : text);
  }
  return compiled;
}

/** Every message with its dotted key. */
export function flatten(tree: MessageTree, prefix = ''): [key: string, text: string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[prefix + key, value] as [string, string]]
      : flatten(value, `${prefix}${key}.`),
  );
}

const ACCENTS: Readonly<Record<string, string>> = {
  a: 'á',
  c: 'ç',
  e: 'é',
  i: 'î',
  n: 'ñ',
  o: 'ö',
  u: 'ü',
  y: 'ý',
  A: 'Å',
  E: 'É',
  O: 'Ö',
  U: 'Û',
};

/** Accented, a third longer and in brackets; ICU arguments, tags and plural keywords stay as they are. */
export function pseudo(text: string): string {
  let depth = 0;
  let inTag = false;
  let accented = '';
  for (const char of text) {
    if (char === '{') depth++;
    if (char === '}') depth--;
    if (char === '<') inTag = true;
    accented += depth === 0 && !inTag ? (ACCENTS[char] ?? char) : char;
    if (char === '>') inTag = false;
  }
  return `[${accented}${'~'.repeat(Math.ceil(text.length / 3))}]`;
}
