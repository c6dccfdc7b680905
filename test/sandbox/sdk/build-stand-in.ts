import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ENTRY = fileURLToPath(new URL('./stand-in/index.ts', import.meta.url));

/** The globals are those of the released file: all of them can be found on the window. */
const GLOBALS = ['ZOHO', 'zrc', 'ZDK', '$Client'];

let built: Promise<string> | undefined;

async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: { entry: ENTRY, formats: ['iife'], name: 'sandboxSdk', fileName: 'sdk' },
    },
  });
  const [first] = Array.isArray(result) ? result : [result];
  const [file] = first && 'output' in first ? first.output : [];
  if (file?.type !== 'chunk') throw new Error('The SDK stand-in could not be built');
  return [file.code, ...GLOBALS.map((name) => `var ${name} = sandboxSdk.${name};`), ''].join('\n');
}

/** The script of the SDK stand-in, for a server or for a test that answers the SDK's address with it. */
export function readStandIn(): Promise<string> {
  built ??= bundle();
  return built;
}

/** The stand-in as a release before 1.5 would be: without ZRC. */
export const readStandInWithoutZrc = async (): Promise<string> =>
  (await readStandIn()).replace('var zrc = sandboxSdk.zrc;\n', '');
