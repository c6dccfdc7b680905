import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { findBrowser } from '../../tools/find-browser';

const fromRoot = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const browser = findBrowser();

export default defineConfig({
  testDir: '.',
  outputDir: fromRoot('test-results'),
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  retries: 0,
  timeout: 30_000,
  reporter: [
    ['line'],
    ['./support/matrix-reporter.ts'],
    ['json', { outputFile: fromRoot('reports/browser.json') }],
  ],
  use: {
    browserName: 'chromium',
    locale: 'en-US',
    timezoneId: 'UTC',
    viewport: { width: 1280, height: 900 },
    // Recording every test takes a tenth of the time; `-- --trace on` records one that fails.
    launchOptions: {
      executablePath: browser.path,
      chromiumSandbox: browser.sandbox,
      env: { ...process.env, ...browser.env },
    },
  },
});
