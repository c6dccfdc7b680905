/** How many tests passed and failed, read from the reports that vitest and Playwright write. */

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  /** A skipped test proves nothing, so the run counts as failed while there is one. */
  readonly skipped: number;
}

/** From vitest's JSON report; throws when the text is no such report. */
export function vitestCounts(report: string): Counts {
  const found: Record<'numPassedTests' | 'numFailedTests' | 'numPendingTests' | 'numTodoTests', number> =
    JSON.parse(report);
  return counts(found.numPassedTests, found.numFailedTests, found.numPendingTests + found.numTodoTests);
}

/** From Playwright's JSON report; throws when the text is no such report. A flaky test is a failed one. */
export function playwrightCounts(report: string): Counts {
  const { stats }: { stats: Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number> } =
    JSON.parse(report);
  return counts(stats.expected, stats.unexpected + stats.flaky, stats.skipped);
}

function counts(passed: number, failed: number, skipped: number): Counts {
  if (![passed, failed, skipped].every(Number.isInteger)) throw new Error('The report names no counts.');
  return { passed, failed, skipped };
}
