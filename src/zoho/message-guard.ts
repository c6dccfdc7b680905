import { isObject } from '../base/json';

/**
 * Lets only the CRM page talk to the SDK.
 *
 * The SDK's own origin check does nothing (seen in releases 1.0 to 1.5): any window that can reach this frame could
 * forge a PageLoad or a reply. So this listener is registered first, and in the capture phase, which runs before the
 * SDK's listener on the same window, and stops every message that is not from the parent window at the CRM's origin. Their
 * content is never looked at, so that what is huge, cyclic or of a strange form costs and breaks nothing.
 * @returns how many messages have been stopped since.
 */
export function guardMessages(win: Window, origin: string, onLocale: (locale: string) => void): () => number {
  let dropped = 0;
  win.addEventListener(
    'message',
    (event) => {
      if (event.source !== win.parent || event.origin !== origin) {
        dropped++;
        return event.stopImmediatePropagation();
      }
      const locale = localeOf(event.data);
      if (locale) onLocale(locale);
    },
    true,
  );
  return () => dropped;
}

/** The SDK keeps the user's locale to itself, so it is read from the host's first answer in passing. */
function localeOf(message: unknown): string | null {
  if (!isObject(message) || message.eventName !== 'SET_CONTEXT' || !isObject(message.data)) return null;
  const { locale } = message.data;
  return typeof locale === 'string' ? locale : null;
}

/**
 * The CRM page's origin, which Zoho puts into the widget's address as `serviceOrigin`; null outside Zoho CRM: no frame, no
 * such parameter, or not an origin.
 */
export function serviceOrigin(win: Window): string | null {
  if (win.parent === win) return null;
  try {
    const { origin } = new URL(new URLSearchParams(win.location.search).get('serviceOrigin') ?? '');
    return origin === 'null' ? null : origin;
  } catch {
    return null;
  }
}
