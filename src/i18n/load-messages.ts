import type { Language } from './locale';
import type { Messages } from './translator';

/** Milliseconds that a file of messages may take; the browser itself would wait for minutes. */
export const MESSAGES_BOUND = 4_000;

const loaded = new Map<string, Promise<Messages | null>>();

/**
 * The compiled messages of one page in one language, a small file beside the page, loaded once. Resolves with null where it
 * cannot be loaded within its bound, so that what was shown before stays or another language is taken.
 */
export function loadMessages(page: 'record' | 'settings', language: Language): Promise<Messages | null> {
  const address = `./assets/${page}.${language}.json`;
  const known = loaded.get(address) ?? fetchJson(address);
  loaded.set(address, known);
  return known;
}

function fetchJson(address: string): Promise<Messages | null> {
  const late = new Promise<never>((_, reject) => setTimeout(reject, MESSAGES_BOUND));
  const messages = fetch(address).then((reply) => (reply.ok ? reply.json() : Promise.reject(reply.status)));
  return Promise.race([messages, late]).catch(() => {
    // Asked again the next time it is wanted.
    loaded.delete(address);
    return null;
  });
}
