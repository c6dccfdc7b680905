/**
 * Repaints without losing the keyboard user's place: a form that opens takes the focus into its text field, and where the
 * focused control has gone, the first control that is left gets it. Focus that was elsewhere is not touched.
 */
export function paintKeepingFocus(root: HTMLElement, paint: () => void): void {
  const { ownerDocument: doc } = root;
  const focused = doc.activeElement;
  const field = root.querySelector('textarea');
  const inside = root.contains(focused);
  paint();
  if (!inside) return;
  const opened = root.querySelector('textarea');
  if (opened && !field) {
    opened.focus();
    opened.setSelectionRange(opened.value.length, opened.value.length);
  } else if (!root.contains(doc.activeElement) || doc.activeElement === doc.body)
    (
      root.querySelector<HTMLElement>('.note button, .row button') ??
      root.querySelector<HTMLElement>('button')
    )?.focus();
}
