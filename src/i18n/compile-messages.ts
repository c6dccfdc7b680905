import compile from 'icu-minify/compile';
import type { Messages } from './translator';

/**
 * Build-time half of the translations: turns `app/translations/<locale>.json` (ICU messages that people can read and
 * translate) into the compact form that the pages load, so that no message parser travels to the browser. Each page gets
 * `assets/<page>.<language>.json` with only the groups it uses.
 */
export type MessageTree = { readonly [key: string]: string | MessageTree };

/** The groups of `<locale>.json` each page uses; both say what a rule demands. */
const GROUPS = {
  record: ['common', 'record', 'settings.rules.say', 'settings.rules.token'],
  settings: ['common', 'settings'],
} as const;

export type Page = keyof typeof GROUPS;

/** The files to ship: name under `assets/` and content. `read` returns the text of `app/translations/<language>.json`. */
export function messageFiles(
  read: (language: string) => string,
  languages: readonly string[],
): [name: string, content: string][] {
  return (Object.keys(GROUPS) as Page[]).flatMap((page) =>
    languages.map((language): [string, string] => [
      `${page}.${language}.json`,
      JSON.stringify(compileMessages(read, page, language)),
    ]),
  );
}

/**
 * The messages of one page in one language, by flat key (`record.unlocked`), compiled. `en-XA` is a pseudo-locale made from
 * English (accents, longer text, brackets), which shows any text that did not come from the translations.
 */
export function compileMessages(read: (language: string) => string, page: Page, locale: string): Messages {
  const tree: MessageTree = JSON.parse(read(locale === 'en-XA' ? 'en' : locale));
  const groups: readonly string[] = GROUPS[page];
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
