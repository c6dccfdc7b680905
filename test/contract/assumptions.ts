/** One line of a table in docs/assumptions.md. */
export interface Assumption {
  /** Letter and number: R2. */
  readonly id: string;
  /** The title of the test in the suite that checks it; undefined where only a person can. */
  readonly test: string | undefined;
}

export const DOCUMENT = new URL('../../docs/assumptions.md', import.meta.url);

/** The column, and what stands in it where only a person can check. */
const COLUMN = 'contract test';
const BY_EYE = 'by eye';

/** The assumptions of the document, from the tables whose last column names a contract test. */
export function readAssumptions(document: string): Assumption[] {
  const found: Assumption[] = [];
  let isTable = false;
  for (const line of document.split('\n')) {
    const cells = line.startsWith('|')
      ? line
          .split(/(?<!\\)\|/)
          .slice(1, -1)
          .map((cell) => cell.trim())
      : [];
    const last = cells.at(-1);
    if (last === COLUMN) isTable = true;
    else if (last === undefined) isTable = false;
    const [id = ''] = cells;
    if (isTable && last !== undefined && /^[A-Z]\d+$/.test(id))
      found.push({ id, test: last.startsWith(BY_EYE) ? undefined : last });
  }
  return found;
}

/** The numbers that a test's title carries: `… [R4, R5]`. */
export const numbersIn = (title: string): string[] =>
  /\[([A-Z]\d+(?:, [A-Z]\d+)*)\]$/.exec(title)?.[1]?.split(', ') ?? [];

/** A test's title without its numbers. */
export const bareTitle = (title: string): string => title.replace(/ \[[A-Z]\d[^\]]*\]$/, '');

export type Outcome = 'passed' | 'failed' | 'skipped';

/** What a run tells about each assumption; one failed test is enough to say that it did not hold. */
export function verdicts(
  assumptions: readonly Assumption[],
  results: readonly { readonly title: string; readonly outcome: Outcome }[],
): [id: string, verdict: string][] {
  return assumptions.map(({ id, test }) => {
    const outcomes = results.filter(({ title }) => numbersIn(title).includes(id)).map((one) => one.outcome);
    if (test === undefined) return [id, 'only by eye'];
    if (outcomes.includes('failed')) return [id, 'DID NOT HOLD'];
    const passed = outcomes.filter((outcome) => outcome === 'passed').length;
    return [id, passed > 0 ? `held (tests: ${passed})` : 'not checked in this run'];
  });
}
