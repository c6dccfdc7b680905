import { chromium } from '@playwright/test';
import { describe, expect, test } from 'vitest';
import { findBrowser, NO_BROWSER } from '../../tools/find-browser';
import type { Machine } from '../../tools/machine';
import { unpackBrowser } from '../../tools/unpack-browser';

const PLAYWRIGHT = '/cache/ms-playwright/chrome';

/** A machine on which only the given programs exist. */
function machine(programs: readonly string[], rest: Partial<Machine> = {}): Machine {
  return {
    platform: 'linux',
    env: { PATH: '/usr/local/bin:/usr/bin' },
    root: false,
    container: false,
    isProgram: (path) => programs.includes(path),
    playwrightBrowser: () => PLAYWRIGHT,
    unpackBrowser: () => undefined,
    ...rest,
  };
}
const packed = { unpackBrowser: () => ({ path: '/unpacked', env: { LD_LIBRARY_PATH: '/lib' } }) };

describe('the order', () => {
  const everything = ['/my/chrome', '/usr/bin/chromium', PLAYWRIGHT];

  test('CHROME_PATH comes first', () => {
    const env = { CHROME_PATH: '/my/chrome', PATH: '/usr/bin' };
    expect(findBrowser(machine(everything, { env, ...packed }))).toMatchObject({
      path: '/my/chrome',
      from: 'CHROME_PATH',
    });
  });
  test('then an installed one', () => {
    expect(findBrowser(machine(everything, packed))).toMatchObject({
      path: '/usr/bin/chromium',
      from: 'installed',
    });
  });
  test("then Playwright's own", () => {
    expect(findBrowser(machine([PLAYWRIGHT], packed))).toMatchObject({
      path: PLAYWRIGHT,
      from: 'playwright',
    });
  });
  test('then the one of the npm package, with its libraries', () => {
    expect(findBrowser(machine([], packed))).toEqual({
      path: '/unpacked',
      from: 'npm package',
      sandbox: false,
      env: { LD_LIBRARY_PATH: '/lib' },
    });
  });
  test('none: one sentence says how to get one', () => {
    expect(() => findBrowser(machine([]))).toThrow(NO_BROWSER);
  });
});

test('a CHROME_PATH that leads nowhere is an error, not a reason to take another browser', () => {
  const env = { CHROME_PATH: '/gone', PATH: '/usr/bin' };
  expect(() => findBrowser(machine(['/usr/bin/chromium'], { env }))).toThrow('CHROME_PATH is /gone');
});

test.each([
  ['darwin', { HOME: '/Users/me' }, '/Users/me/Applications/Chromium.app/Contents/MacOS/Chromium'],
  ['darwin', {}, '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
  ['win32', { PROGRAMFILES: 'C:\\Programs' }, 'C:\\Programs\\Google\\Chrome\\Application\\chrome.exe'],
  ['linux', { PATH: '/somewhere:/else' }, '/else/google-chrome'],
  ['linux', {}, '/snap/bin/chromium'],
] as const)('on %s with %j, finds %s', (platform, env, path) => {
  expect(findBrowser(machine([path], { platform, env })).path).toBe(path);
});

test.each([
  [{ root: false, container: false }, true],
  [{ root: true, container: false }, false],
  [{ root: false, container: true }, false],
])('%j: sandbox %s', (where, sandbox) => {
  expect(findBrowser(machine(['/usr/bin/chromium'], where)).sandbox).toBe(sandbox);
});

test('the browser of the npm package starts and shows a page, on the machines it is made for', async () => {
  const browser = unpackBrowser();
  if (process.platform !== 'linux' || process.arch !== 'x64') return expect(browser).toBeUndefined();

  const running = await chromium.launch({
    executablePath: browser?.path ?? '',
    env: { ...process.env, ...browser?.env },
  });
  const page = await running.newPage();
  await page.setContent('<button>Lock record</button>');
  expect(await page.getByRole('button').textContent()).toBe('Lock record');
  await running.close();
}, 60_000);
