import { expect, it } from 'vitest';
import { checkHistories } from './check-histories';

const { HISTORIES_SEED, HISTORIES_PATH, HISTORIES_RUNS, CI } = process.env;

it('ends every history of two users and two administrators with all of them seeing what is true', async () => {
  const { counts, failure } = await checkHistories({
    runs: Number(HISTORIES_RUNS ?? (CI ? 3_000 : 500)),
    seed: HISTORIES_SEED === undefined ? Date.now() : Number(HISTORIES_SEED),
    ...(HISTORIES_PATH !== undefined && { path: HISTORIES_PATH }),
  });
  expect(failure).toBeNull();
  // A history in which nothing happens would prove nothing.
  if (HISTORIES_PATH === undefined)
    for (const [what, count] of Object.entries(counts)) expect(count, what).toBeGreaterThan(0);
}, 300_000);
