import { render } from 'preact';
import type { HostFacts, UserNumbers } from '../../base/host';
import type { Variables } from '../../crm/write-variable';
import { localeTag } from '../../i18n/locale';
import { type NumberStyle, numberStyle } from '../../i18n/number-style';
import { followAppearance } from '../../ui/appearance';
import type { BrowserMemory } from '../../ui/browser-memory';
import { isReloading } from '../../ui/reload-page';
import type { SettingsStore } from '../editing/page-store';
import type { SettingsContext } from '../words/words';
import { createEditorSession } from './editor-session';
import { SettingsPage } from './SettingsPage';

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
  /** Where what explains locks is published; absent: in the variables of the CRM. */
  readonly variables?: Variables | undefined;
}

export interface SettingsPageView {
  hostReady(): void;
  setLocale(code: string): void;
  setTheme(theme: 'day' | 'night'): void;
  /** Whether calls wait because the CRM limits them. */
  setLimited(limited: boolean): void;
  setUser(user: {
    readonly timeZone: string | null;
    readonly locale: string | null;
    readonly numbers: UserNumbers;
  }): void;
}

/**
 * The frame's height in CSS pixels: what a screen leaves below the CRM's own bars. Constant, so that the page scrolls inside
 * and the bar that saves stays in sight.
 */
const frameHeight = ({ availHeight }: Screen): number => Math.min(Math.max(availHeight - 230, 480), 960);

/** Paints every state into the page, in the user's language, zone and theme, as the host makes them known. */
export function renderSettings({
  store,
  memory,
  drafts,
  host,
  facts,
  variables,
}: SettingsPageParts): SettingsPageView {
  const root = document.getElementById('app') ?? document.body;
  const { api } = store;
  // The same object until something in it changes, so that views can tell what need not be rendered again.
  let ui: SettingsContext | null = null;
  let timeZone: string | null = null;
  let numbers: NumberStyle | null = null;
  let limited = false;

  const session = createEditorSession({
    store,
    memory: drafts,
    openRecord: host.openRecord,
    variables,
    paint: () => paint(),
  });
  const actions = { ...session.actions, retryHost: host.retry, facts };

  function paint(): void {
    if (appearance.waits() || !ui) return;
    const before = document.activeElement;
    render(<SettingsPage state={api.getState()} ui={ui} actions={actions} editor={session.editor()} />, root);
    // What had the focus may have gone with what it did: the list that folded, a button of another state.
    const lost = before && before !== document.body && !before.isConnected;
    if (session.arrived() || (lost && document.activeElement === document.body))
      root.querySelector<HTMLElement>('h1')?.focus();
  }

  const appearance = followAppearance({
    page: 'settings',
    memory,
    mayWait: () => false,
    onTranslator(translator) {
      ui = { ...translator, timeZone, limited, numbers: numbers ?? numberStyle(translator.tag) };
    },
    prepare: ({ t }) => void t('settings.moduleCount', { count: 1 }),
    onShow: paint,
  });
  api.subscribe(paint);
  window.addEventListener('beforeunload', (event) => {
    if (store.shown()?.unsaved && !isReloading()) event.preventDefault();
  });
  window.addEventListener('pagehide', session.keepNow);

  return {
    ...appearance,
    setLimited(now) {
      limited = now;
      if (ui) ui = { ...ui, limited };
      paint();
    },
    setUser({ timeZone: zone, locale, numbers: own }) {
      timeZone = zone;
      numbers = own.locale ? numberStyle(localeTag(own.locale), own.decimal, own.group) : numbers;
      if (ui) ui = { ...ui, timeZone, numbers: numbers ?? ui.numbers };
      if (locale) appearance.setLocale(locale);
      paint();
    },
    hostReady: () => host.resize(frameHeight(screen)),
  };
}
