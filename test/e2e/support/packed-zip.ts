import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';

const ZIP = fileURLToPath(new URL('../../../dist/record-lock.zip', import.meta.url));

/** The files of the zip that `npm run pack` made: the browser tests see what a customer installs, nothing else. */
export function packedZip(): Record<string, Uint8Array> {
  if (!existsSync(ZIP))
    throw new Error('There is no dist/record-lock.zip to test: run `npm run pack` first.');
  return unzipSync(readFileSync(ZIP));
}
