import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { checkListing, sizeOfPng, TEXTS } from '../../../tools/listing/check';
import { PICTURES } from '../../../tools/listing/pictures';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** The beginning of a PNG of this size, filled up to a number of bytes. */
function png(width: number, height: number, bytes = 100): Buffer {
  const picture = Buffer.alloc(bytes);
  picture.write('89504e470d0a1a0a0000000d49484452', 0, 'hex');
  picture.writeUInt32BE(width, 16);
  picture.writeUInt32BE(height, 20);
  return picture;
}

/** A complete listing, changed by the files given; an undefined file is left out. */
function check(files: Record<string, Buffer | string | undefined> = {}) {
  const root = mkdtempSync(join(tmpdir(), 'listing-'));
  folders.push(root);
  mkdirSync(join(root, 'docs/listing'), { recursive: true });
  writeFileSync(join(root, 'package.json'), '{}');
  const all = {
    ...Object.fromEntries(PICTURES.map(({ file, width, height }) => [file, png(width, height)])),
    ...Object.fromEntries(TEXTS.map((file) => [file, '# Text'])),
    ...files,
  };
  for (const [file, content] of Object.entries(all))
    if (content !== undefined) writeFileSync(join(root, 'docs/listing', file), content);
  return checkListing(root);
}

test('a complete listing has two icons, a thumbnail, four screenshots and all texts', () => {
  const { pictures, problems } = check();
  expect(problems).toEqual([]);
  expect(pictures).toHaveLength(7);
});

test.each([
  ['icon-180.png', undefined, 'icon-180.png is missing'],
  ['icon-120.png', png(180, 180), 'icon-120.png is 180 × 180, not 120 × 120'],
  ['thumbnail.png', png(740, 341), 'thumbnail.png is 740 × 341, not 740 × 340'],
  ['thumbnail.png', png(740, 340, 1_000_001), 'thumbnail.png has 1000001 bytes, at most 1000000 are allowed'],
  ['screenshot-2.png', png(1280, 799), 'screenshot-2.png is 1280 × 799, not at least 1280 × 800'],
  ['screenshot-4.png', png(1279, 900), 'screenshot-4.png is 1279 × 900, not at least 1280 × 800'],
  ['screenshot-1.png', '<svg/>', 'screenshot-1.png is no PNG'],
  ['privacy-policy.md', undefined, 'privacy-policy.md is missing'],
  ['listing.md', '[terms](terms.md)', 'docs/listing/listing.md: terms.md leads nowhere'],
])('%s that is wrong is named with what it should be (%#)', (file, content, problem) => {
  expect(check({ [file]: content }).problems).toEqual([problem]);
});

test('a screenshot may be larger than the form asks for', () => {
  expect(check({ 'screenshot-3.png': png(2560, 1600, 1_999_999) }).problems).toEqual([]);
});

test('the size of a PNG is read from its head, and of nothing else', () => {
  expect(sizeOfPng(png(3, 70_000))).toEqual({ width: 3, height: 70_000 });
  expect(sizeOfPng(Buffer.from('GIF89a'))).toBeUndefined();
  expect(sizeOfPng(Buffer.concat([png(1, 1).subarray(0, 12), Buffer.alloc(20)]))).toBeUndefined();
});
