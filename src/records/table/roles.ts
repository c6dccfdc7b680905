/*
 * The roles of a table. Its rows are laid out as a grid, and as cards where it is narrow: elements of a real table would lose their
 * roles with their layout.
 */
export const GROUP = { role: 'rowgroup' } as const;
export const CELL = { role: 'cell' } as const;

export const table = (label: string, rows: number) =>
  ({ role: 'table', 'aria-label': label, 'aria-rowcount': rows + 1 }) as const;

/** `place`: among the rows that are shown, from 0; the heads are at -1. */
export const row = (place: number) => ({ role: 'row', 'aria-rowindex': place + 2 }) as const;

export const head = (sorted?: 'ascending' | 'descending') =>
  ({ role: 'columnheader', ...(sorted && { 'aria-sort': sorted }) }) as const;
