import type { Send } from './transport';

/** Two ways into the CRM that share a bound: what the user waits for goes before what merely completes the picture. */
export interface RequestQueue {
  readonly urgent: Send;
  readonly background: Send;
}

/** At most `limit` calls are under way at once, well below an organisation's concurrency (5 in the free edition). */
export function createRequestQueue(send: Send, limit: number): RequestQueue {
  let running = 0;
  const waiting: { readonly urgent: (() => void)[]; readonly background: (() => void)[] } = {
    urgent: [],
    background: [],
  };

  const next = (): void => {
    if (running >= limit) return;
    const start = waiting.urgent.shift() ?? waiting.background.shift();
    if (!start) return;
    running++;
    start();
  };

  const lane =
    (queue: (() => void)[]): Send =>
    (request) =>
      new Promise((resolve) => {
        queue.push(() => {
          void send(request).then((reply) => {
            running--;
            resolve(reply);
            next();
          });
        });
        next();
      });
  return { urgent: lane(waiting.urgent), background: lane(waiting.background) };
}
