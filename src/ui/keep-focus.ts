/** Text of the button that opened what is open now, to come back to. */
let opener: string | null = null;

/**
 * Repaints without losing the keyboard user's place: a form that opens takes the focus into its text field; where the focused
 * control has gone, the button that had opened what is closed now gets it, else the first that is left. Focus that was
 * elsewhere is not touched.
 */
export function paintKeepingFocus(root: HTMLElement, paint: () => void): void {
  const { ownerDocument: doc } = root;
  const focused = doc.activeElement;
  const field = fieldOf(root);
  const inside = root.contains(focused);
  paint();
  if (!inside || (root.contains(doc.activeElement) && doc.activeElement !== root)) return;
  const opened = fieldOf(root);
  // The text may also have given way to a list of texts to choose from, or the other way round.
  if (opened && (!field || field === focused)) {
    opened.focus();
    if (opened instanceof HTMLTextAreaElement)
      opened.setSelectionRange(opened.value.length, opened.value.length);
  } else
    (
      [...root.querySelectorAll('button')].find(({ textContent }) => textContent && textContent === opener) ??
      root.querySelector<HTMLElement>('.note button, .row button') ??
      root.querySelector<HTMLElement>('button')
    )?.focus();
  opener = focused instanceof HTMLButtonElement ? focused.textContent : null;
}

/** Where a reason is typed or chosen: the text, the choice that was made, or the first one. */
const fieldOf = (root: HTMLElement): HTMLElement | null =>
  root.querySelector<HTMLElement>('textarea') ??
  root.querySelector<HTMLElement>('[role="radiogroup"] :checked') ??
  root.querySelector<HTMLElement>('[role="radiogroup"] input');
