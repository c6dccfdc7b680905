import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PAGES, pageTable } from '../../../tools/packing/pages';

test('packing prints what to enter for each page of the zip, and nothing for pages that are not in it', () => {
  expect(pageTable(['app/record-lock.html', 'app/records.html', 'app/assets/records.js'])).toEqual([
    'widget          type          index page         size',
    'Record Lock     Related List  /record-lock.html  sets its own height; 280 px wide or more',
    'Lock Records    Button        /records.html      800 × 600 popup',
    'Locked Records  Web Tab       /records.html      the whole tab',
  ]);
});

test('the installation guide has a row for each page, as packing prints it', () => {
  const guide = readFileSync('docs/install.md', 'utf8');
  const rows = guide.split('\n').filter((line) => line.startsWith('| ') && line.includes('.html`'));
  expect(rows).toEqual(
    PAGES.map(({ name, type, index, size }) => `| ${name} | ${type} | \`${index}\` | ${size} |`),
  );
});
