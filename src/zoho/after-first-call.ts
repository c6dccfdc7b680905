import type { Send } from '../crm/transport';

/** Milliseconds after which the first call is taken to be under way, whatever the SDK does. */
const BOUND = 100;

/**
 * The same `Send`, which calls back once its first call has left the page: until the answer comes, there is time for work that
 * would have delayed the call. The SDK asks the host for its address before the first call, so that call leaves with the
 * host's next message.
 */
export function afterFirstCall(win: Window, send: Send, callback: () => void): Send {
  let isFirst = true;
  return (request) => {
    if (isFirst) {
      isFirst = false;
      const bound = setTimeout(callback, BOUND);
      const heard = () => {
        clearTimeout(bound);
        // The SDK's own listener, and what follows from it, come before.
        setTimeout(callback);
      };
      win.addEventListener('message', heard, { once: true });
    }
    return send(request);
  };
}
