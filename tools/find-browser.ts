/**
 * Which Chromium do the browser tests and the bench run in? In order: `CHROME_PATH`, an installed Chrome or Chromium,
 * the one Playwright installs, the one that ships inside an npm package (Linux on x64).
 */
import { posix, win32 } from 'node:path';
import { type Machine, thisMachine } from './machine';

export interface Browser {
  readonly path: string;
  readonly from: 'CHROME_PATH' | 'installed' | 'playwright' | 'npm package';
  /** False where Chromium's own sandbox cannot start: for root, in a container, and for a browser nobody installed. */
  readonly sandbox: boolean;
  /** Variables the browser needs besides the present ones. */
  readonly env: Readonly<Record<string, string>>;
}

export const NO_BROWSER =
  'No Chrome or Chromium found. Install one (or run `npx playwright install chromium`), or set CHROME_PATH to its program file.';

/** The browser to use, or an error that says in one sentence how to get one. */
export function findBrowser(machine: Machine = thisMachine): Browser {
  const found = (from: Browser['from'], path: string, env: Browser['env'] = {}): Browser => {
    const installed = from === 'CHROME_PATH' || from === 'installed';
    return { path, from, sandbox: installed && !machine.root && !machine.container, env };
  };

  const named = machine.env.CHROME_PATH;
  if (named) {
    if (machine.isProgram(named)) return found('CHROME_PATH', named);
    throw new Error(`CHROME_PATH is ${named}, but no program is there.`);
  }
  const installed = usualPlaces(machine).find(machine.isProgram);
  if (installed) return found('installed', installed);

  const own = machine.playwrightBrowser();
  if (machine.isProgram(own)) return found('playwright', own);

  const packed = machine.unpackBrowser();
  if (packed) return found('npm package', packed.path, packed.env);
  throw new Error(NO_BROWSER);
}

const COMMANDS = ['google-chrome-stable', 'google-chrome', 'chrome', 'chromium', 'chromium-browser'];

function usualPlaces({ platform, env }: Machine): string[] {
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA];
    return ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe'].flatMap(
      (program) => folders.flatMap((folder) => (folder ? [win32.join(folder, program)] : [])),
    );
  }
  if (platform === 'darwin')
    return ['Google Chrome', 'Chromium'].flatMap((name) =>
      ['/Applications', posix.join(env.HOME ?? '/', 'Applications')].map(
        (folder) => `${folder}/${name}.app/Contents/MacOS/${name}`,
      ),
    );
  const onPath = (env.PATH ?? '').split(':').filter(Boolean);
  return [
    ...COMMANDS.flatMap((command) => onPath.map((folder) => posix.join(folder, command))),
    '/usr/bin/chromium',
    '/usr/bin/google-chrome',
    '/opt/google/chrome/chrome',
    '/snap/bin/chromium',
  ];
}
