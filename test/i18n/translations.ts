import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileMessages } from '../../src/i18n/compile-messages';
import { directionOf } from '../../src/i18n/locale';
import type { Page } from '../../src/i18n/pages';
import { createTranslator, type Translator } from '../../src/i18n/translator';

/** The languages that ship. */
export const LANGUAGES: readonly string[] = readdirSync(
  join(import.meta.dirname, '../../app/translations'),
).map((name) => name.replace('.json', ''));

/** The text of a file that ships in `app/translations`. */
export const readTranslation = (language: string): string =>
  readFileSync(join(import.meta.dirname, `../../app/translations/${language}.json`), 'utf8');

/** A translator over the real messages of one page; `en-XA` is the pseudo-locale. */
export const translatorFor = (page: Page, language: string): Translator =>
  createTranslator(
    compileMessages(readTranslation, page, language),
    language === 'en-XA' ? 'en' : language,
    directionOf(language),
  );
