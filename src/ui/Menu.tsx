import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { IconButton } from './IconButton';
import { placePopup } from './place-popup';

export interface MenuItem {
  readonly text: string;
  /** What cannot be taken back looks like it. */
  readonly danger?: boolean;
  act(): void;
}

interface MenuProps {
  readonly id?: string;
  /** Name of the button. */
  readonly label: string;
  /** Worked out when the menu opens. */
  items(): readonly MenuItem[];
}

/** A button that opens a list of what else can be done. */
export function Menu({ id, label, items }: MenuProps) {
  const [open, setOpen] = useState<readonly MenuItem[] | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const popup = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!open || !box.current || !popup.current) return;
    placePopup(box.current, popup.current);
    popup.current.querySelector('button')?.focus();
  }, [open]);
  // Before the list goes: a dialog that is opened from it gives the focus back to what had it.
  const close = (): void => {
    box.current?.querySelector('button')?.focus();
    setOpen(null);
  };
  const walk = (event: KeyboardEvent): void => {
    const buttons = [...(popup.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((button) => button.matches(':focus'));
    const step = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (event.key === 'Escape') close();
    else if (step !== undefined) buttons.at(step % buttons.length)?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      class="menu"
      ref={box}
      onFocusOut={({ relatedTarget }) => {
        if (!(relatedTarget instanceof Node && box.current?.contains(relatedTarget))) setOpen(null);
      }}
    >
      <IconButton
        icon="more"
        label={label}
        {...(id === undefined ? {} : { id })}
        aria-expanded={open !== null}
        onClick={() => setOpen(open ? null : items())}
      />
      {open && (
        // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the buttons inside.
        <div class="popup" ref={popup} onKeyDown={walk}>
          {open.map(({ text, danger, act }) => (
            <button
              type="button"
              key={text}
              class={danger ? 'danger' : undefined}
              onClick={() => {
                close();
                act();
              }}
            >
              {text}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
