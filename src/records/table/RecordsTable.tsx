import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { COLUMNS, type Column } from '../../locking/bulk/row-order';
import { useStore } from '../../ui/use-store';
import type { PageShown, RecordsState, Row } from '../start/records-state';
import type { RecordsStore } from '../start/records-store';
import type { RecordsUi } from '../view/words';
import type { Arranging } from './arrange';
import { type CellsOf, RecordLine } from './RecordLine';
import { GROUP, table } from './roles';
import { SortHeader } from './SortHeader';

export interface RecordsTableProps {
  readonly store: RecordsStore;
  readonly arranging: Arranging;
  readonly ui: RecordsUi;
  readonly openRecord: (module: string, id: string) => void;
  readonly cells: CellsOf | null;
  /** Rows came into sight. */
  readonly onSeen: (ids: readonly string[]) => void;
}

/** Rows that are in the page before and after those in sight, so that scrolling does not show gaps. */
const SPARE = 6;
/** CSS pixels of a row until one has been measured. */
const FIRST_GUESS = 44;
/** Milliseconds that rows stay in sight before their details are asked for: each costs a call. */
const SETTLED = 120;

const of =
  <T,>(select: (page: PageShown) => T, none: T) =>
  (state: RecordsState): T =>
    state.kind === 'page' ? select(state) : none;

const NO_ROWS: readonly Row[] = [];
const NO_ORDER: readonly number[] = [];
const NOBODY: ReadonlySet<string> = new Set();
const NO_NAMES: ReadonlyMap<string, string> = new Map();

/**
 * The records of the list. Only those in sight are in the page: every row is as high as every other, so that which ones those are
 * takes no library, the smallest of which is a quarter of what the page loads before its first rows.
 */
export function RecordsTable({ store, arranging, ui, openRecord, cells, onSeen }: RecordsTableProps) {
  const { api } = store;
  const rows = useStore(
    api,
    of(({ list }) => (list.kind === 'listed' ? list.rows : NO_ROWS), NO_ROWS),
  );
  const order = useStore(
    api,
    of(({ shown }) => shown.order, NO_ORDER),
  );
  const chosen = useStore(
    api,
    of((page) => page.chosen, NOBODY),
  );
  const ruleNames = useStore(
    api,
    of((page) => page.ruleNames, NO_NAMES),
  );
  const sorting = useStore(
    api,
    of(({ shown }) => shown.sorting, null),
  );
  const box = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(600);
  const [line, setLine] = useState(FIRST_GUESS);
  const [current, setCurrent] = useState(0);

  const from = Math.max(0, Math.floor(top / line) - SPARE);
  const to = Math.min(order.length, Math.ceil((top + height) / line) + SPARE);
  const at = (place: number): Row | undefined => rows[order[place] ?? -1];
  const inSight = Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
  const reached = Math.min(current, Math.max(0, order.length - 1));

  // Widths and text sizes change how high a row is.
  useLayoutEffect(() => {
    const { current: element } = box;
    if (!element) return;
    const measure = (): void => {
      setHeight(roomIn(element));
      const first = element.querySelector('[data-place]')?.getBoundingClientRect().height;
      if (first) setLine(first);
    };
    // An old or restricted browser has none: then the table keeps the height it was measured with.
    const watch = typeof ResizeObserver === 'function' ? new ResizeObserver(measure) : null;
    watch?.observe(element);
    measure();
    return () => watch?.disconnect();
  }, [order.length > 0]);

  const seen = inSight.flatMap((place) => at(place)?.id ?? []).join();
  useLayoutEffect(() => {
    const timer = setTimeout(() => onSeen(seen ? seen.split(',') : []), SETTLED);
    return () => clearTimeout(timer);
  }, [seen, onSeen]);

  // Another order begins at its top.
  useLayoutEffect(() => {
    if (box.current) box.current.scrollTop = 0;
    setCurrent(0);
  }, [sorting]);

  const onChoose = useCallback(
    (id: string, on: boolean, range: boolean) => arranging.choose(id, on, range),
    [arranging],
  );
  const onOpen = useCallback(
    (id: string) => {
      const module = store.page()?.module;
      if (module) openRecord(module, id);
    },
    [store, openRecord],
  );

  /** Goes to a row, wherever it is: what is not in the page yet is scrolled to. */
  function go(place: number, range: boolean): void {
    const { current: element } = box;
    const next = Math.max(0, Math.min(place, order.length - 1));
    const row = at(next);
    if (!element || !row) return;
    if (next * line < element.scrollTop) element.scrollTop = next * line;
    else if ((next + 1) * line > element.scrollTop + roomIn(element))
      element.scrollTop = (next + 1) * line - roomIn(element);
    setTop(element.scrollTop);
    setCurrent(next);
    if (range) arranging.choose(row.id, true, true);
    requestAnimationFrame(() =>
      element.querySelector<HTMLElement>(`[data-place="${next}"] input`)?.focus({ preventScroll: true }),
    );
  }

  function onKeyDown(event: KeyboardEvent): void {
    const page = Math.max(1, Math.floor(height / line) - 1);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: reached + 1,
      ArrowUp: reached - 1,
      PageDown: reached + page,
      PageUp: reached - page,
      Home: 0,
      End: order.length - 1,
    };
    const place = steps[event.key];
    if (place === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    go(place, event.shiftKey);
  }

  const all = order.length > 0 && chosen.size >= order.length && inOrder(order, rows, chosen);
  return (
    <div
      {...table(ui.t('records.table'), order.length)}
      class="table"
      ref={box}
      onScroll={({ currentTarget }) => setTop(currentTarget.scrollTop)}
    >
      <SortHeader
        all={all}
        some={!all && chosen.size > 0}
        sorting={sorting}
        ui={ui}
        onAll={(on) => arranging.chooseAll(on)}
        onSort={(column: Column) => arranging.sortBy(column)}
        columns={COLUMNS}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a rowgroup; the keys are those of the rows in it */}
      <div
        {...GROUP}
        class="lines"
        // Where the row that had the focus has gone out of the page, its keys still work.
        tabIndex={-1}
        onKeyDown={onKeyDown}
        onFocusIn={({ target }) => {
          const place =
            target instanceof Element && target.closest('[data-place]')?.getAttribute('data-place');
          if (place) setCurrent(Number(place));
        }}
      >
        <div role="presentation" style={{ height: `${from * line}px` }} />
        {inSight.map((place) => {
          const row = at(place);
          return (
            row && (
              <RecordLine
                key={row.id}
                record={row}
                place={place}
                chosen={chosen.has(row.id)}
                current={place === reached}
                cells={cells}
                ruleNames={ruleNames}
                ui={ui}
                onChoose={onChoose}
                onOpen={onOpen}
              />
            )
          );
        })}
        <div role="presentation" style={{ height: `${Math.max(0, order.length - to) * line}px` }} />
      </div>
    </div>
  );
}

/** CSS pixels below the heads, which stay in sight. */
const roomIn = (table: HTMLElement): number =>
  table.clientHeight - (table.firstElementChild?.clientHeight ?? 0);

const inOrder = (order: readonly number[], rows: readonly Row[], chosen: ReadonlySet<string>): boolean =>
  order.every((index) => chosen.has(rows[index]?.id ?? ''));
