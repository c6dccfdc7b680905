import { render } from 'preact';
import type { UserNumbers } from '../../base/host';
import type { ReadVariable } from '../../crm/read-variable';
import type { Send } from '../../crm/transport';
import { relativeTime } from '../../i18n/relative-time';
import type { Translator } from '../../i18n/translator';
import { followAppearance } from '../../ui/appearance';
import { type BrowserMemory, SIGNED_IN } from '../../ui/browser-memory';
import { deferred } from '../../ui/deferred';
import { followHeight } from '../../ui/follow-height';
import { paintKeepingFocus } from '../../ui/keep-focus';
import { submitOnClick } from '../../ui/submit-on-click';
import type { DeferredParts } from '../deferred/deferred';
import { CONFIGURATION_REFUSED, IDLE } from '../start/record-state';
import type { RecordStore } from '../start/record-store';
import { missingParts } from './missing-parts';
import { RecordLock } from './RecordLock';
import type { DeferredViews, StartableTask } from './view-context';

export interface RecordPage {
  readonly store: RecordStore;
  readonly send: Send;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly memory: BrowserMemory;
  /** Forgotten when the browser session ends. */
  readonly session: BrowserMemory;
  /** The host's part: `resize` takes CSS pixels. */
  readonly host: { resize(height: number): void; retry(): void };
  /** Reads a variable where they are not the CRM's own. */
  readonly readVariable?: ReadVariable;
  /** The CRM's origin, '' where it is not known. */
  readonly crmOrigin?: string;
}

export interface RecordPageView {
  hostReady(): void;
  setLocale(code: string): void;
  setTheme(theme: 'day' | 'night'): void;
  /** Whether calls wait because the CRM limits them. */
  setLimited(limited: boolean): void;
  setUser(user: {
    readonly id: string | null;
    readonly name?: string | null;
    readonly timeZone: string | null;
    readonly locale: string | null;
    readonly profile: string | null;
    readonly numbers?: UserNumbers;
  }): void;
}

/** "2 minutes ago" moves on by itself; nothing is asked of the CRM for it. */
const TICK = 60_000;
/** Milliseconds after the host's first answer that explaining a lock waits for the user's profile. */
const PROFILE_BOUND = 1_500;

/** Paints every state into the page, in the user's language, zone and theme, as the host makes them known. */
export function renderRecord(page: RecordPage): RecordPageView {
  const { store, send, now, memory, session, host, readVariable, crmOrigin } = page;
  const root = document.getElementById('app') ?? document.body;
  const { api } = store;
  let translator: Translator | null = null;
  let user = { id: null as string | null, name: null as string | null, timeZone: null as string | null };
  // Undefined until the host tells it, which it may never do.
  let profile: string | null | undefined;
  let limited = false;
  const parts = deferred(async () => {
    const { startDeferred } = await import('../deferred/deferred');
    return startDeferred({
      ...{ store, send, now, memory, session, readVariable },
      profile: () => profile,
      userId: () => user.id,
      linkTo: ({ module, id }) => (crmOrigin ? `${crmOrigin}/crm/tab/${module}/${id}` : null),
    });
  });
  /** What a person asked for before its file was there. */
  let asked: StartableTask | null = null;

  const loaded = (): DeferredParts | null => {
    const state = parts.api.getState();
    return state.kind === 'ready' ? state.part : null;
  };

  function views(): DeferredViews | null {
    const failed = parts.api.getState().kind === 'failed';
    return loaded() ?? (failed || asked ? missingParts(failed) : null);
  }

  function start(task: StartableTask): void {
    const there = loaded();
    if (there) there.start(task);
    else {
      asked = task;
      parts.want();
      paint();
    }
  }

  parts.api.subscribe((state) => {
    if (state.kind === 'ready' && asked) state.part.start(asked);
    paint();
  });

  const commands = {
    refresh() {
      appearance.again();
      store.refresh(true);
    },
    toggleReason: store.toggleReason,
    retryHost: host.retry,
    start,
  };

  function paint(): void {
    if (appearance.waits() || !translator) return;
    const ui = {
      ...translator,
      now: now(),
      timeZone: user.timeZone,
      userId: user.id,
      userName: user.name,
      limited,
    };
    const state = api.getState();
    paintKeepingFocus(root, () =>
      render(<RecordLock state={state} commands={commands} deferred={views()} ui={ui} />, root),
    );
    if (state.kind === 'record' || state.kind === 'notConfigured') parts.want();
  }

  const appearance = followAppearance({
    page: 'record',
    memory,
    mayWait: () => api.getState().kind === 'connecting',
    onTranslator(next) {
      translator = next;
    },
    prepare: ({ tag }) => void relativeTime(new Date(0).toISOString(), now(), tag),
    onShow: paint,
  });

  /** What explains a lock depends on who asks. */
  function tellProfile(name: string | null): void {
    const first = profile === undefined;
    profile = name;
    if (first && store.shown()) loaded()?.explain();
  }

  submitOnClick(root);
  api.subscribe(paint);
  setInterval(paint, TICK);

  return {
    ...appearance,
    setLimited(isLimited) {
      limited = isLimited;
      paint();
    },
    setUser({ id, name = null, timeZone, locale, profile: told, numbers }) {
      user = { id, name, timeZone };
      tellProfile(told);
      // Another person at this browser: what the last one typed or was refused is not theirs.
      const before = memory.get(SIGNED_IN);
      if (id) memory.set(SIGNED_IN, id);
      if (before && id && before !== id) {
        session.set(CONFIGURATION_REFUSED, null);
        store.update({ task: IDLE });
        loaded()?.explain();
      }
      if (locale) appearance.setLocale(locale, numbers?.locale);
      paint();
    },
    hostReady() {
      followHeight(root, host.resize);
      setTimeout(() => tellProfile(profile ?? null), PROFILE_BOUND);
    },
  };
}
