import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../../reports');

/** One cell of a table: what was wrong in it, nothing when it holds. */
export interface Cell {
  readonly row: string;
  readonly column: string;
  readonly wrong: readonly string[];
}

/** A table in Markdown: `✓` holds, `✗` does not, a blank was not tried. Below it, what was wrong. */
export function tableOf(title: string, cells: readonly Cell[]): string {
  const rows = [...new Set(cells.map(({ row }) => row))];
  const columns = [...new Set(cells.map(({ column }) => column))];
  const sign = (row: string, column: string): string => {
    const cell = cells.find((one) => one.row === row && one.column === column);
    return cell ? (cell.wrong.length ? '✗' : '✓') : '';
  };
  const holding = cells.filter(({ wrong }) => wrong.length === 0).length;
  return [
    `# ${title}`,
    '',
    `${rows.length} rows, ${columns.length} faults, ${cells.length} cells; ${holding} hold.`,
    '',
    `| | ${columns.join(' | ')} |`,
    `|---|${columns.map(() => '---|').join('')}`,
    ...rows.map((row) => `| ${row} | ${columns.map((column) => sign(row, column)).join(' | ')} |`),
    '',
    ...cells.flatMap(({ row, column, wrong }) => wrong.map((what) => `- ${row}, ${column}: ${what}`)),
    '',
  ].join('\n');
}

/** Writes the table to `reports/<file>` and prints its outcome. */
export function report(file: string, title: string, cells: readonly Cell[]): string {
  const table = tableOf(title, cells);
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, file), table);
  return table;
}
