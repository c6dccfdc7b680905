/** Is the listing complete: every picture in its size, every text there, every link in them good? */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDocs } from '../docs/check';
import { PICTURES, type Picture } from './pictures';

/** What the form asks for besides pictures. */
export const TEXTS = [
  'listing.md',
  'privacy-policy.md',
  'terms-of-use.md',
  'personal-data.md',
  'security-review.md',
];

export interface ListingCheck {
  /** What is there and right, for the reader. */
  readonly pictures: readonly string[];
  readonly problems: readonly string[];
}

/** @param root of the project; the listing is in `docs/listing/` */
export function checkListing(root: string): ListingCheck {
  const folder = join(root, 'docs/listing');
  const checked = PICTURES.map((picture) => ({ picture, problem: pictureProblem(folder, picture) }));
  const missing = TEXTS.filter((file) => !existsSync(join(folder, file)));
  return {
    pictures: checked.flatMap(({ picture, problem }) => (problem ? [] : [picture.file])),
    problems: [
      ...checked.flatMap(({ problem }) => problem ?? []),
      ...missing.map((file) => `${file} is missing`),
      ...checkDocs(root).problems.filter((problem) => problem.startsWith('docs/listing/')),
    ],
  };
}

function pictureProblem(folder: string, picture: Picture): string | undefined {
  const { file, width, height, atLeast, mostBytes } = picture;
  const path = join(folder, file);
  if (!existsSync(path)) return `${file} is missing`;
  const bytes = readFileSync(path);
  if (bytes.length > mostBytes) return `${file} has ${bytes.length} bytes, at most ${mostBytes} are allowed`;
  const size = sizeOfPng(bytes);
  if (!size) return `${file} is no PNG`;
  const fits = atLeast
    ? size.width >= width && size.height >= height
    : size.width === width && size.height === height;
  const wanted = `${atLeast ? 'at least ' : ''}${width} × ${height}`;
  return fits ? undefined : `${file} is ${size.width} × ${size.height}, not ${wanted}`;
}

const SIGNATURE = '89504e470d0a1a0a';

/** The size in pixels is in the first chunk of a PNG, behind its name. */
export function sizeOfPng(bytes: Buffer): { width: number; height: number } | undefined {
  if (bytes.length < 24 || bytes.toString('hex', 0, 8) !== SIGNATURE) return undefined;
  if (bytes.toString('latin1', 12, 16) !== 'IHDR') return undefined;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}
