/**
 * The wire of the stand-in. It keeps the habits of the released SDK that a widget must survive: nothing times out, messages of
 * any window are believed, `on` after `init` is ignored, and a call before the host's answer throws at once.
 */
export const SDK_VERSION = '1.5';

type Listener = (data: unknown) => void;

interface Waiting {
  resolve(data: unknown): void;
  reject(failure: unknown): void;
}

const serviceOrigin = new URLSearchParams(location.search).get('serviceOrigin') ?? '';
const listeners = new Map<string, Listener>();
const heard = new Map<string, Listener>();
const waiting = new Map<string, Waiting>();
let nextPromise = 100;
let starting: Promise<void> | undefined;
let started = () => {};
let uniqueID: unknown;
let hasContext = false;

export const isStarting = (): boolean => starting !== undefined;

function post(message: Record<string, unknown>): void {
  const { protocol, host, pathname } = location;
  message.appOrigin = encodeURIComponent(`${protocol}//${host}${pathname}`);
  window.parent.postMessage(message, serviceOrigin);
}

/** Sends an event to the host; settles with its answer, if there is one. */
export function trigger(eventName: 'CRM_EVENT' | 'ZDK_EVENT', data: object): Promise<unknown> {
  if (!starting) throw new TypeError("Cannot read properties of undefined (reading 'getContext')");
  if (!hasContext) throw new Error('Parentwindow reference not found.');
  const promiseid = `Promise${nextPromise}`;
  nextPromise += 1;
  post({ type: 'SDK.EVENT', eventName, uniqueID, time: Date.now(), promiseid, data });
  return new Promise((resolve, reject) => {
    waiting.set(promiseid, { resolve, reject });
  });
}

/** Whoever posts is believed, as in the released SDK: its check compares nothing that can fail. */
function receive(event: MessageEvent): void {
  const message = event.data;
  if (message?.type !== 'FRAMEWORK.EVENT') return;
  if (message.eventName === 'SET_CONTEXT') {
    uniqueID = message.data?.uniqueID;
    hasContext = true;
    started();
  } else if (message.eventName === 'EVENT_RESPONSE') {
    settle(message.promiseid, 'resolve', message.data);
  } else if (message.eventName === 'EVENT_RESPONSE_FAILURE') {
    settle(message.promiseid, 'reject', message.data);
  } else {
    heard.get(message.eventName)?.(message.data);
  }
}

function settle(promiseid: string, how: keyof Waiting, data: unknown): void {
  const promise = waiting.get(promiseid);
  waiting.delete(promiseid);
  promise?.[how](data);
}

export const embeddedApp = {
  /** The last listener of an event counts. */
  on(eventName: string, listener: Listener): void {
    listeners.set(eventName, listener);
  },
  init(): Promise<void> {
    if (starting) return starting;
    starting = new Promise((resolve) => {
      started = resolve;
    });
    for (const [eventName, listener] of listeners) heard.set(eventName, listener);
    window.addEventListener('message', receive);
    window.addEventListener('unload', () => post({ type: 'SDK.EVENT', eventName: 'DEREGISTER', uniqueID }));
    post({ type: 'SDK.EVENT', eventName: 'REGISTER', sdkVersion: SDK_VERSION });
    return starting;
  },
};
