import { render } from 'preact';
import { loadMessages } from '../i18n/load-messages';
import { directionOf, languageOf, localeTag } from '../i18n/locale';
import { createTranslator, type Translator } from '../i18n/translator';
import type { BrowserMemory } from '../ui/browser-memory';
import type { OpenEditor } from './editor/open-editor';
import { SettingsPage } from './SettingsPage';
import type { SettingsActions } from './settings-actions';
import type { SettingsStore } from './settings-store';

export interface SettingsPageParts {
  readonly store: SettingsStore;
  readonly memory: BrowserMemory;
  /** The host's part: `resize` takes CSS pixels. */
  readonly host: { resize(height: number): void; retry(): void };
}

export interface SettingsPageView {
  hostReady(): void;
  setLocale(code: string): void;
  setTheme(theme: 'day' | 'night'): void;
  setUser(user: { readonly timeZone: string | null; readonly locale: string | null }): void;
}

/** Milliseconds that what follows the skeleton waits for the user's language. */
const LANGUAGE_BOUND = 1_000;

/**
 * The frame's height in CSS pixels: what a screen leaves below the CRM's own bars. Constant, so that the page scrolls inside
 * and the bar that saves stays in sight.
 */
const frameHeight = ({ availHeight }: Screen): number => Math.min(Math.max(availHeight - 230, 480), 960);

/** Paints every state into the page, in the user's language, zone and theme, as the host makes them known. */
export function renderSettings({ store, memory, host }: SettingsPageParts): SettingsPageView {
  const root = document.getElementById('app') ?? document.body;
  const { documentElement: html } = document;
  const { api } = store;
  let translator: Translator | null = null;
  let timeZone: string | null = null;
  let wanted = '';
  let waiting = true;
  let editor: OpenEditor | 'failed' | null = null;
  let opening: string | null = null;
  /** The user chose a module: its heading takes the focus once it can be edited. */
  let chosen = false;

  const open = (): OpenEditor | null => (editor === 'failed' ? null : editor);

  /** Makes the editor follow the module that is open. */
  async function followModule(): Promise<void> {
    const current = store.shown()?.current ?? null;
    if (current === opening) return;
    opening = current;
    open()?.close();
    editor = null;
    if (current === null) return;
    try {
      const { openEditor } = await import('./editor/open-editor');
      const shown = store.shown();
      const module = shown?.modules.find((row) => row.apiName === current);
      if (!shown || !module || shown.current !== current) return;
      const { send, now } = store;
      editor = openEditor({ send, memory, now, module, limits: shown.limits, page: store }, paint);
    } catch {
      editor = 'failed';
    }
    paint();
  }

  const actions: SettingsActions = {
    ...store,
    retryHost: host.retry,
    choose(module) {
      chosen = true;
      store.choose(module);
    },
    stay() {
      chosen = false;
      store.stay();
    },
    leave() {
      open()?.discard();
      store.leave();
    },
    retryEditor() {
      opening = null;
      void followModule();
    },
  };

  function paint(): void {
    if (waiting || !translator) return;
    const ui = { ...translator, now: store.now(), timeZone };
    const before = document.activeElement;
    render(<SettingsPage state={api.getState()} ui={ui} actions={actions} editor={editor} />, root);
    // What had the focus may have gone with what it did: the list that folded, a button of another state.
    const lost = before && before !== document.body && !before.isConnected;
    const arrived = chosen && open()?.kind() === 'editing' && !store.shown()?.leavingTo;
    if (arrived) chosen = false;
    if (arrived || (lost && document.activeElement === document.body))
      root.querySelector<HTMLElement>('h1')?.focus();
  }

  function show(): void {
    waiting = false;
    paint();
  }

  async function setLocale(code: string): Promise<void> {
    const tag = localeTag(code);
    if (tag === wanted) return;
    wanted = tag;
    const language = languageOf(tag);
    setTimeout(show, LANGUAGE_BOUND);
    const messages = (await loadMessages('settings', language)) ?? (await loadMessages('settings', 'en'));
    if (wanted !== tag) return;
    // Formats follow the locale as far as its language is the one shown.
    const formats = tag.startsWith(language) ? tag : language;
    if (messages || !translator)
      translator = createTranslator(messages ?? {}, formats, directionOf(language));
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
  api.subscribe(() => {
    void followModule();
    paint();
  });
  window.addEventListener('beforeunload', (event) => {
    if (store.shown()?.unsaved) event.preventDefault();
  });
  window.addEventListener('pagehide', () => open()?.keepNow());

  return {
    setLocale: (code) => void setLocale(code),
    setTheme(theme) {
      memory.set('theme', theme);
      setTheme(theme);
    },
    setUser({ timeZone: zone, locale }) {
      timeZone = zone;
      if (locale) void setLocale(locale);
      paint();
    },
    hostReady: () => host.resize(frameHeight(screen)),
  };
}
