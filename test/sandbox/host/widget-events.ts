/** Events that a person sends to the widgets on the page from the sandbox's bar. */
export const EVENTS = ['Notify', 'NotifyAndWait', 'ContextUpdate', 'Dial', 'DialerActive'] as const;

type Listener = (eventName: string, data: unknown) => void;

const listeners = new Set<Listener>();
let asked = 0;

/** Hands every event to `listener`; returns what ends it. */
export function hearEvents(listener: Listener): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** `NotifyAndWait` carries an id, with which the widget answers. */
export function sendEvent(eventName: string, data: unknown): void {
  asked += 1;
  const sent = eventName === 'NotifyAndWait' ? { id: `notify-${asked}`, data } : data;
  for (const listener of listeners) listener(eventName, sent);
}
