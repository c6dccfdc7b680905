/** Calls back with the height of `element` in whole CSS pixels, now and whenever it changes. */
export function followHeight(element: HTMLElement, report: (height: number) => void): void {
  let last = 0;
  new ResizeObserver(() => {
    const height = Math.ceil(element.getBoundingClientRect().height);
    if (height !== last) report(height);
    last = height;
  }).observe(element);
}
