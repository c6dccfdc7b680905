/**
 * The tests that judge a mutant of `src/locking` and `src/crm`: the ones that stand beside the code. Those that compare with the
 * sandbox do not judge: they take seconds each, and what only they would notice should be said by a test of its own.
 */
import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig } from 'vitest/config';
import { QuickFirst } from './quick-first';

export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    include: ['test/{locking,crm}/**/*.test.ts'],
    exclude: [...configDefaults.exclude, '**/sandbox.test.ts'],
    setupFiles: [fileURLToPath(new URL('./same-seed.ts', import.meta.url))],
    sequence: { sequencer: QuickFirst },
    environment: 'node',
  },
});
