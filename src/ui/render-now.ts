import { options } from 'preact';

/** Makes a change and renders what comes of it before going on, e.g. to move the focus to what is new. */
export function renderNow(change: () => void): void {
  const { debounceRendering } = options;
  let render = (): void => {};
  options.debounceRendering = (now) => {
    render = now;
  };
  change();
  if (debounceRendering) options.debounceRendering = debounceRendering;
  else delete options.debounceRendering;
  render();
}

/** Moves the focus to an element that is in the page, and brings it into sight. */
export function focusOn(id: string): void {
  const control = document.getElementById(id);
  control?.focus({ preventScroll: true });
  control?.scrollIntoView?.({ block: 'nearest' });
}
