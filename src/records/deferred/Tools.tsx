import { useMemo, useState } from 'preact/hooks';
import { lockOf } from '../../locking/bulk/record-row';
import type { RowFilter, SourceFilter } from '../../locking/bulk/row-filter';
import { COLUMNS, type Sorting } from '../../locking/bulk/row-order';
import { useStore } from '../../ui/use-store';
import type { Services } from '../services';
import { NO_FILTER, type PageShown, type Row } from '../start/records-state';
import type { RecordsStore } from '../start/records-store';
import type { Arranging } from '../table/arrange';
import type { RecordsUi } from '../view/words';
import { ListNotes } from './ListNotes';

export interface ToolsProps {
  readonly store: RecordsStore;
  readonly arranging: Arranging;
  readonly services: Services;
  readonly ui: RecordsUi;
}

const AGES = [7, 30, 90, 365];
const SOURCES: readonly SourceFilter[] = ['all', 'manual', 'rule'];

/** Search and filters, and what is to be said of the list. */
export function Tools({ store, arranging, services, ui }: ToolsProps) {
  const page = useStore(store.api, (state) => (state.kind === 'page' ? state : null));
  if (page?.list.kind !== 'listed') return null;
  return (
    <>
      <Filters page={page} rows={page.list.rows} arranging={arranging} ui={ui} />
      <ListNotes page={page} list={page.list} store={store} services={services} ui={ui} />
    </>
  );
}

interface FiltersProps {
  readonly page: PageShown;
  readonly rows: readonly Row[];
  readonly arranging: Arranging;
  readonly ui: RecordsUi;
}

function Filters({ page, rows, arranging, ui }: FiltersProps) {
  const { t, userId } = ui;
  const { filter } = page.shown;
  const { rules, people } = useMemo(() => namesIn(rows), [rows]);
  const change = (next: Partial<RowFilter>): void => arranging.filter(next);
  const others = [filter.rule, filter.person, filter.olderThanDays].filter((one) => one !== null).length;
  const [open, setOpen] = useState(others > 0);
  const isSet = others > 0 || filter.source !== 'all' || filter.text !== '';
  return (
    <div class="row filters">
      <input
        type="search"
        class="field search"
        aria-label={t('records.search')}
        placeholder={t('records.search')}
        value={filter.text}
        onInput={({ currentTarget }) => change({ text: currentTarget.value })}
      />
      <Choice
        label={t('records.source')}
        value={filter.source}
        options={SOURCES.map((source): [string, string] => [source, t(`records.sources.${source}`)])}
        onChoose={(value) => change({ source: SOURCES.find((source) => source === value) ?? 'all' })}
      />
      <details class="more" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary class="button">
          {t('records.filters')}
          {others > 0 && ` (${others})`}
        </summary>
        <div class="row">
          <Choice
            label={t('records.ruleFilter')}
            value={filter.rule ?? ''}
            options={[
              ['', t('records.anyRule')],
              ...rules.map((id): [string, string] => [id, page.ruleNames.get(id) ?? id]),
            ]}
            onChoose={(value) => change({ rule: value || null })}
          />
          <Choice
            label={t('records.person')}
            value={filter.person ?? ''}
            options={[
              ['', t('records.anybody')],
              ...(userId ? [[userId, t('records.me')] as [string, string]] : []),
              ...[...people].filter(([id]) => id !== userId),
            ]}
            onChoose={(value) => change({ person: value || null })}
          />
          <Choice
            label={t('records.age')}
            value={String(filter.olderThanDays ?? '')}
            options={[
              ['', t('records.anyAge')],
              ...AGES.map((count): [string, string] => [String(count), t('records.olderThan', { count })]),
            ]}
            onChoose={(value) => change({ olderThanDays: value ? Number(value) : null })}
          />
        </div>
      </details>
      <SortBy sorting={page.shown.sorting} arranging={arranging} ui={ui} />
      {isSet && (
        <button type="button" class="button quiet" onClick={() => change(NO_FILTER)}>
          {t('records.clearFilters')}
        </button>
      )}
    </div>
  );
}

interface SortByProps {
  readonly sorting: Sorting | null;
  readonly arranging: Arranging;
  readonly ui: RecordsUi;
}

/** In place of the heads of the columns, where there is no room for columns. */
function SortBy({ sorting, arranging, ui: { t } }: SortByProps) {
  const orders = COLUMNS.flatMap((column) =>
    [false, true].map((descending) => ({ column, descending, id: `${column} ${descending}` })),
  );
  return (
    <div class="sort-by">
      <Choice
        label={t('records.sortBy')}
        value={sorting ? `${sorting.column} ${sorting.descending}` : ''}
        options={[
          ['', t('records.unsorted')],
          ...orders.map(({ column, descending, id }): [string, string] => [
            id,
            `${t(`records.column.${column}`)} ${descending ? '↓' : '↑'}`,
          ]),
        ]}
        onChoose={(value) => arranging.setSorting(orders.find(({ id }) => id === value) ?? null)}
      />
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChoose: (value: string) => void;
}

function Choice({ label, value, options, onChoose }: ChoiceProps) {
  return (
    <select
      class="field"
      aria-label={label}
      title={label}
      value={value}
      onChange={({ currentTarget }) => onChoose(currentTarget.value)}
    >
      {options.map(([id, text]) => (
        <option key={id} value={id}>
          {text}
        </option>
      ))}
    </select>
  );
}

/** The rules and people that the locks which were read name. */
function namesIn(rows: readonly Row[]) {
  const rules = new Set<string>();
  const people = new Map<string, string>();
  for (const row of rows) {
    const lock = lockOf(row);
    if (lock?.ruleId) rules.add(lock.ruleId);
    if (lock?.lockedBy) people.set(lock.lockedBy.id, lock.lockedBy.name || lock.lockedBy.id);
  }
  return { rules: [...rules], people };
}
