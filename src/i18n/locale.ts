/** The languages that `app/translations` has a file for: the build looks, so that a new language takes one file. */
declare const LANGUAGES: readonly string[];

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

/** The language whose translations serve this locale; English where there is none. Chinese is written in simplified characters. */
export function languageOf(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize();
  return LANGUAGES.includes(language) && script !== 'Hant' ? language : 'en';
}

/**
 * The tag whose dates and numbers go with words of `language`: the user's own locale, or else its region, so that English words of
 * somebody with German formats stand beside 23.10.2026.
 */
export function formatsTag(language: string, locale: string): string {
  if (locale.split('-')[0] === language) return locale;
  const { region } = new Intl.Locale(locale);
  return region ? `${language}-${region}` : language;
}

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['ar', 'he', 'fa', 'ur']);

/** The direction of the language that is shown. */
export const directionOf = (language: string): 'ltr' | 'rtl' => (RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr');
