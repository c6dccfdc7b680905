import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const fileOf = (name: string) => fileURLToPath(new URL(`./stand-in/${name}.ts`, import.meta.url));

/** Bundles one script. Its exports are found on the global `sandboxSdk`. */
async function bundle(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: { entry: fileOf(entry), formats: ['iife'], name: 'sandboxSdk', fileName: 'sdk' },
    },
  });
  const [first] = Array.isArray(result) ? result : [result];
  const [file] = first && 'output' in first ? first.output : [];
  if (file?.type !== 'chunk') throw new Error('The SDK stand-in could not be built');
  return file.code;
}

let standIn: Promise<string> | undefined;
let zdk: Promise<string> | undefined;

/** The globals of the released file; all can be found on the window. */
const GLOBALS = ['ZOHO', 'zrc', 'ZDK', '$Client'];

async function bundleStandIn(): Promise<string> {
  return [await bundle('index'), ...GLOBALS.map((name) => `var ${name} = sandboxSdk.${name};`), ''].join(
    '\n',
  );
}

/** A release that has brought them itself keeps its own. */
async function bundleZdk(): Promise<string> {
  const set = (name: string) => `if (typeof ${name} === 'undefined') window.${name} = sandboxSdk.${name};`;
  return [await bundle('zdk-entry'), set('ZDK'), set('$Client'), ''].join('\n');
}

/** The script of the SDK stand-in, for a server or for a test that answers the SDK's address with it. */
export function readStandIn(): Promise<string> {
  standIn ??= bundleStandIn();
  return standIn;
}

/** The stand-in as a release before 1.5 would be: without ZRC. */
export const readStandInWithoutZrc = async (): Promise<string> =>
  (await readStandIn()).replace('var zrc = sandboxSdk.zrc;\n', '');

/** The script that releases 1.2 to 1.4 load for `ZDK` and `$Client`. */
export function readZdk(): Promise<string> {
  zdk ??= bundleZdk();
  return zdk;
}
