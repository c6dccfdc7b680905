import { loadMessages } from '../i18n/load-messages';
import { directionOf, languageOf, localeTag } from '../i18n/locale';
import { createTranslator, type Translator } from '../i18n/translator';
import type { BrowserMemory } from './browser-memory';

export interface Appearance {
  setLocale(code: string): void;
  setTheme(theme: 'day' | 'night'): void;
  /** Whether nothing but the skeleton should be painted, because the messages are under way. */
  waits(): boolean;
}

export interface AppearanceParts {
  readonly page: 'record' | 'settings';
  readonly memory: BrowserMemory;
  /** Whether another language may still be waited for: nothing that somebody reads or types into is on the page. */
  readonly mayWait: () => boolean;
  /** Texts of another locale. `onShow` follows. */
  readonly onTranslator: (translator: Translator) => void;
  /** There is something to paint, or as much as there will be in time. */
  readonly onShow: () => void;
}

/** Milliseconds that what follows the skeleton waits for the user's language. */
const LANGUAGE_BOUND = 1_000;

/** Keeps the page in the user's language and theme: those last seen at this browser until the host tells. */
export function followAppearance(parts: AppearanceParts): Appearance {
  const { page, memory } = parts;
  const { documentElement: html } = document;
  let wanted = '';
  let waiting = true;
  let translated = false;

  function show(): void {
    waiting = false;
    parts.onShow();
  }

  async function setLocale(code: string): Promise<void> {
    const tag = localeTag(code);
    if (tag === wanted) return;
    wanted = tag;
    const language = languageOf(tag);
    if (parts.mayWait()) waiting = true;
    setTimeout(show, LANGUAGE_BOUND);
    const messages = (await loadMessages(page, language)) ?? (await loadMessages(page, 'en'));
    if (wanted !== tag) return;
    // Formats follow the locale as far as its language is the one shown.
    const formats = tag.startsWith(language) ? tag : language;
    if (messages || !translated)
      parts.onTranslator(createTranslator(messages ?? {}, formats, directionOf(language)));
    translated = true;
    html.lang = language;
    html.dir = directionOf(language);
    memory.set('locale', code);
    show();
  }

  const setTheme = (theme: unknown): void => {
    html.dataset.theme = theme === 'night' ? 'night' : 'day';
  };

  const remembered = memory.get('locale');
  setTheme(memory.get('theme'));
  void setLocale(typeof remembered === 'string' ? remembered : navigator.language);

  return {
    setLocale: (code) => void setLocale(code),
    setTheme(theme) {
      memory.set('theme', theme);
      setTheme(theme);
    },
    waits: () => waiting,
  };
}
