/**
 * `npm run sdk:surface -- <file>…`: what does each SDK file expose, and do the declarations of `src/widget-sdk-types` name it
 * all? The exit code is 1 when a function is missing in them.
 */
import { readFileSync } from 'node:fs';
import { declaredIn } from './sdk-surface/declared';
import { exposedBy } from './sdk-surface/exposed';
import { compare, report } from './sdk-surface/report';

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('Name one or more SDK files: npm run sdk:surface -- ZohoEmbededAppSDK.min.js');
  process.exitCode = 2;
}
for (const file of files) {
  const exposed = exposedBy(readFileSync(file, 'utf8'));
  const comparison = compare(exposed.functions, declaredIn('src/widget-sdk-types'));
  console.log([file, ...report(exposed, comparison)].join('\n'));
  if (comparison.missing.length > 0) process.exitCode = 1;
}
