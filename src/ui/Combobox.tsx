import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { filterOptions, namedOption, type PickerOption } from './filter-options';
import { OptionList, PAGE } from './OptionList';
import { placePopup } from './place-popup';

export interface ComboboxProps {
  readonly id: string;
  /** Accessible name. */
  readonly label: string;
  readonly options: readonly PickerOption[];
  /** All that there are, if `options` leaves out some: rows and names stay as they are whatever is left out. */
  readonly among?: readonly PickerOption[] | undefined;
  /** Id of the chosen option. */
  readonly selected?: string | undefined;
  /** What stands in the field while nothing is being typed: the label of what is chosen. */
  readonly text: string;
  /** Said when no option matches, or while the options are on their way. */
  readonly note: string;
  /** Said of how many options match what was typed. */
  foundText(count: number): string;
  readonly placeholder?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly readOnly?: boolean | undefined;
  onPick(option: PickerOption): void;
  /** Told what is typed when the options are found elsewhere; they are not filtered here then. Null: the list closed. */
  readonly onQuery?: ((text: string | null) => void) | undefined;
  /** Backspace where there is no text to remove. */
  readonly onBackspace?: (() => void) | undefined;
}

/** `query` null: nothing typed since the list opened. `active` -1: no option. */
interface Typing {
  readonly open: boolean;
  readonly query: string | null;
  readonly active: number;
}

const CLOSED: Typing = { open: false, query: null, active: -1 };

/**
 * A text field that filters a list of options (the ARIA 1.2 combobox with a listbox popup). Our own, because only the rows in
 * sight are in the page, so that a thousand options open at once: small libraries that walk the options in the page cannot
 * reach the others, and those that can bring a state machine and a positioning engine, half the size of the settings page.
 */
export function Combobox(props: ComboboxProps) {
  const { id, options, among = options, selected, text, onPick, onQuery, disabled, readOnly } = props;
  const [{ open, query, active }, setTyping] = useState(CLOSED);
  const [focused, setFocused] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const popup = useRef<HTMLDivElement>(null);
  const found = useMemo(
    () => (!open ? [] : onQuery ? options : filterOptions(options, query ?? '')),
    [open, query, options, onQuery],
  );
  const listed = open && found.length > 0;
  // Options that came late have their first one ready for Enter, as those that were there have.
  const current = listed ? Math.min(Math.max(active, query ? 0 : -1), found.length - 1) : -1;

  useLayoutEffect(() => {
    if (open && input.current && popup.current) placePopup(input.current, popup.current);
  }, [open, found.length]);
  useEffect(() => {
    if (open) onQuery?.(query ?? '');
  }, [open, query, onQuery]);

  const show = (at: 'selected' | 'last'): void => {
    if (open || disabled || readOnly) return;
    const place = at === 'last' ? options.length - 1 : options.findIndex((option) => option.id === selected);
    setTyping({ open: true, query: null, active: place });
    input.current?.select();
  };
  const close = (): void => {
    if (!open) return;
    setTyping(CLOSED);
    onQuery?.(null);
  };
  const pick = (option: PickerOption | undefined): void => {
    if (!option || option.disabledReason) return;
    close();
    if (option.id !== selected) onPick(option);
  };
  const go = (to: number): void =>
    setTyping({ open, query, active: Math.max(0, Math.min(to, found.length - 1)) });

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const { key } = event;
    if (key === 'Backspace' && input.current?.value === '') props.onBackspace?.();
    if (!open) {
      if (key !== 'ArrowDown' && key !== 'ArrowUp') return;
      show(key === 'ArrowUp' && !event.altKey ? 'last' : 'selected');
    } else if (key === 'ArrowDown') go(current === found.length - 1 ? 0 : current + 1);
    else if (key === 'ArrowUp' && event.altKey) close();
    else if (key === 'ArrowUp') go(current <= 0 ? found.length - 1 : current - 1);
    else if (key === 'PageDown') go(current + PAGE);
    else if (key === 'PageUp') go(current - PAGE);
    else if (key === 'Home' && !event.shiftKey) go(0);
    else if (key === 'End' && !event.shiftKey) go(found.length - 1);
    else if (key === 'Enter') pick(found[current]);
    else if (key === 'Escape') close();
    else {
      if (key === 'Tab' && query && !onQuery) pick(found[current]);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  const noteId = `${id}-note`;
  return (
    <div class="combobox">
      <input
        ref={input}
        id={id}
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        aria-label={props.label}
        aria-autocomplete="list"
        aria-expanded={listed}
        aria-controls={listed ? `${id}-list` : undefined}
        aria-activedescendant={current >= 0 ? `${id}-${current}` : undefined}
        aria-describedby={
          [open && !listed && noteId, props.describedBy].filter(Boolean).join(' ') || undefined
        }
        aria-invalid={props.invalid || undefined}
        disabled={disabled}
        readOnly={readOnly}
        placeholder={props.placeholder}
        title={text || undefined}
        value={query ?? text}
        onClick={() => show('selected')}
        onInput={({ currentTarget: { value } }) =>
          setTyping({ open: true, query: value, active: value ? 0 : -1 })
        }
        onKeyDown={onKeyDown}
        onFocus={() => setFocused(true)}
        onBlur={() => {
          setFocused(false);
          const named = query && !onQuery && namedOption(options, query);
          if (named) pick(named);
          else close();
        }}
      />
      {focused && (
        <span class="unseen" aria-live="polite">
          {query && (listed ? props.foundText(found.length) : props.note)}
        </span>
      )}
      {open && (
        <div class="popup" ref={popup}>
          {listed ? (
            <OptionList
              id={id}
              options={found}
              among={among}
              active={current}
              selected={selected}
              onPick={(index) => pick(found[index])}
            />
          ) : (
            <p id={noteId}>{props.note}</p>
          )}
        </div>
      )}
    </div>
  );
}
