import fc from 'fast-check';
import { history } from './arbitrary-history';
import { play } from './play';
import { installClock } from './virtual-clock';
import { type Counts, noCounts } from './wire';
import { createWorlds } from './world';

export interface Run {
  readonly runs: number;
  readonly seed: number;
  /** Fast-check's path to one history of the seed, to play that alone. */
  readonly path?: string;
}

export interface Outcome {
  readonly counts: Counts;
  /** What went wrong in the smallest history that was found, and how to play it again; null when all was well. */
  readonly failure: string | null;
}

/** Plays random histories; ends at the first that goes wrong, made as small as it gets. */
export async function checkHistories({ runs, seed, path }: Run): Promise<Outcome> {
  const clock = installClock();
  const worlds = createWorlds(clock.now);
  const counts = noCounts();
  try {
    const details = await fc.check(
      fc.asyncProperty(history, async (one) => {
        const wrongs = await play(one, worlds, clock, counts);
        if (wrongs.length) throw new Error(wrongs.join('\n'));
      }),
      { numRuns: runs, seed, ...(path !== undefined && { path }) },
    );
    if (!details.failed) return { counts, failure: null };
    const replay = `HISTORIES_SEED=${details.seed} HISTORIES_PATH=${details.counterexamplePath} npx vitest run test/histories`;
    const { errorInstance, counterexample } = details;
    const why = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
    const steps = counterexample?.[0].steps.map((step) => `  ${JSON.stringify(step)}`).join('\n');
    const [{ reading, opened }] = counterexample ?? [{}];
    return {
      counts,
      failure: `${why}\n\nPlay it again: ${replay}\nReading ${reading}, opened before: ${opened}\n${steps}`,
    };
  } finally {
    clock.uninstall();
  }
}
