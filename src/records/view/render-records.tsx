import { render } from 'preact';
import type { UserNumbers } from '../../base/host';
import type { ReadVariable } from '../../crm/read-variable';
import type { Translator } from '../../i18n/translator';
import { followAppearance } from '../../ui/appearance';
import { SIGNED_IN } from '../../ui/browser-memory';
import { deferred } from '../../ui/deferred';
import { submitOnClick } from '../../ui/submit-on-click';
import type { RecordsParts } from '../deferred/deferred';
import type { RecordsStore } from '../start/records-store';
import { createArranging } from '../table/arrange';
import { RecordsPage, type RecordsPageProps } from './RecordsPage';

export interface RecordsView {
  hostReady(): void;
  setLocale(code: string): void;
  setTheme(theme: 'day' | 'night'): void;
  /** Whether calls wait because the CRM limits them. */
  setLimited(limited: boolean): void;
  setUser(user: {
    readonly id: string | null;
    readonly timeZone: string | null;
    readonly locale: string | null;
    readonly profile: string | null;
    readonly numbers?: UserNumbers;
  }): void;
}

export interface RecordsViewParts {
  readonly store: RecordsStore;
  readonly host: RecordsPageProps['host'] & { resize(height: number, width?: number): void };
  /** Reads a variable where they are not the CRM's own. */
  readonly readVariable?: ReadVariable;
}

/** "2 minutes ago" moves on by itself; nothing is asked of the CRM for it. */
const TICK = 60_000;
/** Milliseconds after the host's first answer that names of rules wait for the user's profile. */
const PROFILE_BOUND = 1_500;
/** What the popup of a button is asked to be, in CSS pixels: room for the columns and a dozen rows. */
const POPUP = { height: 620, width: 1_000 };

/** Paints the page in the user's language, zone and theme, as the host makes them known. */
export function renderRecords({ store, host, readVariable }: RecordsViewParts): RecordsView {
  const root = document.getElementById('app') ?? document.body;
  const { api, memory } = store;
  const arranging = createArranging(store);
  let translator: Translator | null = null;
  let user = { id: null as string | null, timeZone: null as string | null };
  // Undefined until the host tells it, which it may never do.
  let profile: string | null | undefined;
  let limited = false;
  let ready = false;
  let sized = false;
  let parts: RecordsParts | null = null;
  const late = deferred(() => import('../deferred/deferred'));
  late.api.subscribe((state) => {
    if (state.kind === 'ready') {
      parts ??= state.part.startDeferred({
        store,
        arranging,
        readVariable,
        me: () => user.id,
        profile: () => profile,
      });
      if (translator) parts.setLocale(translator.tag);
    }
    paint();
  });

  function paint(): void {
    if (appearance.waits() || !translator) return;
    const ui = { ...translator, now: store.now(), timeZone: user.timeZone, userId: user.id, limited };
    const failed = late.api.getState().kind === 'failed';
    render(
      <RecordsPage
        store={store}
        arranging={arranging}
        ui={ui}
        parts={parts ?? (failed ? 'failed' : null)}
        host={host}
      />,
      root,
    );
  }

  function follow(): void {
    const page = store.page();
    if (!page) return;
    late.want();
    if (!ready || sized || !page.popup) return;
    sized = true;
    host.resize(POPUP.height, POPUP.width);
  }

  const appearance = followAppearance({
    page: 'records',
    memory,
    mayWait: () => api.getState().kind === 'connecting',
    onTranslator(next) {
      translator = next;
      parts?.setLocale(next.tag);
    },
    // The first rows take no format of their own.
    prepare() {},
    onShow: paint,
  });

  function tellProfile(name: string | null): void {
    profile = name;
    parts?.userCame();
  }

  submitOnClick(root);
  api.subscribe(follow);
  setInterval(paint, TICK);
  follow();

  return {
    ...appearance,
    setLimited(now) {
      limited = now;
      paint();
    },
    setUser({ id, timeZone, locale, profile: told, numbers }) {
      user = { id, timeZone };
      if (id) memory.set(SIGNED_IN, id);
      tellProfile(told);
      if (locale) appearance.setLocale(locale, numbers?.locale);
      paint();
    },
    hostReady() {
      ready = true;
      follow();
      setTimeout(() => profile === undefined && tellProfile(null), PROFILE_BOUND);
    },
  };
}
