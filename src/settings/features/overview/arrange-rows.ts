import { isObject, stringAt, type UnknownObject } from '../../../base/json';
import type { ModuleRow } from '../../editing/module-row';
import type { OverviewState, Sorting } from './overview-state';

/** When a configuration was changed last, in milliseconds since the epoch; undefined where that is not told. */
export const changedAt = ({ modified_time: time }: UnknownObject): number | undefined => {
  const at = typeof time === 'string' ? Date.parse(time) : Number.NaN;
  return Number.isNaN(at) ? undefined : at;
};

/** Who changed it last, by name. */
export const changedBy = ({ modified_by: by }: UnknownObject): string | undefined =>
  isObject(by) ? stringAt(by, 'name') : undefined;

interface Ordering extends Pick<OverviewState, 'locked'> {
  readonly tag: string;
  readonly locking: (row: ModuleRow) => string;
  readonly findings: (module: string) => number | undefined;
}

/** The rows as they are sorted. What is not known comes last, either way; of equals, the order of the CRM stays. */
export function arrangeRows(
  rows: readonly ModuleRow[],
  sorting: Sorting | null,
  { locked, tag, locking, findings }: Ordering,
): readonly ModuleRow[] {
  if (!sorting) return rows;
  const compareTexts = new Intl.Collator(tag, { numeric: true }).compare;
  const sourceOf = ({ status }: ModuleRow) => (status.kind === 'known' ? status.summary?.source : undefined);
  const keyOf = (row: ModuleRow): string | number | undefined => {
    const now = locked[row.apiName];
    const source = sourceOf(row);
    switch (sorting.by) {
      case 'module':
        return row.label;
      case 'locking':
        return row.status.kind === 'known' ? locking(row) : undefined;
      case 'locked':
        return source && now?.kind === 'counted' ? now.count : undefined;
      case 'findings':
        return findings(row.apiName);
      case 'changed':
        return source && changedAt(source);
    }
  };
  const keyed = rows.map((row) => ({ row, value: keyOf(row) }));
  const sign = sorting.descending ? -1 : 1;
  keyed.sort(({ value: a }, { value: b }) => {
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
    return (
      sign * (typeof a === 'number' && typeof b === 'number' ? a - b : compareTexts(String(a), String(b)))
    );
  });
  return keyed.map(({ row }) => row);
}
