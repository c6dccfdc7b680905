/**
 * `npm run pack`: builds both pages and packs them into `dist/record-lock.zip`. With `--twice` it does all of it a
 * second time and fails unless both zips are equal byte for byte. Prints what to enter for each page where it is installed.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { createBuilder } from 'vite';
import { foreignFiles } from './packing/contents';
import { pack } from './packing/pack';
import { pageTable } from './packing/pages';

const ZIP = 'dist/record-lock.zip';

async function buildAndPack(): Promise<Uint8Array> {
  const builder = await createBuilder({ logLevel: 'warn' });
  await builder.buildApp();
  const zip = pack('dist/record-lock', 'record-lock');
  const foreign = foreignFiles(Object.keys(unzipSync(zip)));
  if (foreign.length > 0) throw new Error(foreign.join('\n'));
  return zip;
}

try {
  const zip = await buildAndPack();
  if (process.argv.includes('--twice') && Buffer.compare(zip, await buildAndPack()) !== 0)
    throw new Error('Built and packed twice, the zip is not the same byte for byte.');
  writeFileSync(ZIP, zip);
  console.log(`${ZIP}  ${zip.length} bytes  sha256 ${createHash('sha256').update(zip).digest('hex')}`);
  for (const line of pageTable(Object.keys(unzipSync(zip)))) console.log(line);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
