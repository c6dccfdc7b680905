import type { HostProblem } from '../base/host';
import type { Send } from '../crm/transport';
import { loadSdk } from './load-sdk';
import { guardMessages, serviceOrigin } from './message-guard';
import { isOpenedByButton, type Placement, parsePlacement } from './placement';
import { sendThroughZrc, type ZrcCalls } from './send';
import { parseUser, type User } from './user';

/** What the host tells, each whenever it likes, possibly more than once and in any order. */
export interface HostEvents {
  /** `popup`: a button of the CRM's opened the page, in a popup that can be closed. */
  onPlacement(placement: Placement, popup: boolean): void;
  onProblem(problem: HostProblem): void;
  /** The host has answered: the frame can be resized now. */
  onReady(): void;
  onLocale(locale: string): void;
  onTheme(theme: 'day' | 'night'): void;
  onUser(user: User): void;
}

export interface ZohoHost {
  readonly send: Send;
  /** Asks the host to make the frame this high and wide, in CSS pixels; as wide as it is where nothing is said. */
  resize(height: number, width?: number): void;
  /** Asks the host to show a record in a window of its own: in place it would end this page. */
  openRecord(module: string, id: string): void;
  /** Closes the popup that a button opened; `reload`: the list behind it is out of date. */
  closePopup(reload: boolean): void;
  /** Starts over after a problem: loads the script again where that failed, else the page. */
  retry(): void;
  /** How many messages of others than the CRM page were stopped: more than a few mean that somebody tries to forge some. */
  droppedMessages(): number;
}

/** Milliseconds; nothing in the SDK has a bound of its own. */
export const BOUNDS = { sdk: 15_000, init: 10_000, pageLoad: 5_000 };

/** Milliseconds after the host's first answer in which PageLoad has come and the first call is under way. */
export const ASK_AROUND_AFTER = 50;

type Sdk = NonNullable<Window['ZOHO']>;

/**
 * Connects the page to Zoho CRM. Returns at once; everything that follows is told through `events`. An answer that comes after
 * its bound still counts: a `hostSilent` may be followed by a placement.
 */
export function connectToZoho(win: Window, events: HostEvents): ZohoHost {
  let resolveZrc: (zrc: ZrcCalls) => void = () => {};
  const ready = new Promise<ZrcCalls>((resolve) => {
    resolveZrc = resolve;
  });
  let resize = (_height: number, _width?: number): void => {};
  let again = () => win.location.reload();

  const connect = async (anew: boolean): Promise<void> => {
    const reload = () => win.location.reload();
    // Zoho's script may have come after its bound; run twice it would fail on its own constants.
    if (!win.ZOHO) await loadSdk(win.document, BOUNDS.sdk, anew);
    if (!win.ZOHO) {
      again = () => {
        again = () => {};
        void connect(true);
      };
      return events.onProblem('sdkBlocked');
    }
    again = reload;
    const { ZOHO } = win;
    let placed = false;
    let useless = false;
    ZOHO.embeddedApp.on('PageLoad', (data: unknown) => {
      placed = true;
      if (!useless) events.onPlacement(parsePlacement(data), isOpenedByButton(data));
    });
    const silent = setTimeout(events.onProblem, BOUNDS.init, 'hostSilent');
    await ZOHO.embeddedApp.init();
    clearTimeout(silent);
    setTimeout(askAround, ASK_AROUND_AFTER, ZOHO);
    const calls = zrcOf(win);
    if (!calls) {
      // A PageLoad may still come, but nothing could be asked about what it names.
      useless = true;
      return events.onProblem('noZrc');
    }
    resolveZrc(calls);
    setTimeout(() => placed || events.onPlacement({ kind: 'none' }, false), BOUNDS.pageLoad);
  };

  /** What the first call to the CRM need not wait for: the host answers one message after the other. */
  const askAround = ({ CRM }: Sdk): void => {
    const ask = (height: number, width = win.innerWidth) => quietly(() => CRM.UI.Resize({ height, width }));
    // A frame in a folded place has no width, which the host would take for the width that is wanted.
    let unasked = 0;
    resize = (height, width) => {
      unasked = win.innerWidth ? 0 : height;
      if (!unasked) ask(height, width);
    };
    win.addEventListener('resize', () => {
      if (unasked) resize(unasked);
    });
    quietly(() => events.onReady());
    quietly(() =>
      CRM.CONFIG.getUserPreference().then(({ mode }) => events.onTheme(mode === 'night' ? 'night' : 'day')),
    );
    quietly(() => CRM.CONFIG.getCurrentUser().then((reply: unknown) => events.onUser(parseUser(reply))));
  };

  let droppedMessages = () => 0;
  const origin = serviceOrigin(win);
  if (origin) {
    droppedMessages = guardMessages(win, origin, events.onLocale);
    connect(false).catch(() => events.onProblem('hostSilent'));
  } else {
    // Told after returning, like everything else: the caller is not ready before.
    queueMicrotask(() => events.onProblem('outside'));
  }
  return {
    send: sendThroughZrc(() => ready),
    resize: (height, width) => resize(height, width),
    retry: () => again(),
    openRecord: (Entity, RecordID) =>
      quietly(() => win.ZOHO?.CRM.UI.Record.open({ Entity, RecordID, Target: '_blank' })),
    closePopup: (reload) =>
      quietly(() => (reload ? win.ZOHO?.CRM.UI.Popup.closeReload() : win.ZOHO?.CRM.UI.Popup.close())),
    droppedMessages: () => droppedMessages(),
  };
}

/** A top-level constant in Zoho's script, which need not be a property of the window. */
export const zrcOf = (win: Window): ZrcCalls | undefined =>
  win.zrc ?? (typeof zrc === 'undefined' ? undefined : zrc);

/** For what is nice to have: the SDK throws or rejects with plain objects where a host does not offer it. */
function quietly(ask: () => unknown): void {
  try {
    Promise.resolve(ask()).catch(() => {});
  } catch {
    // Not offered here.
  }
}
