import { test } from './fixtures';

/** Annotation under which a test tells the reporter of matrices what came of a cell. */
export const CELL = 'matrix cell';

export interface TriedCell {
  readonly matrix: string;
  readonly row: string;
  readonly column: string;
  readonly wrong: readonly string[];
}

/** Whether every cell is tried: locally a sample keeps the suite quick. */
export const IN_FULL = Boolean(process.env.CI);

/** Tries one cell of a matrix as a step of the test; its failure fails the test, and the table says which. */
export async function tryCell(
  matrix: string,
  row: string,
  column: string,
  cell: () => Promise<void>,
): Promise<void> {
  const tell = (wrong: readonly string[]) => {
    const tried: TriedCell = { matrix, row, column, wrong };
    test.info().annotations.push({ type: CELL, description: JSON.stringify(tried) });
  };
  try {
    await test.step(`${row}: ${column}`, cell);
    tell([]);
  } catch (error) {
    tell([error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)]);
    throw error;
  }
}
