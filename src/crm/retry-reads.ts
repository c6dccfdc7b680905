import { errorOf } from './errors';
import { COMPOSITE, type CrmReply, type CrmRequest, type Send } from './transport';

/** Milliseconds before the second try and, at most, before the last one; each is drawn out by up to as much again. */
const FIRST_WAIT = 1_000;
const LAST_WAIT = 2_000;

/** What only asks. A query of COQL and several reads in one call are posted, but change nothing. */
const isRead = ({ method, path }: CrmRequest): boolean =>
  method === 'GET' || path === '/crm/v8/coql' || path === COMPOSITE;

const isLimited = (reply: CrmReply): boolean => errorOf(reply, '')?.kind === 'rateLimited';

/**
 * Tries reads again that meet the CRM's limit of calls (429): three tries, 3 to 6 seconds of waiting in all, then the refusal is
 * handed on. Writes are never sent twice. `onLimited` tells while any read is waiting; `random` gives 0 to 1, so that the many
 * pages of an organisation do not come back all at once.
 */
export function retryReads(
  send: Send,
  onLimited: (limited: boolean) => void,
  random: () => number = Math.random,
): Send {
  let waiting = 0;
  return async (request) => {
    let reply = await send(request);
    if (!isRead(request) || !isLimited(reply)) return reply;
    if (!waiting++) onLimited(true);
    for (let wait = FIRST_WAIT; wait <= LAST_WAIT && isLimited(reply); wait *= 2) {
      await new Promise((resolve) => setTimeout(resolve, wait * (1 + random())));
      reply = await send(request);
    }
    if (!--waiting) onLimited(false);
    return reply;
  };
}
