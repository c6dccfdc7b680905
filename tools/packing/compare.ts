/** Is in the zip what the build meant to ship? zet leaves out files without failing. */
import { extname } from 'node:path';

/** The file types zet takes for CRM; it compares them as they are written. */
const TAKEN = new Set(
  '.jpg .jpeg .png .gif .svg .css .woff .woff2 .ttf .eot .webm .js .mp3 .mp4 .json .txt .md .xml .html'.split(
    ' ',
  ),
);

export interface Files {
  readonly [path: string]: Uint8Array;
}

/** One sentence per file that is missing from the zip, is in it uncalled for, or differs. Paths begin with `app/`. */
export function differences(meant: Files, zipped: Files): string[] {
  const problems: string[] = [];
  for (const [path, content] of Object.entries(meant)) {
    const packed = zipped[path];
    if (!packed) problems.push(`${path} is missing from the zip: ${whyDropped(path)}`);
    else if (!sameContent(content, packed))
      problems.push(`${path} is not the same in the zip as in the build`);
  }
  for (const path of Object.keys(zipped))
    if (!meant[path]) problems.push(`${path} is in the zip, but the build did not mean to ship it`);
  return problems;
}

function whyDropped(path: string): string {
  const extension = extname(path);
  if (!extension) return 'zet leaves out files without an extension';
  if (TAKEN.has(extension)) return 'zet takes this type, so something removed the file on the way';
  if (TAKEN.has(extension.toLowerCase())) return `zet leaves out ${extension}; write it in lower case`;
  return `zet leaves out the type ${extension}`;
}

const sameContent = (a: Uint8Array, b: Uint8Array) =>
  a.length === b.length && a.every((byte, index) => byte === b[index]);
