import { useWords } from '../../context/words';
import type { Column, Sorting } from './overview-state';

const COLUMNS: readonly Column[] = ['module', 'locking', 'locked', 'findings', 'changed'];

interface OverviewHeadProps {
  readonly sorting: Sorting | null;
  readonly onSort: (column: Column) => void;
}

/** The names of the columns; pressing one sorts by it. */
export function OverviewHead({ sorting, onSort }: OverviewHeadProps) {
  const { t } = useWords();
  return (
    <thead>
      <tr>
        {COLUMNS.map((column) => {
          const sorted = sorting?.by === column;
          return (
            <th
              key={column}
              scope="col"
              class={column === 'locked' ? 'number' : undefined}
              aria-sort={sorted ? (sorting.descending ? 'descending' : 'ascending') : undefined}
            >
              <button type="button" class="sort" onClick={() => onSort(column)}>
                {t(`settings.overview.column.${column}`)}
                <span aria-hidden="true" class="arrow">
                  {sorted ? (sorting.descending ? '↓' : '↑') : ''}
                </span>
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
