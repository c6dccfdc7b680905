import { readFileSync } from 'node:fs';
import { readStandIn } from '../sandbox/sdk/build-stand-in';

/** Size of the released SDK 1.5. */
const BYTES = 45_000;

/** The SDK to measure with: the file that `SDK_FILE` names, else the stand-in, made as costly as a released one. */
export async function benchSdk(): Promise<{ readonly script: string; readonly name: string }> {
  const file = process.env.SDK_FILE;
  if (file) return { script: readFileSync(file, 'utf8'), name: file };
  const standIn = await readStandIn();
  const filling = filler(BYTES - standIn.length);
  return { script: `${filling}${standIn}`, name: 'a stand-in of 45 kB (SDK_FILE names none)' };
}

/** So many bytes of a bundle: objects full of functions, each made when the script runs, few of them called. */
function filler(bytes: number): string {
  let script = '';
  for (let part = 0; script.length < bytes; part++) {
    const methods = Array.from(
      { length: 8 },
      (_, i) =>
        `m${i}(a,b){a=a||{};if(b&&typeof b==='object')for(var k in b)a[k]=b[k];return this.t('P${part}_${i}',a)}`,
    );
    script += `var filler${part}=(function(){var o={t:function(n,d){return{category:n,data:d}},${methods}};o.m0({id:${part}},{type:'A'});return o})();\n`;
  }
  return script;
}
