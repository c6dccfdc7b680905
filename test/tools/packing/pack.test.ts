import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, expect, test } from 'vitest';
import { pack } from '../../../tools/packing/pack';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const PAGE = { 'app/record-lock.html': '<p>page</p>', 'app/assets/record-lock.js': 'start()' };

/** An extension folder with these files, all last changed at `changed` (seconds since 1970). */
function extension(files: Record<string, string>, changed = 1_700_000_000): string {
  const root = mkdtempSync(join(tmpdir(), 'extension-'));
  folders.push(root);
  for (const [path, text] of Object.entries({ 'plugin-manifest.json': '{"service":"CRM"}', ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    utimesSync(join(root, path), changed, changed);
  }
  return root;
}

test('the zip holds the files of app/ and nothing else', () => {
  const zipped = unzipSync(pack(extension({ ...PAGE, 'notes.txt': 'not for the zip' }), 'record-lock'));
  expect(Object.keys(zipped)).toEqual(['app/assets/record-lock.js', 'app/record-lock.html']);
  expect(strFromU8(zipped['app/record-lock.html'] ?? new Uint8Array())).toBe('<p>page</p>');
});

test('the same files give the same bytes, whenever and in whatever order they were written', () => {
  const first = pack(extension(PAGE), 'record-lock');
  const backwards = Object.fromEntries(Object.entries(PAGE).reverse());
  const second = pack(extension(backwards, 1_800_000_000), 'record-lock');
  expect(Buffer.compare(first, second)).toBe(0);
});

test('packing leaves nothing behind in the built folder', () => {
  const root = extension(PAGE);
  pack(root, 'record-lock');
  expect(readdirSync(root).sort()).toEqual(['app', 'plugin-manifest.json']);
});

test.each([
  ['app/assets/record-lock.js.map', 'zet leaves out the type .map'],
  ['app/LICENSE', 'zet leaves out files without an extension'],
  ['app/img/Icon.PNG', 'zet leaves out .PNG; write it in lower case'],
])('%s, which zet drops, is named', (path, why) => {
  expect(() => pack(extension({ ...PAGE, [path]: 'x' }), 'record-lock')).toThrow(
    `${path} is missing from the zip: ${why}`,
  );
});

test('what zet refuses is an error that says why', () => {
  expect(() => pack(extension({ ...PAGE, 'app/a b.js': '' }), 'record-lock')).toThrow(
    /zet validate refuses.*a b\.js/s,
  );
});
