import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { licenseList, packagesOf } from '../../../tools/packing/licenses';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'licenses-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function make(path: string, manifest: object, license?: string): string {
  const folder = join(root, path);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  if (license) writeFileSync(join(folder, 'LICENSE'), license);
  return folder;
}

test('packages are told from where their modules are', () => {
  const ids = [
    '/p/src/a.ts',
    '/p/node_modules/b/c.js',
    '/p/node_modules/b/d.js',
    '\0/p/node_modules/@e/f/g/h.js?v',
    'x',
  ];
  expect(packagesOf(ids)).toEqual(['/p/node_modules/b', '/p/node_modules/@e/f']);
  expect(packagesOf(['/p/node_modules/a/node_modules/b/c.js'])).toEqual(['/p/node_modules/a/node_modules/b']);
});

test('ours stands first, then each by its name, with its text', () => {
  const ours = make('ours', { name: 'ours', version: '1.0.0', license: 'MIT' }, 'Our text\r\n');
  const z = make('z', { name: 'z', version: '3.0.0', license: 'ISC' }, 'Text of z');
  const a = make('a', { name: 'a', version: '2.0.0', license: 'MIT' }, 'Text of a');
  const list = licenseList(ours, [z, a]);
  expect(list).toMatch(
    /^ours 1\.0\.0 \(MIT\)\n\nOur text\n.*a 2\.0\.0 \(MIT\)\n\nText of a\n.*z 3\.0\.0 \(ISC\)\n\nText of z\n$/s,
  );
});

test('a package without a licence, or without its text, does not ship', () => {
  const ours = make('ours', { name: 'ours', version: '1.0.0', license: 'MIT' }, 'Our text');
  for (const bare of [make('a', { name: 'bare', license: 'MIT' }), make('b', { name: 'bare' }, 'Text')])
    expect(() => licenseList(ours, [bare])).toThrow('bare ships, but says nothing of its licence');
});
