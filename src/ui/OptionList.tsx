import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type PickerOption, repeatedLabels } from './filter-options';

/** Rows of the list that are in sight at once, and that PageUp and PageDown go by. */
export const PAGE = 8;
/** Rows before and after them that are in the page, too, so that scrolling does not show gaps. */
const SPARE = 5;
/** CSS pixels of a row, with the reasons on a second line or without; combobox.css says the same. */
const ROW = 32;
const TALL_ROW = 48;

interface OptionListProps {
  /** Id of the text field; the list and its options have ids made from it. */
  readonly id: string;
  readonly options: readonly PickerOption[];
  /** All that there are: the rows are as high, and the hints as many, as these need, whatever was typed. */
  readonly among: readonly PickerOption[];
  readonly active: number;
  readonly selected: string | undefined;
  onPick(index: number): void;
}

/** The options around those in sight; the others are space above and below. */
export function OptionList({ id, options, among, active, selected, onPick }: OptionListProps) {
  const list = useRef<HTMLDivElement>(null);
  const tall = useMemo(() => among.some((option) => option.disabledReason !== undefined), [among]);
  const repeated = useMemo(() => repeatedLabels(among), [among]);
  const row = tall ? TALL_ROW : ROW;
  const [seen, setSeen] = useState(() => Math.max(0, active - PAGE / 2));
  const start = Math.max(0, Math.min(seen, options.length - PAGE) - SPARE);
  const end = Math.min(options.length, seen + PAGE + SPARE);

  useLayoutEffect(() => {
    const { current: box } = list;
    if (!box || active < 0) return;
    const [top, height] = [active * row, box.clientHeight || PAGE * row];
    if (top < box.scrollTop) box.scrollTop = top;
    else if (top + row > box.scrollTop + height) box.scrollTop = top + row - height;
    setSeen(Math.floor(box.scrollTop / row));
  }, [active, row, options]);

  return (
    <div
      ref={list}
      id={`${id}-list`}
      role="listbox"
      aria-labelledby={id}
      class={tall ? 'tall' : undefined}
      // The text field keeps the focus, and with it the keyboard.
      onMouseDown={(event) => event.preventDefault()}
      onScroll={({ currentTarget }) => setSeen(Math.floor(currentTarget.scrollTop / row))}
    >
      <div role="presentation" style={{ height: `${start * row}px` }} />
      {options.slice(start, end).map((option, i) => {
        const index = start + i;
        const { disabledReason: reason, hint } = option;
        return (
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the text field, which names the active option.
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the text field's.
          <div
            key={index}
            id={`${id}-${index}`}
            role="option"
            class={index === active ? 'active' : undefined}
            aria-selected={option.id === selected}
            aria-disabled={reason !== undefined || undefined}
            aria-posinset={index + 1}
            aria-setsize={options.length}
            title={hint ? `${option.label} (${hint})` : option.label}
            onClick={() => onPick(index)}
          >
            <bdi>{option.label}</bdi>
            {hint && repeated.has(option.label) && <small aria-hidden="true">{hint}</small>}
            {reason && <small class="reason">{reason}</small>}
          </div>
        );
      })}
      <div role="presentation" style={{ height: `${(options.length - end) * row}px` }} />
    </div>
  );
}
