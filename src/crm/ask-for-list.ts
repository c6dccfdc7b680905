import { type CrmReply, type CrmRequest, type Send, saysNone } from './transport';

/** Is answered with a body in every organisation, be it a refusal. */
const NEVER_EMPTY: CrmRequest = { method: 'GET', path: '/crm/v8/__features/record_locking_configurations' };

const isBlank = (reply: CrmReply): boolean =>
  'status' in reply && reply.status < 300 && !saysNone(reply) && !reply.body;

/**
 * Sends what asks for a list. Zoho says "none" with 204. A host may hide that status, and a proxy may answer nothing at all: an
 * empty reply of another status is believed when it comes twice and another call is answered, else it is no reply. One call; two
 * more only after an empty reply.
 */
export async function askForList(send: Send, request: CrmRequest): Promise<CrmReply> {
  const reply = await send(request);
  if (!isBlank(reply)) return reply;
  const again = await send(request);
  return isBlank(again) && isBlank(await send(NEVER_EMPTY)) ? { lost: 'connection' } : again;
}
