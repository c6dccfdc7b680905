import { expect, test } from 'vitest';
import { foreignFiles } from '../../../tools/packing/contents';

test('the parts of the extension belong into the zip', () => {
  const parts = [
    'record-lock.html',
    'assets/settings-open-editor.js',
    'assets/record.ar.json',
    'translations/de.json',
  ];
  expect(foreignFiles(parts.map((part) => `app/${part}`))).toEqual([]);
});

test.each([
  'app/assets/record-lock.js.map',
  'app/notes.txt',
  'app/assets/evil.js',
  'app/settings.html.html',
  'app/../settings.html',
  'plugin-manifest.json',
  'app/translations/.env.json',
])('%s does not', (path) => {
  expect(foreignFiles([path])).toEqual([`${path} is in the zip, but no part of the extension is called so`]);
});
