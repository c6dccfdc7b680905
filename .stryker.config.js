// `npm run mutation`: every small change to the rules of locking and to the calls of the CRM that no test notices is named.
// On demand, because it takes its time; what was measured and which survivors are known stands in docs/reliability.md.

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: ['src/locking/**/*.ts', 'src/crm/**/*.ts'],
  testRunner: 'vitest',
  vitest: { configFile: 'tools/mutation/vitest.config.ts', related: false },
  coverageAnalysis: 'perTest',
  // What runs once while a file is loaded is judged by all tests, which takes as long as everything else together.
  ignoreStatic: true,
  // Vitest transpiles what it runs; this version of the compiler has no interface to check the mutants with.
  tsconfigFile: 'none',
  thresholds: { high: 90, low: 85, break: 85 },
  reporters: ['progress', 'clear-text', 'json'],
  clearTextReporter: { allowColor: false, reportTests: false },
  jsonReporter: { fileName: 'reports/mutation/mutation.json' },
  tempDirName: '.cache/mutation',
  ignorePatterns: ['/dist', '/docs', '/.cache', '/reports', '/test-results', '/playwright-report'],
  // On a busy machine a slow run must not pass for an endless one, which counts as noticed.
  timeoutMS: 20_000,
  // A machine shared with other work should not feel it.
  concurrency: 1,
};
