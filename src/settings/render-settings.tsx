import { render } from 'preact';
import { loadMessages } from '../i18n/load-messages';
import { directionOf, languageOf, localeTag } from '../i18n/locale';
import { createTranslator } from '../i18n/translator';
import type { BrowserMemory } from '../ui/browser-memory';
import { createEditorSeat } from './editor-seat';
import { SettingsPage } from './SettingsPage';
import type { HostFacts } from './self-check/host-facts';
import type { SettingsContext } from './settings-context';
import type { SettingsStore } from './settings-store';

export interface SettingsPageParts {
  readonly store: SettingsStore;
  readonly memory: BrowserMemory;
  /** Where unsaved changes are kept. */
  readonly drafts: BrowserMemory;
  /** The host's part: `resize` takes CSS pixels. */
  readonly host: {
    resize(height: number): void;
    retry(): void;
    openRecord(module: string, id: string): void;
  };
  readonly facts: () => HostFacts;
}

export interface SettingsPageView {
  hostReady(): void;
  setLocale(code: string): void;
  setTheme(theme: 'day' | 'night'): void;
  /** Whether calls wait because the CRM limits them. */
  setLimited(limited: boolean): void;
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
export function renderSettings({ store, memory, drafts, host, facts }: SettingsPageParts): SettingsPageView {
  const root = document.getElementById('app') ?? document.body;
  const { documentElement: html } = document;
  const { api } = store;
  // The same object until something in it changes, so that views can tell what need not be rendered again.
  let ui: SettingsContext | null = null;
  let timeZone: string | null = null;
  let wanted = '';
  let waiting = true;
  let limited = false;

  const seat = createEditorSeat({
    store,
    memory: drafts,
    openRecord: host.openRecord,
    paint: () => paint(),
  });
  const actions = { ...seat.actions, retryHost: host.retry, facts };

  function paint(): void {
    if (waiting || !ui) return;
    const before = document.activeElement;
    render(<SettingsPage state={api.getState()} ui={ui} actions={actions} editor={seat.editor()} />, root);
    // What had the focus may have gone with what it did: the list that folded, a button of another state.
    const lost = before && before !== document.body && !before.isConnected;
    if (seat.arrived() || (lost && document.activeElement === document.body))
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
    if (messages || !ui)
      ui = { ...createTranslator(messages ?? {}, formats, directionOf(language)), timeZone, limited };
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
  api.subscribe(paint);
  window.addEventListener('beforeunload', (event) => {
    if (store.shown()?.unsaved) event.preventDefault();
  });
  window.addEventListener('pagehide', seat.keepNow);

  return {
    setLocale: (code) => void setLocale(code),
    setTheme(theme) {
      memory.set('theme', theme);
      setTheme(theme);
    },
    setLimited(now) {
      limited = now;
      if (ui) ui = { ...ui, limited };
      paint();
    },
    setUser({ timeZone: zone, locale }) {
      timeZone = zone;
      if (ui) ui = { ...ui, timeZone };
      if (locale) void setLocale(locale);
      paint();
    },
    hostReady: () => host.resize(frameHeight(screen)),
  };
}
