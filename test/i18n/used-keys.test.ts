import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { flatten } from '../../src/i18n/compile-messages';
import { readTranslation } from './translations';

const SRC = join(import.meta.dirname, '../../src');

/** Every text in quotes or backquotes of the code that ships, `${…}` taken for any word. */
const textsOfCode = (): RegExp[] => {
  const code = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('widget-sdk-types'))
    .map((name) => readFileSync(join(SRC, name), 'utf8'))
    .join('\n');
  const texts = code.match(/'[\w.]*\.[\w.]+'|`[\w.]*(?:\$\{[^`{}]*\}[\w.]*)+`/g) ?? [];
  return [...new Set(texts)].map((text) => {
    const pattern = text
      .slice(1, -1)
      .replaceAll('.', '\\.')
      .replace(/\$\{[^}]*\}/g, '[\\w.]+');
    return new RegExp(`^${pattern}$`);
  });
};

it('every message is used by the code', () => {
  const texts = textsOfCode().filter(({ source }) => /^\^(common|records?|settings)/.test(source));
  const keys = flatten(JSON.parse(readTranslation('en'))).map(([key]) => key);
  expect(keys.filter((key) => !texts.some((text) => text.test(key)))).toEqual([]);
});
