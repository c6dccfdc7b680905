import { at, isShape, textOf } from '../shape';

/** One request of the widget, as far as the wire knows it. */
export interface WidgetEvent {
  readonly eventName: 'CRM_EVENT' | 'ZDK_EVENT';
  readonly data: unknown;
}

/** The window of the widget's frame. */
interface MessageTarget {
  postMessage(message: unknown, targetOrigin: string): void;
}

/** What the host needs of its own window. */
export interface MessageSource {
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  removeEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

/**
 * How the host starts. `late-init`: answers after the widget's bound; `page-load-twice`: says the same again;
 * `page-load-moves`: names a record that is not there first.
 */
export type Start =
  | 'whole'
  | 'never-init'
  | 'late-init'
  | 'never-page-load'
  | 'page-load-twice'
  | 'page-load-moves';

/** Milliseconds after which a late host answers. */
const LATE_INIT = 12_000;

export interface WidgetLink {
  readonly host: MessageSource;
  /** The frame that the host made; a message of any other window is not read. */
  readonly frame: () => MessageTarget | null;
  readonly widgetOrigin: string;
  /** Language code that SET_CONTEXT carries. */
  readonly locale: string;
  /** Data of the PageLoad event. */
  readonly pageLoad: unknown;
  /** Resolves with the reply's data, rejects with the failure's data, or never settles. */
  readonly answer: (event: WidgetEvent) => Promise<unknown>;
  /** How far the start goes: some hosts are never there, some never say which record it is. */
  readonly start: Start;
  /** Whether a reply is posted twice. */
  readonly twice?: () => boolean;
}

/** A link that stands. */
export interface Link {
  end(): void;
  /** Sends an event that the widget may listen to. */
  send(eventName: string, data: unknown): void;
}

/**
 * The host's half of the embedded-widget wire: REGISTER is answered by SET_CONTEXT and PageLoad, every CRM_EVENT and
 * ZDK_EVENT by EVENT_RESPONSE or EVENT_RESPONSE_FAILURE with the same promise id.
 */
export function linkWidget(link: WidgetLink): Link {
  let registrations = 0;
  let uniqueID = '';

  const post = (message: object) =>
    link.frame()?.postMessage({ type: 'FRAMEWORK.EVENT', ...message }, link.widgetOrigin);

  const register = () => {
    if (link.start === 'never-init') return;
    registrations += 1;
    uniqueID = `widget-${registrations}`;
    const context = {
      uniqueID,
      model: {},
      locale: link.locale,
      localeResource: { locale: link.locale },
      connectors: [],
    };
    post({ eventName: 'SET_CONTEXT', data: context });
    if (link.start === 'never-page-load') return;
    const load = (data: unknown) => post({ eventName: 'PageLoad', data });
    if (link.start === 'page-load-moves') load({ Entity: 'Contacts', EntityId: '1' });
    load(link.pageLoad);
    if (link.start === 'page-load-twice') load(link.pageLoad);
  };

  /** A reply that comes after the page in the frame was replaced has nobody to hear it. */
  const reply = async (event: WidgetEvent, promiseid: unknown, of: string) => {
    const answer = await link.answer(event).then(
      (data) => ({ eventName: 'EVENT_RESPONSE', promiseid, data }),
      (data: unknown) => ({ eventName: 'EVENT_RESPONSE_FAILURE', promiseid, data: cloneable(data) }),
    );
    if (of !== uniqueID) return;
    post(answer);
    if (link.twice?.()) post(answer);
  };

  const receive = (event: MessageEvent) => {
    if (event.source !== link.frame() || event.origin !== link.widgetOrigin) return;
    const message: unknown = event.data;
    if (!isShape(message) || message.type !== 'SDK.EVENT') return;
    const eventName = textOf(message.eventName);
    if (eventName === 'REGISTER' && link.start === 'late-init') setTimeout(register, LATE_INIT);
    else if (eventName === 'REGISTER') register();
    else if (eventName === 'CRM_EVENT' || eventName === 'ZDK_EVENT')
      void reply({ eventName, data: message.data }, message.promiseid, uniqueID);
  };

  link.host.addEventListener('message', receive);
  return {
    end: () => link.host.removeEventListener('message', receive),
    send: (eventName, data) => post({ eventName, data }),
  };
}

/** An error of the host's own code becomes the plain object that a widget can receive. */
function cloneable(failure: unknown): unknown {
  if (!(failure instanceof Error)) return failure;
  return {
    error: { errorType: 'ZrcError', errorMessage: textOf(at(failure, 'message')) || failure.message },
  };
}
