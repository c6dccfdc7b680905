/**
 * Loads Zoho's SDK, which the page names in `<link id="zoho-sdk" rel="preload" as="script">`: one place holds the pinned
 * address, the download starts with the page, and the script runs only after the message guard is in place.
 * @returns false when the script cannot be loaded: blocked, offline, or not answering within `bound` milliseconds.
 */
export function loadSdk(doc: Document, bound: number): Promise<boolean> {
  return new Promise((resolve) => {
    const script = doc.createElement('script');
    const settle = (loaded: boolean) => {
      clearTimeout(timer);
      resolve(loaded);
    };
    const timer = setTimeout(settle, bound, false);
    script.onload = () => settle(true);
    script.onerror = () => {
      script.remove();
      settle(false);
    };
    script.src = doc.querySelector<HTMLLinkElement>('#zoho-sdk')?.href ?? '';
    doc.head.append(script);
  });
}
