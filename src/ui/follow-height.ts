/** Calls back with the height of `element` in whole CSS pixels, now and whenever it changes. */
export function followHeight(element: HTMLElement, report: (height: number) => void): void {
  let last = 0;
  const look = (): void => {
    const height = Math.ceil(element.getBoundingClientRect().height);
    if (height !== last) report(height);
    last = height;
  };
  if (typeof ResizeObserver === 'function') new ResizeObserver(look).observe(element);
  else {
    // An old or restricted browser: what the page paints is what changes its height.
    look();
    new MutationObserver(look).observe(element, { subtree: true, childList: true, characterData: true });
  }
}
