/** The tests that judge a mutant of `src/locking` and `src/crm`: the ones that stand beside the code. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../../..', import.meta.url)),
    include: ['test/{locking,crm}/**/*.test.ts'],
    setupFiles: [fileURLToPath(new URL('./same-seed.ts', import.meta.url))],
    environment: 'node',
  },
});
