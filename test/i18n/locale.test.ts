import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { directionOf, formatsTag, languageOf, localeTag } from '../../src/i18n/locale';
import { LANGUAGES } from './translations';

describe('the locale of the CRM', () => {
  it.each([
    ['en_US', 'en-US'],
    ['de_DE', 'de-DE'],
    ['pt-BR', 'pt-BR'],
    ['zh_Hant_TW', 'zh-Hant-TW'],
    ['iw_IL', 'he-IL'],
    ['in_ID', 'id-ID'],
    [' ar_EG ', 'ar-EG'],
    ['DE', 'de'],
    ['', 'en'],
    ['English', 'english'],
    ['x', 'en'],
    ['en_US.UTF-8', 'en'],
    ['constructor', 'en'],
    ['__proto__', 'en'],
    ['<img>', 'en'],
  ])('%j is %s', (code, tag) => {
    expect(localeTag(code)).toBe(tag);
  });

  it('always is a tag that formats take', () => {
    const parts = fc.array(fc.constantFrom('de', 'DE', 'iw', '_', '-', 'u', 'x', 'ca', 'Hant', '1994', 'é'));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          parts.map((all) => all.join('_')),
        ),
        (code) => {
          const tag = localeTag(code);
          expect(Intl.getCanonicalLocales(tag)).toEqual([tag]);
          expect(LANGUAGES).toContain(languageOf(tag));
        },
      ),
    );
  }, 30_000);

  it('chooses the language that is translated, else English', () => {
    expect(['de-AT', 'ar-EG', 'en-GB', 'fi-FI', 'enm'].map(languageOf)).toEqual([
      'de',
      'ar',
      'en',
      'en',
      'en',
    ]);
  });

  it('reads from the right where the language does', () => {
    expect(['ar', 'he', 'fa', 'ur'].map(directionOf)).toEqual(['rtl', 'rtl', 'rtl', 'rtl']);
    expect(LANGUAGES.filter((language) => directionOf(language) === 'rtl')).toContain('ar');
    expect(LANGUAGES.filter((language) => directionOf(language) === 'ltr')).toContain('en');
  });
});

describe('the formats beside words', () => {
  it.each([
    ['en', 'en-IN', 'en-IN'],
    ['en', 'de-DE', 'en-DE'],
    ['de', 'de-CH', 'de-CH'],
    ['en', 'fi', 'en'],
    ['ar', 'en-US', 'ar-US'],
  ] as const)('of %s for a user of %s are those of %s', (language, locale, tag) => {
    expect(formatsTag(language, locale)).toBe(tag);
  });
});
