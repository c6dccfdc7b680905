/** Plays the histories that `soak.ts` hands over, one run of a seed after the other, on a core of its own. */
import { checkHistories } from './check-histories';

process.on('message', async ({ seed, runs }: { seed: number; runs: number }) => {
  process.send?.(await checkHistories({ seed, runs }));
});
