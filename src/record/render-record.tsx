import { render } from 'preact';
import { loadMessages } from '../i18n/load-messages';
import { directionOf, languageOf, localeTag } from '../i18n/locale';
import { createTranslator, type Translator } from '../i18n/translator';
import { type BrowserMemory, SIGNED_IN } from '../ui/browser-memory';
import { followHeight } from '../ui/follow-height';
import { paintKeepingFocus } from '../ui/keep-focus';
import { RecordLock } from './RecordLock';
import { CONFIGURATION_REFUSED, IDLE } from './record-state';
import type { RecordStore } from './record-store';
import type { AfterStatus, StartableTask } from './view-context';

export interface RecordPage {
  readonly store: RecordStore;
  readonly memory: BrowserMemory;
  /** Forgotten when the browser session ends. */
  readonly session: BrowserMemory;
  /** The host's part: `resize` takes CSS pixels. */
  readonly host: { resize(height: number): void; retry(): void };
}

export interface RecordPageView {
  hostReady(): void;
  setLocale(code: string): void;
  setTheme(theme: 'day' | 'night'): void;
  /** Whether calls wait because the CRM limits them. */
  setLimited(limited: boolean): void;
  setUser(user: {
    readonly id: string | null;
    readonly timeZone: string | null;
    readonly locale: string | null;
  }): void;
}

/** Milliseconds that what follows the skeleton waits for the user's language. */
const LANGUAGE_BOUND = 1_000;
/** "2 minutes ago" moves on by itself; nothing is asked of the CRM for it. */
const TICK = 60_000;

/** Paints every state into the page, in the user's language, zone and theme, as the host makes them known. */
export function renderRecord({ store, memory, session, host }: RecordPage): RecordPageView {
  const root = document.getElementById('app') ?? document.body;
  const { documentElement: html } = document;
  const { api } = store;
  let translator: Translator | null = null;
  let user = { id: null as string | null, timeZone: null as string | null };
  let wanted = '';
  let waiting = true;
  let limited = false;
  let after: AfterStatus | null = null;

  const loadAfter = async (): Promise<AfterStatus> => {
    const { startAfterStatus } = await import('./after-status');
    after ??= startAfterStatus(store, memory, session);
    paint();
    return after;
  };

  async function start(task: StartableTask): Promise<void> {
    try {
      (after ?? (await loadAfter())).start(task);
    } catch {
      // The file did not load: asking the CRM again tells the user about the connection.
      store.refresh();
    }
  }

  function paint(): void {
    if (waiting || !translator) return;
    const ui = {
      ...translator,
      now: store.now(),
      timeZone: user.timeZone,
      userId: user.id,
      limited,
      refresh: () => store.refresh(true),
      toggleReason: store.toggleReason,
      retryHost: host.retry,
      start: (task: StartableTask) => void start(task),
      after,
    };
    const state = api.getState();
    paintKeepingFocus(root, () => render(<RecordLock state={state} ui={ui} />, root));
    if (!after && (state.kind === 'record' || state.kind === 'notConfigured')) loadAfter().catch(() => {});
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
    if (api.getState().kind === 'connecting') waiting = true;
    setTimeout(show, LANGUAGE_BOUND);
    const messages = (await loadMessages('record', language)) ?? (await loadMessages('record', 'en'));
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
  api.subscribe(paint);
  setInterval(paint, TICK);

  return {
    setLocale: (code) => void setLocale(code),
    setTheme(theme) {
      memory.set('theme', theme);
      setTheme(theme);
    },
    setLimited(now) {
      limited = now;
      paint();
    },
    setUser({ id, timeZone, locale }) {
      user = { id, timeZone };
      // Another person at this browser: what the last one typed or was refused is not theirs.
      const before = memory.get(SIGNED_IN);
      if (id) memory.set(SIGNED_IN, id);
      if (before && id && before !== id) {
        session.set(CONFIGURATION_REFUSED, null);
        store.update({ task: IDLE });
        store.hooks.explain();
      }
      if (locale) void setLocale(locale);
      paint();
    },
    hostReady: () => followHeight(root, host.resize),
  };
}
