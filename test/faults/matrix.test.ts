/** Every call of both pages before every fault. The outcome is printed and left in `reports/fault-matrix.md`. */
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useFakeTime } from './faulty-line';
import { type Cell, report } from './report';
import { runCell } from './run-cell';
import { SITES } from './sites';
import { WIRE_FAULTS } from './wire-faults';

const cells: Cell[] = [];

beforeEach(() => {
  useFakeTime();
  vi.stubGlobal('navigator', { onLine: true });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
afterAll(() => {
  process.stdout.write(report('fault-matrix.md', 'Fault matrix, at the transport', cells));
});

describe.each(SITES.map((site) => [`${site.page}, ${site.name}: ${site.call}`, site] as const))(
  '%s',
  (row, site) => {
    it.each(WIRE_FAULTS.map((fault) => [fault.name, fault] as const))('%s', async (column, fault) => {
      const wrong = await runCell(site, fault);
      cells.push({ row, column, wrong });
      expect(wrong).toEqual([]);
    });
  },
);
