import type { Page } from './pages';
import type { Messages } from './translator';

/** The English messages, which are part of the page: no file has to come for them. */
export const englishMessages = (): Messages =>
  JSON.parse(document.getElementById('english')?.textContent ?? '{}');

/**
 * The compiled messages of one page in one language, a small file beside the page. Resolves with null when it does not come; as
 * long as it is on its way, and then, the page speaks English.
 */
export async function loadMessages(page: Page, language: string): Promise<Messages | null> {
  try {
    const reply = await fetch(`./assets/${page}.${language}.json`);
    return reply.ok ? await reply.json() : null;
  } catch {
    return null;
  }
}
