import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Column, Sorting } from '../../locking/bulk/row-order';
import type { RecordsUi } from '../view/words';
import { GROUP, head, row } from './roles';

interface SortHeaderProps {
  readonly columns: readonly Column[];
  /** All rows that are shown are ticked, or some. */
  readonly all: boolean;
  readonly some: boolean;
  readonly sorting: Sorting | null;
  readonly ui: RecordsUi;
  readonly onAll: (on: boolean) => void;
  readonly onSort: (column: Column) => void;
}

/** The heads of the columns, each of which sorts. */
export function SortHeader({ columns, all, some, sorting, ui, onAll, onSort }: SortHeaderProps) {
  const { t } = ui;
  const box = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (box.current) box.current.indeterminate = some;
  }, [some]);
  return (
    <div {...GROUP} class="heads">
      <div {...row(-1)} class="head">
        <span {...head()} class="tick">
          <input
            ref={box}
            type="checkbox"
            checked={all}
            aria-label={t('records.selectAll')}
            onClick={({ currentTarget }) => onAll(currentTarget.checked)}
          />
        </span>
        {columns.map((column) => {
          const sorted = sorting?.column === column ? sorting : null;
          return (
            <span
              key={column}
              {...head(sorted ? (sorted.descending ? 'descending' : 'ascending') : undefined)}
              class={column}
            >
              <button type="button" class="sort" onClick={() => onSort(column)}>
                {t(`records.column.${column}`)}
                {sorted && <span aria-hidden="true">{sorted.descending ? ' ↓' : ' ↑'}</span>}
              </button>
            </span>
          );
        })}
      </div>
    </div>
  );
}
