import { csvOf } from '../../locking/bulk/results-csv';
import { COLUMNS } from '../../locking/bulk/row-order';
import type { Row } from '../start/records-state';
import { personText, reasonText, sinceTexts } from '../view/cell-texts';
import { outcomeText } from '../view/outcome-text';
import { nameOf, type RecordsUi, statusText } from '../view/words';
import type { Run } from './run-state';

/** The records of a run with what became of each, as CSV: as they are shown, with their ids. */
export function resultsCsv(
  rows: readonly Row[],
  action: Run['action'],
  ruleNames: ReadonlyMap<string, string>,
  ui: RecordsUi,
): string {
  const heads = [...COLUMNS.map((column) => ui.t(`records.column.${column}`)), 'ID'];
  const lines = rows.map((row) => [
    nameOf(row, ui),
    statusText(row, ui),
    reasonText(row, ruleNames),
    personText(row, ui),
    sinceTexts(row, ui).at,
    row.result ? outcomeText(row.result, action, ui) : '',
    row.id,
  ]);
  return csvOf([heads, ...lines]);
}
