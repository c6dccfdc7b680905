import type { Page } from '@playwright/test';
import { type Cell, report } from '../../faults/report';
import type { Fault, Switches } from '../../sandbox/host/switches';
import { test } from './fixtures';
import type { Address } from './places';
import { setSwitch } from './sandbox-bar';

/** The cells that were tried, for the table in `reports/`. */
export interface Cells {
  /** Tries one cell as a step of its own; its failure fails the test. */
  try(row: string, column: string, cell: () => Promise<void>): Promise<void>;
  write(): string;
}

export function fillCells(): Cells {
  const cells: Cell[] = [];
  return {
    async try(row, column, cell) {
      const wrong: string[] = [];
      cells.push({ row, column, wrong });
      try {
        await test.step(`${row}: ${column}`, cell);
      } catch (error) {
        wrong.push(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
        throw error;
      }
    },
    write: () => report('fault-matrix-browser.md', 'Fault matrix, in the browser over the packed zip', cells),
  };
}

/** Where a call is met, before the page is opened: `$` is the end of the path. */
export const at = (user: string, faultAt: string, more: Partial<Switches> = {}): Address => ({
  user,
  faultAt,
  ...more,
});

/** Begins or ends a fault while the page is open. */
export const setFault = (page: Page, fault: Fault): Promise<void> => setSwitch(page, 'fault', fault);
