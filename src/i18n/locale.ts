/** Languages with translations of their own; `en-XA` is the pseudo-locale of the tests. */
export const LANGUAGES = ['en', 'de', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Codes that Zoho and older systems use for the same languages. */
const ALIASES: Readonly<Record<string, string>> = { iw: 'he', in: 'id', ji: 'yi' };

/** A BCP 47 tag for formats, from the CRM's spelling: `de_DE` → `de-DE`, `iw_IL` → `he-IL`; `en` when it is not one. */
export function localeTag(code: string): string {
  const [language = '', ...rest] = code.trim().replaceAll('_', '-').split('-');
  try {
    return Intl.getCanonicalLocales([ALIASES[language] ?? language, ...rest].join('-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** The language whose translations serve this locale. */
export function languageOf(tag: string): Language {
  const [language] = tag.split('-');
  return LANGUAGES.find((known) => known === language) ?? 'en';
}

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['ar', 'he', 'fa', 'ur']);

/** The direction of the language that is shown. */
export const directionOf = (language: string): 'ltr' | 'rtl' => (RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr');
