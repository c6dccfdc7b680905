import { englishMessages, loadMessages } from '../i18n/load-messages';
import { directionOf, formatsTag, languageOf, localeTag } from '../i18n/locale';
import type { Page } from '../i18n/pages';
import { createTranslator, type Messages, type Translator } from '../i18n/translator';
import type { BrowserMemory } from './browser-memory';

export interface Appearance {
  /** `code`: whose words are shown; `formats`: whose dates and numbers, where the CRM tells them apart. */
  setLocale(code: string, formats?: string | null): void;
  setTheme(theme: 'day' | 'night'): void;
  /** Asks again for the user's language where its file did not come. */
  again(): void;
  /** Whether nothing but the skeleton should be painted, because the user's language is under way. */
  waits(): boolean;
}

export interface AppearanceParts {
  readonly page: Page;
  readonly memory: BrowserMemory;
  /** Whether another language may still be waited for: nothing that somebody reads or types into is on the page. */
  readonly mayWait: () => boolean;
  /** Texts of another locale; the first ones come at once. `onShow` follows. */
  readonly onTranslator: (translator: Translator) => void;
  /** Makes the formats that the first content takes. A browser is slow at the first one, and there is time before the answer. */
  readonly prepare: (translator: Translator) => void;
  /** There is something to paint, or as much as there will be in time. */
  readonly onShow: () => void;
}

/** Milliseconds that what follows the skeleton waits for the user's language. */
const LANGUAGE_BOUND = 1_000;

/**
 * Keeps the page in the user's language and theme: those last seen at this browser until the host tells. English is there at
 * once; another language replaces it whenever its file comes.
 */
export function followAppearance(parts: AppearanceParts): Appearance {
  const { page, memory } = parts;
  const { documentElement: html } = document;
  const english = englishMessages();
  let wanted = '';
  let refused = '';
  let waiting = false;
  let shown = false;

  function use(messages: Messages, language: string, tag: string, formats = tag): void {
    const translator = createTranslator(messages, formatsTag(language, formats), directionOf(language));
    parts.onTranslator(translator);
    setTimeout(parts.prepare, 0, translator);
    html.lang = language;
    html.dir = directionOf(language);
    // A translator of the browser has nothing to do where the page speaks the user's language.
    html.setAttribute('translate', tag.split('-')[0] === language ? 'no' : 'yes');
  }

  function show(): void {
    waiting = false;
    shown = true;
    parts.onShow();
  }

  async function setLocale(code: string, formatsCode?: string | null): Promise<void> {
    const tag = localeTag(code);
    const formats = localeTag(formatsCode ?? code);
    const both = `${tag} ${formats}`;
    if (both === wanted) return;
    wanted = both;
    const language = languageOf(tag);
    if (!shown || parts.mayWait()) {
      waiting = true;
      setTimeout(show, LANGUAGE_BOUND);
    }
    const messages = await (language === 'en' ? english : loadMessages(page, language));
    if (wanted !== both) return;
    if (messages) {
      // A file of another version, or something else under its name, may lack some.
      use(messages === english ? english : { ...english, ...messages }, language, tag, formats);
      if (memory.get('locale') !== code) memory.set('locale', code);
    } else {
      // Asked for again when the host names the language once more, or a person asks.
      wanted = '';
      refused = code;
    }
    show();
  }

  const setTheme = (theme: unknown): void => {
    html.dataset.theme = theme === 'night' ? 'night' : 'day';
  };

  const remembered = memory.get('locale');
  setTheme(memory.get('theme'));
  use(english, 'en', 'en');
  void setLocale(typeof remembered === 'string' ? remembered : navigator.language);

  return {
    setLocale: (code, formats) => void setLocale(code, formats),
    setTheme(theme) {
      memory.set('theme', theme);
      setTheme(theme);
    },
    again: () => {
      if (!wanted && refused) void setLocale(refused);
    },
    waits: () => waiting,
  };
}
