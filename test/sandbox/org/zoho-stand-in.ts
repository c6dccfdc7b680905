import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { failure } from '../api/errors';
import { createSandbox, type Sandbox, type SandboxOptions } from '../api/sandbox';
import { listen } from '../serve/listen';
import type { Credentials } from './credentials';
import type { Endpoints } from './data-centres';

/** A second sandbox that plays Zoho: its accounts server and, behind access tokens, its API. */
export interface ZohoStandIn {
  readonly endpoints: Endpoints;
  /** Credentials of the administrator that this Zoho accepts. */
  readonly credentials: Credentials;
  readonly sandbox: Sandbox;
  /** Access tokens handed out so far, in order. */
  readonly tokens: readonly string[];
  /** Calls that came to the API, also those that were refused for their token. */
  readonly apiCalls: readonly string[];
  /** Questions that came to the accounts server. */
  asked(): number;
  expireTokens(): void;
  revokeRefreshToken(): void;
  /** The accounts server names this as the address of the API from now on. */
  moveTo(apiDomain: string): void;
  /** Answers the next call to the API with this instead. */
  answerNext(reply: () => Response): void;
  close(): Promise<void>;
}

const secret = () => randomBytes(12).toString('hex');

export async function startZoho(options: SandboxOptions = {}): Promise<ZohoStandIn> {
  const sandbox = createSandbox(options);
  const credentials: Credentials = {
    clientId: `1000.${secret()}`,
    clientSecret: secret(),
    refreshToken: `1000.${secret()}.${secret()}`,
    dataCentre: 'eu',
  };
  const tokens: string[] = [];
  const apiCalls: string[] = [];
  const live = new Set<string>();
  let asked = 0;
  let isRevoked = false;
  let instead: (() => Response) | undefined;

  const api = new Hono();
  api.all('*', (c) => {
    const { pathname, search } = new URL(c.req.url);
    apiCalls.push(`${c.req.method} ${pathname}${search}`);
    const next = instead;
    instead = undefined;
    if (next) return next();
    const token = /^Zoho-oauthtoken (.+)$/.exec(c.req.header('authorization') ?? '')?.[1] ?? '';
    if (!live.has(token)) return c.json(failure('INVALID_TOKEN', 'invalid oauth token'), 401);
    const request = new Request(c.req.raw, { headers: { 'x-sandbox-user': 'admin' } });
    return sandbox.fetch(request);
  });
  const apiServer = await listen(api.fetch, 0);
  let apiDomain = apiServer.origin;

  const accounts = new Hono();
  accounts.post('/oauth/v2/token', async (c) => {
    asked += 1;
    const form = new URLSearchParams(await c.req.text());
    const wants = (name: string, value: string) => form.get(name) === value;
    if (!wants('grant_type', 'refresh_token')) return c.json({ error: 'unsupported_grant_type' });
    if (!wants('client_id', credentials.clientId)) return c.json({ error: 'invalid_client' });
    if (!wants('client_secret', credentials.clientSecret)) return c.json({ error: 'invalid_client_secret' });
    if (isRevoked || !wants('refresh_token', credentials.refreshToken))
      return c.json({ error: 'invalid_code' });
    const access_token = `1000.${secret()}.${secret()}`;
    tokens.push(access_token);
    live.add(access_token);
    return c.json({ access_token, api_domain: apiDomain, token_type: 'Bearer', expires_in: 3600 });
  });
  const accountsServer = await listen(accounts.fetch, 0);

  return {
    endpoints: { accounts: accountsServer.origin, api: apiServer.origin },
    credentials,
    sandbox,
    tokens,
    apiCalls,
    asked: () => asked,
    expireTokens: () => live.clear(),
    revokeRefreshToken: () => {
      isRevoked = true;
      live.clear();
    },
    moveTo: (domain) => {
      apiDomain = domain;
    },
    answerNext: (reply) => {
      instead = reply;
    },
    close: async () => {
      await Promise.all([apiServer.close(), accountsServer.close()]);
    },
  };
}
