/**
 * Build-time half of the translations: turns `app/translations/<locale>.json` (ICU messages people can read and
 * translate) into the compact form that the pages ship, so that no message parser travels to the browser.
 *
 * A page imports `virtual:messages/<page>/<locale>` and gets only the groups it uses; `en-XA` is a pseudo-locale made
 * from English (accents, longer text, brackets), which shows any text that did not come from the translations.
 */
import compile from 'icu-minify/compile';

export type MessageTree = { readonly [key: string]: string | MessageTree };

const PREFIX = 'virtual:messages/';

/** The groups of `<locale>.json` each page carries. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  record: ['common', 'record'],
  settings: ['common', 'settings'],
};

/** Vite plugin; `read` returns the text of `app/translations/<locale>.json`. */
export function messagesPlugin(read: (locale: string) => string) {
  return {
    name: 'messages',
    resolveId: (id: string) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
    load(id: string) {
      if (!id.startsWith(`\0${PREFIX}`)) return undefined;
      const [page = '', locale = ''] = id.slice(PREFIX.length + 1).split('/');
      return `export default ${JSON.stringify(compileMessages(read, page, locale))}`;
    },
  };
}

/** The messages of one page in one locale, by flat key (`record.unlocked`), compiled. */
export function compileMessages(read: (locale: string) => string, page: string, locale: string) {
  const tree: MessageTree = JSON.parse(read(locale === 'en-XA' ? 'en' : locale));
  const compiled: Record<string, unknown> = {};
  for (const [key, text] of flatten(tree)) {
    if (GROUPS[page]?.includes(key.split('.')[0] ?? ''))
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
