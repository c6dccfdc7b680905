import { createContext, runInContext } from 'node:vm';
import { linkWidget, type MessageSource, type WidgetLink } from '../host/wire/widget-link';
import { readStandIn } from './build-stand-in';

export const CRM = 'http://127.0.0.1:5050';
const WIDGET = 'http://127.0.0.1:5051';

type Listener = (event: MessageEvent) => void;

/** As much of a window as messages need: what is posted is cloned, and arrives later. */
class FakeWindow implements MessageSource {
  readonly listeners = new Set<Listener>();
  readonly received: unknown[] = [];

  addEventListener(type: string, listener: Listener): void {
    if (type === 'message') this.listeners.add(listener);
  }

  removeEventListener(_type: string, listener: Listener): void {
    this.listeners.delete(listener);
  }

  /** Delivers a message as if `source`, a window of `origin`, had posted it. */
  deliver(message: unknown, source: object, origin: string): void {
    const data: unknown = structuredClone(message);
    this.received.push(data);
    queueMicrotask(() => {
      const event = Object.assign(new MessageEvent('message', { data, origin }), {});
      Object.defineProperty(event, 'source', { value: source });
      for (const listener of this.listeners) listener(event);
    });
  }
}

/** The globals that the SDK leaves in the widget's page. */
export interface WidgetGlobals {
  readonly ZOHO: {
    readonly embeddedApp: {
      on(event: string, listener: (data: unknown) => void): void;
      init(): Promise<unknown>;
    };
    readonly CRM: Readonly<
      Record<string, Readonly<Record<string, (...values: unknown[]) => Promise<unknown>>>>
    >;
  };
  readonly zrc: Readonly<Record<string, (...values: unknown[]) => Promise<unknown>>>;
  readonly ZDK: { readonly Client: Readonly<Record<string, (...values: unknown[]) => Promise<unknown>>> };
  readonly $Client: { close(response?: unknown): Promise<unknown> };
}

/**
 * A widget's page with an SDK loaded, the stand-in where no other script is given, in a frame of a host page; `link` says how
 * the host behaves.
 */
export async function openWidget(link: Partial<WidgetLink> = {}, script?: string) {
  const host = new FakeWindow();
  const page = new FakeWindow();
  const frame = {
    postMessage: (message: unknown, target: string) => {
      if (target === WIDGET) page.deliver(message, parent, CRM);
    },
  };
  const parent = {
    postMessage: (message: unknown, target: string) => {
      if (target === CRM) host.deliver(message, frame, WIDGET);
    },
  };
  const { end, send } = linkWidget({
    host,
    frame: () => frame,
    widgetOrigin: WIDGET,
    locale: 'de_DE',
    pageLoad: { Entity: 'Deals', EntityId: '42' },
    answer: async () => 'answered',
    start: 'whole',
    ...link,
  });
  const location = new URL(`${WIDGET}/app/widget.html?serviceOrigin=${encodeURIComponent(CRM)}`);
  const window: Record<string, unknown> = {
    parent,
    location,
    addEventListener: page.addEventListener.bind(page),
    ...{ URL, URLSearchParams, FormData, Blob, File, ReadableStream, console },
  };
  window.window = window;
  window.self = window;
  const context = createContext(window);
  runInContext(script ?? (await readStandIn()), context);
  const globals: WidgetGlobals = runInContext('({ ZOHO, zrc, ZDK, $Client })', context);
  return {
    ...globals,
    window,
    /** Values as the widget's own page makes them: its arrays are no arrays of the test. */
    ownValue: (json: string): unknown => runInContext('JSON.parse', context)(json),
    /** Everything the widget posted to the host, in order. */
    posted: host.received,
    /** Everything the host posted to the widget, in order. */
    heard: page.received,
    /** A window of another origin posts to the widget. */
    forge: (message: unknown) => page.deliver(message, {}, 'http://127.0.0.1:6666'),
    /** A window of another origin posts to the host. */
    forgeToHost: (message: unknown) => host.deliver(message, {}, 'http://127.0.0.1:6666'),
    end,
    /** The host sends an event. */
    send,
  };
}
