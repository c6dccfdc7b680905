import { isObject } from '../api/json';
import type { Credentials } from './credentials';
import type { Endpoints } from './data-centres';
import { elsewhere, TokenFailure, tokenFailure, unexpected, unreachable } from './token-failure';

const BOUND_MS = 30_000;

/** Hands out the present access token; asked with a stale one, gets another. Rejects with TokenFailure. */
export type AccessToken = (stale?: string) => Promise<string>;

/**
 * One access token for all, in memory only, got when first needed. Calls that come together share one question to the
 * accounts server: Zoho gives ten tokens in ten minutes. What was refused for good is not asked again.
 */
export function accessToken(credentials: Credentials, endpoints: Endpoints): AccessToken {
  let present: string | undefined;
  let asking: Promise<string> | undefined;
  let refused: TokenFailure | undefined;

  const ask = async (): Promise<string> => {
    try {
      present = await refresh(credentials, endpoints);
      return present;
    } catch (failure) {
      if (failure instanceof TokenFailure && failure.isFinal) refused = failure;
      throw failure;
    } finally {
      asking = undefined;
    }
  };
  return async (stale) => {
    if (present !== undefined && present !== stale) return present;
    if (refused) throw refused;
    asking ??= ask();
    return asking;
  };
}

/** The secrets travel in the body, never in an address, which servers log. */
async function refresh(credentials: Credentials, endpoints: Endpoints): Promise<string> {
  const reply = await fetch(`${endpoints.accounts}/oauth/v2/token`, {
    method: 'POST',
    redirect: 'manual',
    signal: AbortSignal.timeout(BOUND_MS),
    body: new URLSearchParams({
      grant_type: 'refresh_token',
      client_id: credentials.clientId,
      client_secret: credentials.clientSecret,
      refresh_token: credentials.refreshToken,
    }),
  }).catch(() => {
    throw unreachable();
  });
  const body: unknown = await reply.json().catch(() => undefined);
  if (!isObject(body)) throw unexpected();
  if (typeof body.error === 'string') throw tokenFailure(body.error, credentials.dataCentre);
  if (typeof body.access_token !== 'string' || !/^[\w.-]{1,2000}$/.test(body.access_token))
    throw unexpected();
  // The token is sent to the host of the named data centre or nowhere, whatever the reply says.
  if (typeof body.api_domain === 'string' && body.api_domain !== endpoints.api)
    throw elsewhere(credentials.dataCentre);
  return body.access_token;
}
