import { failure } from '../api/errors';
import { type AccessToken, accessToken } from './access-token';
import type { Credentials } from './credentials';
import { type Endpoints, endpointsOf } from './data-centres';
import { addressOf, isRead } from './org-path';
import { TokenFailure } from './token-failure';

const BOUND_MS = 60_000;

interface OrgCall {
  readonly method: string;
  /** Path from `/crm/v8/` on, with the query. */
  readonly path: string;
  readonly body?: string;
}

/** What the org answered, untouched; or, in Zoho's envelope, why nothing was sent. */
interface OrgReply {
  readonly status: number;
  /** Empty for 204. */
  readonly text: string;
  readonly contentType: string;
}

export type OrgConnection = (call: OrgCall) => Promise<OrgReply>;

export interface ConnectionOptions {
  readonly credentials: Credentials;
  /** Without it, a call that could change something is refused before anything is sent. */
  readonly allowWrites: boolean;
  readonly endpoints?: Endpoints;
}

const refusal = (status: number, code: string, message: string): OrgReply => ({
  status,
  text: JSON.stringify(failure(code, message)),
  contentType: 'application/json;charset=UTF-8',
});

const METHODS = new Set(['GET', 'POST', 'PUT', 'DELETE']);

/**
 * Calls a real org. Never rejects. An access token that has run out is renewed once and the call made again: Zoho refuses
 * a stale token before it acts, so that is safe for writes as well. Everything else, 429 included, is handed on.
 */
export function connectOrg(options: ConnectionOptions): OrgConnection {
  const endpoints = options.endpoints ?? endpointsOf(options.credentials.dataCentre);
  const token = accessToken(options.credentials, endpoints);
  return async (call) => {
    const address = addressOf(call.path, endpoints.api);
    if (!address || !METHODS.has(call.method))
      return refusal(400, 'NOT_FORWARDED', 'Only calls below /crm/v8/ are handed on. Nothing was sent.');
    if (!options.allowWrites && !isRead(call.method, call.path))
      return refusal(
        403,
        'READ_ONLY',
        'This sandbox only reads from the org. Nothing was sent. Start it with --allow-writes to let it change things.',
      );
    try {
      return await withToken(token, (present) => send(call, address, present));
    } catch (thrown) {
      if (thrown instanceof TokenFailure) return refusal(401, thrown.code, thrown.message);
      return refusal(504, 'NO_ANSWER', 'The org did not answer. Whether the call took effect is not known.');
    }
  };
}

async function withToken(token: AccessToken, act: (present: string) => Promise<OrgReply>): Promise<OrgReply> {
  const first = await token();
  const reply = await act(first);
  return reply.status === 401 ? act(await token(first)) : reply;
}

/** Headers of the caller stay here: none of them can name another user, method or host to Zoho. */
async function send(call: OrgCall, address: URL, token: string): Promise<OrgReply> {
  const response = await fetch(address, {
    method: call.method,
    // A redirect would carry the call to a host that nobody named.
    redirect: 'manual',
    signal: AbortSignal.timeout(BOUND_MS),
    headers: { authorization: `Zoho-oauthtoken ${token}`, 'content-type': 'application/json' },
    ...(call.body ? { body: call.body } : {}),
  });
  if (response.status >= 300 && response.status < 400)
    return refusal(502, 'REDIRECTED', 'The org answered with the address of another host.');
  return {
    status: response.status,
    text: await response.text(),
    contentType: response.headers.get('content-type') ?? 'application/json',
  };
}
