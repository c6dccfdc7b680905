import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { report } from '../../faults/report';
import type { TriedCell } from './matrix-cell';

/** Gathers the cells that tests tell of, from whichever worker, and writes one table for each matrix at the end. */
export default class MatrixReporter implements Reporter {
  private readonly cells: TriedCell[] = [];

  onTestEnd(_test: TestCase, { annotations }: TestResult): void {
    for (const { type, description } of annotations)
      if (type === 'matrix cell' && description) this.cells.push(JSON.parse(description));
  }

  onEnd(): void {
    for (const matrix of new Set(this.cells.map((cell) => cell.matrix))) {
      const cells = this.cells.filter((cell) => cell.matrix === matrix);
      const file = `${matrix.toLowerCase().replaceAll(/\W+/g, '-')}-matrix.md`;
      process.stdout.write(
        `\n${report(file, `${matrix} matrix, in the browser over the packed zip`, cells)}`,
      );
    }
  }

  printsToStdio(): boolean {
    return false;
  }
}
