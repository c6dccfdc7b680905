/**
 * zet's zip carries the time of packing and whatever order its file reads ended in. The same files in a container of
 * our own: sorted by name, with one fixed time, so that the same source gives the same bytes on every machine.
 */
import { unzipSync, type Zippable, zipSync } from 'fflate';

/** Zip times have no zone; local parts give the same bytes in every zone. */
const FIXED_TIME = new Date(2020, 0, 1, 0, 0, 0);

export function sameBytes(zip: Uint8Array): Uint8Array {
  const files: Zippable = {};
  for (const [path, content] of Object.entries(unzipSync(zip)).sort(([a], [b]) => (a < b ? -1 : 1)))
    files[path] = [content, { mtime: FIXED_TIME, level: 9 }];
  return zipSync(files);
}
