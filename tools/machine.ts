/** What the browser finder asks of the machine it runs on, so that its order can be tested on any other. */
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { unpackBrowser } from './unpack-browser';

export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly root: boolean;
  readonly container: boolean;
  /** Is there a file one may execute? */
  isProgram(path: string): boolean;
  /** Where Playwright puts the browser it downloads, there or not. */
  playwrightBrowser(): string;
  /** The browser of the npm package made ready to start; undefined where it cannot run. */
  unpackBrowser(): { readonly path: string; readonly env: Readonly<Record<string, string>> } | undefined;
}

export const thisMachine: Machine = {
  platform: process.platform,
  env: process.env,
  root: process.getuid?.() === 0,
  container: existsSync('/.dockerenv') || existsSync('/run/.containerenv'),
  isProgram(path) {
    try {
      accessSync(path, constants.X_OK);
      return statSync(path).isFile();
    } catch {
      return false;
    }
  },
  playwrightBrowser: () => chromium.executablePath(),
  unpackBrowser,
};
