const SDK = '#zoho-sdk';

/** The release in the script's address, e.g. `1.5`; the SDK itself does not tell. */
export const sdkVersion = (doc: Document): string | null =>
  /\/(\d+\.\d+)\//.exec(doc.querySelector<HTMLScriptElement>(SDK)?.src ?? '')?.[1] ?? null;

/**
 * Waits for Zoho's SDK, which the page names in `<script defer id="zoho-sdk">` behind its own script: one place holds the
 * pinned address, the download starts with the page, and, as deferred scripts run in the order of the document, it runs only
 * after the message guard is in place. `again` loads it once more after it failed.
 * @returns false when the script cannot be loaded: blocked, offline, or not answering within `bound` milliseconds.
 */
export function loadSdk(doc: Document, bound: number, again: boolean): Promise<boolean> {
  const named = doc.querySelector<HTMLScriptElement>(SDK);
  if (!named) return Promise.resolve(false);
  const script = again ? doc.createElement('script') : named;
  return new Promise((resolve) => {
    const settle = (loaded: boolean) => {
      clearTimeout(timer);
      resolve(loaded);
    };
    const timer = setTimeout(settle, bound, false);
    script.onload = () => settle(true);
    script.onerror = () => settle(false);
    if (!again) return;
    script.id = named.id;
    script.src = named.src;
    named.replaceWith(script);
  });
}
