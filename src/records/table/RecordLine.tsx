import { Component } from 'preact';
import { statusOf } from '../../locking/bulk/record-row';
import type { Row } from '../start/records-state';
import { nameOf, type RecordsUi, statusText } from '../view/words';
import { CELL, row } from './roles';

/** The cells that take more than the list tells: they are filled once what is loaded after the first rows is there. */
export interface Cells {
  readonly reason: string;
  readonly person: string;
  readonly ago: string;
  readonly at: string;
  readonly result: string;
  readonly tone: string;
}

export type CellsOf = (row: Row, ruleNames: ReadonlyMap<string, string>, ui: RecordsUi) => Cells;

const EMPTY: Cells = { reason: '', person: '', ago: '', at: '', result: '', tone: '' };

interface RecordLineProps {
  readonly record: Row;
  /** Its place among the rows that are shown, from 0. */
  readonly place: number;
  readonly chosen: boolean;
  /** The one row that Tab reaches. */
  readonly current: boolean;
  readonly cells: CellsOf | null;
  readonly ruleNames: ReadonlyMap<string, string>;
  readonly ui: RecordsUi;
  readonly onChoose: (id: string, on: boolean, range: boolean) => void;
  readonly onOpen: (id: string) => void;
}

const TONES: Readonly<Record<ReturnType<typeof statusOf>, string>> = {
  unlocked: 'open',
  locked: 'plain',
  manual: 'locked',
  rule: 'locked',
  both: 'locked',
  unknown: 'plain',
  gone: 'plain',
};

/** One record: a row of the table, or a card where there is no room for columns. */
export class RecordLine extends Component<RecordLineProps> {
  /** Only a row that has changed is rendered again. */
  override shouldComponentUpdate(next: Readonly<RecordLineProps>): boolean {
    const { props } = this;
    return (
      next.record !== props.record ||
      next.place !== props.place ||
      next.chosen !== props.chosen ||
      next.current !== props.current ||
      next.cells !== props.cells ||
      next.ruleNames !== props.ruleNames ||
      next.ui !== props.ui
    );
  }

  override render(props: RecordLineProps) {
    return renderLine(props);
  }
}

function renderLine(props: RecordLineProps) {
  const { record, place, chosen, current, cells, ruleNames, ui, onChoose, onOpen } = props;
  const name = nameOf(record, ui);
  const { reason, person, ago, at, result, tone } = cells?.(record, ruleNames, ui) ?? EMPTY;
  const focusable = current ? 0 : -1;
  return (
    <div {...row(place)} class={chosen ? 'line chosen' : 'line'} data-place={place}>
      <span {...CELL} class="tick">
        <input
          type="checkbox"
          checked={chosen}
          tabIndex={focusable}
          aria-label={ui.t('records.select', { name })}
          onClick={(event) => onChoose(record.id, event.currentTarget.checked, event.shiftKey)}
        />
      </span>
      <span {...CELL} class="name">
        <button
          type="button"
          class="link"
          tabIndex={focusable}
          title={name}
          disabled={record.state.kind === 'gone'}
          onClick={() => onOpen(record.id)}
        >
          <bdi>{name}</bdi>
        </button>
      </span>
      <span {...CELL} class="status">
        <span class={`chip ${TONES[statusOf(record)]}`}>{statusText(record, ui)}</span>
      </span>
      <span {...CELL} class="reason" dir="auto" title={reason || undefined}>
        {reason}
      </span>
      <span {...CELL} class="person">
        <bdi>{person}</bdi>
      </span>
      <span {...CELL} class="since" title={at || undefined}>
        {ago}
      </span>
      <span {...CELL} class={`result ${tone}`} title={result || undefined}>
        {result}
      </span>
    </div>
  );
}
