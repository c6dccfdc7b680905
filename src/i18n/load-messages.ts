import type { Language } from './locale';
import type { Messages } from './translator';

/**
 * The compiled messages of one page in one language, a small file beside the page. Resolves with null where it cannot be
 * loaded, so that what was shown before stays.
 */
export async function loadMessages(
  page: 'record' | 'settings',
  language: Language,
): Promise<Messages | null> {
  try {
    const reply = await fetch(`./assets/${page}.${language}.json`);
    return reply.ok ? await reply.json() : null;
  } catch {
    return null;
  }
}
