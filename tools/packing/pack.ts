/** From the built folder to the zip one uploads. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { unzipSync } from 'fflate';
import { differences, type Files } from './compare';
import { sameBytes } from './same-bytes';
import { zetPack } from './zet';

/**
 * The zip of a built extension (a folder with `plugin-manifest.json` and `app/`).
 * Throws with one line per file when zet refuses it, or when the zip does not hold exactly the files of `app/`.
 */
export function pack(extension: string, name: string): Uint8Array {
  const zip = sameBytes(zetPack(extension, name));
  const problems = differences(filesOf(extension), unzipSync(zip));
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return zip;
}

/** The files the build means to ship, as paths in the zip. */
export function filesOf(extension: string): Files {
  const files: Record<string, Uint8Array> = {};
  for (const entry of readdirSync(join(extension, 'app'), { recursive: true, withFileTypes: true }))
    if (entry.isFile()) {
      const path = join(entry.parentPath, entry.name);
      files[relative(extension, path).split(sep).join('/')] = readFileSync(path);
    }
  return files;
}
