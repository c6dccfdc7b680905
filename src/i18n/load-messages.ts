import type { Language } from './locale';
import type { Messages } from './translator';

const loaded = new Map<string, Promise<Messages | null>>();

/**
 * The compiled messages of one page in one language, a small file beside the page, loaded once. Resolves with null where it
 * cannot be loaded, so that what was shown before stays.
 */
export function loadMessages(page: 'record' | 'settings', language: Language): Promise<Messages | null> {
  const address = `./assets/${page}.${language}.json`;
  const known = loaded.get(address) ?? fetchJson(address);
  loaded.set(address, known);
  return known;
}

async function fetchJson(address: string): Promise<Messages | null> {
  try {
    const reply = await fetch(address);
    if (reply.ok) return await reply.json();
  } catch {
    // Asked again the next time it is wanted.
  }
  loaded.delete(address);
  return null;
}
