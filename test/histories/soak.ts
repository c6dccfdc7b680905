/**
 * `npm run soak`: 100,000 random histories on all cores, or `npm run soak -- --histories 5000 --cores 1 --seed 7`. Tells how it goes
 * and what was played; ends non-zero at the first history that goes wrong, with what plays it again.
 */
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Outcome } from './check-histories';
import { type Counts, noCounts } from './wire';

/** Histories of one seed; a failure is found again within as many. */
const RUNS = 1_000;

const { values } = parseArgs({
  options: {
    histories: { type: 'string', default: '100000' },
    cores: { type: 'string', default: String(availableParallelism()) },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
  },
});
const wanted = Number(values.histories);
const first = Number(values.seed);
const cores = Number(values.cores);
if (
  ![wanted, cores].every((number) => Number.isSafeInteger(number) && number > 0) ||
  !Number.isSafeInteger(first)
)
  throw new Error('--histories, --cores and --seed take whole numbers');

const total = noCounts();
const started = performance.now();
let handedOut = 0;
let seed = first;
let failed = false;

const minutes = () => ((performance.now() - started) / 60_000).toFixed(1);
const line = (counts: Counts): string =>
  Object.entries(counts)
    .map(([what, count]) => `${count.toLocaleString('en')} ${what}`)
    .join(', ');

function work(): Promise<void> {
  const worker = fork(fileURLToPath(new URL('./soak-worker.ts', import.meta.url)));
  const next = (): void => {
    const runs = Math.min(RUNS, wanted - handedOut);
    if (failed || runs <= 0) {
      worker.disconnect();
      return;
    }
    handedOut += runs;
    worker.send({ seed, runs });
    seed += 1;
  };
  worker.on('message', ({ counts, failure }: Outcome) => {
    for (const [what, count] of Object.entries(counts)) total[what as keyof Counts] += count;
    if (failure !== null) {
      failed = true;
      console.error(`\n${failure}`);
    }
    console.log(`${minutes()} min: ${line(total)}`);
    next();
  });
  next();
  return new Promise((resolve) => {
    worker.on('exit', (code) => {
      if (code !== 0) failed = true;
      resolve();
    });
  });
}

console.log(`${wanted.toLocaleString('en')} histories on ${cores} core(s), from seed ${first}`);
await Promise.all(Array.from({ length: cores }, work));
console.log(
  failed
    ? 'A history went wrong.'
    : `All ${total.histories.toLocaleString('en')} histories ended in the truth, in ${minutes()} min.`,
);
process.exitCode = failed ? 1 : 0;
