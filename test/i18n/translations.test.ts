import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileMessages, englishOf, flatten, messageFiles, pseudo } from '../../src/i18n/compile-messages';
import { LANGUAGES, readTranslation, translatorFor } from './translations';

const messagesOf = (language: string) => new Map(flatten(JSON.parse(readTranslation(language))));

/** What the sentences about a rule are made of. */
const WHY = {
  action: 'delete',
  rule: 'R',
  day: 'D',
  sources: 'S',
  because: 'B',
  fields: 'F',
  actions: 'A',
  field: 'F',
  value: 'V',
  to: 'T',
  names: 'N',
};

/** Names of the arguments and tags of an ICU message; the words of its branches are not among them. */
const ARGUMENT =
  /(?<!(?:\b(?:zero|one|two|few|many|other|night|true|delete|change_owner|tags|convert|send_\w+)|=\d+)\s*)\{\w+(?=[,}])/g;
const argumentsOf = (text: string): string[] =>
  [...new Set([...(text.match(ARGUMENT) ?? []), ...(text.match(/<\/?\w+>/g) ?? [])])].sort();

describe('the translations', () => {
  it.each(LANGUAGES)('%s has every message of English, and no other', (language) => {
    expect([...messagesOf(language).keys()].sort()).toEqual([...messagesOf('en').keys()].sort());
  });

  it.each(LANGUAGES)('%s takes the arguments of English in every message', (language) => {
    const own = messagesOf(language);
    for (const [key, text] of messagesOf('en'))
      expect([key, argumentsOf(own.get(key) ?? '')]).toEqual([key, argumentsOf(text)]);
  });

  it.each(LANGUAGES.filter((language) => language !== 'en'))('%s says nothing in English', (language) => {
    const english = messagesOf('en');
    const same = [...messagesOf(language)].filter(([key, text]) => text === english.get(key));
    // A single word may be the same in both, and so may the keys of a keyboard.
    const sentences = same.map(([, text]) => text).filter((text) => /\p{L}.* \p{L}/u.test(text));
    expect(sentences.filter((text) => !text.endsWith('+ Enter'))).toEqual([]);
  });

  it.each(LANGUAGES)('%s has every plural form that the language has', (language) => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const lacking = [...messagesOf(language)].flatMap(([key, text]) =>
      text
        .split(/\{\w+, plural,/)
        .slice(1)
        .map((branches) => {
          const missing = needed.filter((form) => !new RegExp(`(^|[\\s}])${form} ?\\{`).test(branches));
          return missing.length > 0 ? `${key}: ${missing}` : '';
        }),
    );
    expect(lacking.filter(Boolean)).toEqual([]);
  });

  it.each(LANGUAGES)('%s has a form for every count', (language) => {
    const { t } = translatorFor('record', language);
    for (const count of [0, 1, 2, 3, 11, 100, 2999])
      for (const key of ['record.left', 'record.reasonTooLong', 'record.severalRecords']) {
        const text = t(key, { count });
        expect(text).not.toBe(key);
        expect(text).not.toContain('{');
      }
  });

  it.each(LANGUAGES)('%s can be compiled for both pages', (language) => {
    for (const page of ['record', 'settings'] as const) {
      const { t } = translatorFor(page, language);
      const keys = Object.keys(compileMessages(readTranslation, page, language));
      const values = { name: 'N', when: 'W', message: 'M', count: 1, ...WHY };
      if (page === 'record') for (const key of keys) expect(t(key, values)).not.toMatch(/^$|[{}]/);
    }
  });
});

describe('what ships of them', () => {
  it('is one file for each page and other language than English, with the groups that the page uses', () => {
    const files = new Map(messageFiles(readTranslation, LANGUAGES));
    expect([...files.keys()].sort()).toEqual(
      LANGUAGES.filter((language) => language !== 'en')
        .flatMap((language) => [
          `record.${language}.json`,
          `records.${language}.json`,
          `settings.${language}.json`,
        ])
        .sort(),
    );
    const keys = Object.keys(JSON.parse(files.get('record.de.json') ?? '{}'));
    expect(new Set(keys.map((key) => key.split('.')[0]))).toEqual(new Set(['common', 'record', 'settings']));
    // Of the settings page's only what a rule demands.
    const rules = keys.filter((key) => key.startsWith('settings.'));
    expect(rules.filter((key) => !/^settings\.rules\.(say|token)\./.test(key))).toEqual([]);
  });

  it('is, in English, a text that no script element ends before its end', () => {
    const english = englishOf(() => JSON.stringify({ record: { a: 'a < b' } }), 'record');
    expect(english).not.toContain('<');
    expect(JSON.parse(english)).toEqual({ 'record.a': 'a < b' });
  });
});

describe('the translator', () => {
  it('shows the key of a message that is missing', () => {
    expect(translatorFor('record', 'en').t('record.nothingOfTheKind')).toBe('record.nothingOfTheKind');
  });

  it('isolates names that read the other way', () => {
    const { t } = translatorFor('record', 'en');
    expect(t('record.byNobody', { name: 'مطبعة' })).toBe('By \u2068مطبعة\u2069');
    expect(t('record.byNobody', { name: 'A\u202eB' })).toBe('By AB');
  });

  it('keeps any name whole, and takes nothing in it for a message', () => {
    const { t } = translatorFor('record', 'en');
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.constantFrom('{name}', '<b>x</b>', "'{", '#', '\ud800', '{count, plural}')),
        (name) => {
          expect(t('record.byNobody', { name })).toBe(`By ${name}`);
        },
      ),
    );
  });
});

describe('the pseudo-locale', () => {
  it('marks every text and leaves arguments alone', () => {
    expect(pseudo('By {name}')).toMatch(/^\[Bý \{name\}~+\]$/);
    const { t } = translatorFor('record', 'en-XA');
    for (const key of messagesOf('en').keys())
      if (key.startsWith('record.') || key.startsWith('common.'))
        expect(t(key, { name: 'N', when: 'W', message: 'M', count: 2, ...WHY })).toMatch(/^\[.*\]$/s);
  });
});
