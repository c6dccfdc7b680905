import type { CrmError } from '../../crm/errors';
import type { OutcomeKind } from '../../locking/bulk/outcome';

/** What can be done after a run: take it back, send what may succeed now, send what was not sent, read what is open. */
export type RunStep = 'undo' | 'retry' | 'continue' | 'check';

/**
 * A run over many records, as it is shown. `stopping`: nothing more is sent, what is under way is settled. `confirming`: the records
 * are read once more.
 */
export interface Run {
  readonly action: 'lock' | 'unlock' | 'edit';
  /** It takes back what another run did. */
  readonly undoing: boolean;
  readonly phase: 'running' | 'stopping' | 'confirming' | 'ended';
  readonly total: number;
  /** How many records came to each outcome. */
  readonly counts: Readonly<Partial<Record<OutcomeKind, number>>>;
  /** Why it ended by itself before all were sent. */
  readonly halted: CrmError | null;
  /** What was done could not be read again. */
  readonly unconfirmed: boolean;
  /** How many records each step would take. */
  readonly steps: Readonly<Record<RunStep, number>>;
  /** When what is under way began, in milliseconds since the epoch, and how many records were settled then. */
  readonly begun: { readonly at: number; readonly settled: number };
}

export const settledIn = ({ counts }: Pick<Run, 'counts'>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0) - (counts.notSent ?? 0);

/** Settled records that a guess of the time left is made from, at least. */
const ENOUGH = 8;

/** Milliseconds until the run ends if it goes on as it has gone; null while that is anybody's guess. */
export function timeLeft(run: Run, now: number): number | null {
  const settled = settledIn(run);
  const since = settled - run.begun.settled;
  if (run.phase !== 'running' || since < ENOUGH) return null;
  return ((now - run.begun.at) / since) * (run.total - settled);
}
