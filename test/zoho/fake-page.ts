import { vi } from 'vitest';
import { connectToZoho, type ZohoHost } from '../../src/zoho/connect';

export const CRM = 'https://crm.example';

/** What Zoho's script would do once it runs; `answer` lets `init()` resolve, `load` sends a PageLoad. */
export function fakeSdk() {
  let started = (_value?: unknown): void => {};
  let onLoad: ((data: unknown) => void) | null = null;
  let isStarted = false;
  const sdk = {
    embeddedApp: {
      on: (event: string, listener: (data: unknown) => void) => {
        if (event === 'PageLoad' && !isStarted) onLoad = listener;
      },
      init: () => {
        isStarted = true;
        return new Promise((resolve) => {
          started = resolve;
        });
      },
    },
    CRM: {
      CONFIG: {
        getUserPreference: vi.fn((): Promise<unknown> => Promise.resolve({ mode: 'night' })),
        getCurrentUser: vi.fn((): Promise<unknown> => Promise.resolve({ users: [{ id: '7' }] })),
      },
      UI: { Resize: vi.fn((_size: unknown): unknown => Promise.resolve()) },
    },
  };
  return {
    sdk,
    answer: () => started(),
    load: (data: unknown) => onLoad?.(data),
    zrc: { get: vi.fn(async (_path: string, _config?: object): Promise<unknown> => ({ status: 204 })) },
  };
}

interface PageOptions {
  readonly search?: string;
  /** Not in a frame: the window is its own parent. */
  readonly alone?: boolean;
  /** Called for each message that the page posts to its parent. */
  readonly onPost?: (message: unknown) => void;
  /** Called for each script of Zoho's, the page's own first; `run` is its onload, `block` its onerror. */
  readonly onScript?: (script: { src: string; run(): void; block(): void }, page: FakeWindow) => void;
}

export type FakeWindow = EventTarget & { ZOHO?: unknown; zrc?: unknown; reloads: number };

/** A widget's page in a frame of the CRM, and everything the connection tells it, in order. */
export function connectPage(options: PageOptions) {
  const parent = { postMessage: (message: unknown) => options.onPost?.(message) };
  let scripts = 0;
  const target: FakeWindow = Object.assign(new EventTarget(), { reloads: 0 });
  interface FakeScript {
    readonly id: string;
    src: string;
    onload(): void;
    onerror(): void;
    replaceWith(other: FakeScript): void;
  }
  const scriptOf = (id: string, src: string): FakeScript => ({
    id,
    src,
    onload() {},
    onerror() {},
    replaceWith(other) {
      named = other;
      fetchScript(other);
    },
  });
  const fetchScript = (script: FakeScript) => {
    scripts += 1;
    options.onScript?.(
      { src: script.src, run: () => script.onload(), block: () => script.onerror() },
      target,
    );
  };
  let named = scriptOf('zoho-sdk', 'https://live.zwidgets.com/sdk.js');
  const document = { createElement: () => scriptOf('', ''), querySelector: () => named };
  const search = options.search ?? `?serviceOrigin=${encodeURIComponent(CRM)}`;
  Object.assign(target, {
    parent: options.alone ? target : parent,
    location: {
      search,
      reload: () => {
        target.reloads += 1;
      },
    },
    document,
    innerWidth: 360,
  });
  // The page's own script is run once ours has been.
  queueMicrotask(() => options.alone || fetchScript(named));
  const told: unknown[] = [];
  const tell =
    (event: string) =>
    (...values: unknown[]) =>
      void told.push([event, ...values]);
  // As much of a window as the connection uses.
  const win = target as unknown as Window;
  const host: ZohoHost = connectToZoho(win, {
    onPlacement: tell('placement'),
    onProblem: tell('problem'),
    onReady: tell('ready'),
    onLocale: tell('locale'),
    onTheme: tell('theme'),
    onUser: tell('user'),
  });
  return {
    host,
    told,
    window: target,
    scripts: () => scripts,
    /** A message as if `source` of `origin` had posted it; by default the CRM page. */
    post(data: unknown, from: { source?: unknown; origin?: string } = {}) {
      const event = new MessageEvent('message', { data, origin: from.origin ?? CRM });
      Object.defineProperty(event, 'source', { value: 'source' in from ? from.source : parent });
      target.dispatchEvent(event);
    },
  };
}
