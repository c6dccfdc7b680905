import { render } from 'preact';
import { createStore } from 'zustand/vanilla';
import type { HostFacts, UserNumbers } from '../../base/host';
import type { Variables } from '../../crm/write-variable';
import { localeTag } from '../../i18n/locale';
import { type NumberStyle, numberStyle } from '../../i18n/number-style';
import { followAppearance } from '../../ui/appearance';
import { type BrowserMemory, ofPerson, SIGNED_IN } from '../../ui/browser-memory';
import { isReloading } from '../../ui/reload-page';
import { submitOnClick } from '../../ui/submit-on-click';
import { type Words, WordsContext } from '../context/words';
import { modulesShown } from '../editing/page-state';
import { OPEN_MODULE, type Page } from '../editing/page-store';
import { createBackupPorts } from './backup-ports';
import { createEditorSession } from './editor-session';
import { LimitedContext } from './limited';
import { SettingsPage } from './SettingsPage';

export interface SettingsPageParts {
  readonly page: Page;
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
    readonly id: string | null;
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

/** Shows the page in the user's language, zone and theme, as the host makes them known. */
export function renderSettings(parts: SettingsPageParts): SettingsPageView {
  const { page, memory, drafts, host, facts, variables } = parts;
  const { openRecord } = host;
  const session = createEditorSession({
    ...{ page, openRecord, variables, memory: drafts, now: Date.now },
    whose: (name) => ofPerson(memory, name),
    // A user has another id in each organisation, so one never sees the versions of another.
    person: () => person,
    versionsIn: memory,
  });
  const overview = { page, variables, now: Date.now };
  const backup = createBackupPorts({ page, openRecord, variables, now: Date.now });
  const check = { send: page.send, facts };
  const root = document.getElementById('app') ?? document.body;
  const limited = createStore(() => false);
  let person: string | null = null;
  let words: Words | null = null;
  let timeZone: string | null = null;
  let numbers: NumberStyle | null = null;

  function paint(): void {
    if (appearance.waits() || !words) return;
    render(
      <WordsContext.Provider value={words}>
        <LimitedContext.Provider value={limited}>
          <SettingsPage
            page={page}
            session={session}
            check={check}
            overview={overview}
            backup={backup}
            retryHost={host.retry}
          />
        </LimitedContext.Provider>
      </WordsContext.Provider>,
      root,
    );
  }

  const appearance = followAppearance({
    page: 'settings',
    memory,
    mayWait: () => false,
    onTranslator(translator) {
      words = { ...translator, timeZone, numbers: numbers ?? numberStyle(translator.tag) };
    },
    prepare: ({ t }) => void t('settings.moduleCount', { count: 1 }),
    onShow: paint,
  });
  submitOnClick(root);
  keepFocus(root, page);
  window.addEventListener('beforeunload', (event) => {
    if (modulesShown(page.state.getState())?.unsaved && !isReloading()) event.preventDefault();
  });
  window.addEventListener('pagehide', () => {
    session.keepNow();
    if (isReloading()) drafts.set(OPEN_MODULE, modulesShown(page.state.getState())?.current ?? null);
  });

  return {
    ...appearance,
    setLimited: (now) => limited.setState(now, true),
    setUser({ id, timeZone: zone, locale, numbers: own }) {
      person = id;
      const before = memory.get(SIGNED_IN);
      if (id && id !== before) {
        memory.set(SIGNED_IN, id);
        if (before) session.restart();
      }
      timeZone = zone;
      numbers = own.locale ? numberStyle(localeTag(own.locale), own.decimal, own.group) : numbers;
      if (words) words = { ...words, timeZone, numbers: numbers ?? words.numbers };
      if (locale) appearance.setLocale(locale, own.locale);
      paint();
    },
    hostReady: () => host.resize(frameHeight(screen)),
  };
}

/** What had the focus may go with what it did, like the Retry of another state: then the heading takes it. */
function keepFocus(root: HTMLElement, { state }: Page): void {
  let last: EventTarget | null = null;
  root.addEventListener('focusin', ({ target }) => {
    last = target;
  });
  const look = (): void => {
    if (last instanceof HTMLElement && !last.isConnected && document.activeElement === document.body)
      root.querySelector<HTMLElement>('h1')?.focus();
  };
  // Once what has changed is in the page.
  state.subscribe(() => requestAnimationFrame(look));
}
