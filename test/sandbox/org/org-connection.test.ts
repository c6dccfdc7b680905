import { afterEach, describe, expect, it, vi } from 'vitest';
import { NAMES, takeCredentials } from './credentials';
import { DATA_CENTRES, endpointsOf } from './data-centres';
import { type ConnectionOptions, connectOrg } from './org-connection';
import { addressOf } from './org-path';
import { startZoho, type ZohoStandIn } from './zoho-stand-in';

const zohos: ZohoStandIn[] = [];
afterEach(async () => {
  for (const zoho of zohos.splice(0)) await zoho.close();
});

async function start(options: Partial<ConnectionOptions> = {}) {
  const zoho = await startZoho();
  zohos.push(zoho);
  const { credentials, endpoints } = zoho;
  const connection = connectOrg({ credentials, endpoints, allowWrites: true, ...options });
  return { zoho, connection, org: () => connection({ method: 'GET', path: '/crm/v8/org' }) };
}

describe('the access token', () => {
  it('is got once for calls that come together', async () => {
    const { zoho, org } = await start();
    const replies = await Promise.all([org(), org(), org()]);
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(zoho.asked()).toBe(1);
  });

  it('is renewed once when it has run out, and the call is made once', async () => {
    const { zoho, connection, org } = await start();
    await org();
    zoho.expireTokens();
    const before = zoho.sandbox.org.records('Contacts').length;
    const path = '/crm/v8/Contacts';
    const body = JSON.stringify({ data: [{ Last_Name: 'Once' }] });
    const made = await connection({ method: 'POST', path, body });
    expect(made.status).toBe(201);
    expect(zoho.sandbox.org.records('Contacts')).toHaveLength(before + 1);
    expect(zoho.asked()).toBe(2);
  });

  it('is not renewed without end when the org refuses every token', async () => {
    const { zoho, org } = await start();
    zoho.answerNext(() => {
      zoho.answerNext(() => Response.json({ code: 'INVALID_TOKEN' }, { status: 401 }));
      return Response.json({ code: 'INVALID_TOKEN' }, { status: 401 });
    });
    expect((await org()).status).toBe(401);
    expect(zoho.asked()).toBe(2);
    expect((await org()).status).toBe(200);
  });

  it('cannot be got with a revoked refresh token, which is said and not asked again', async () => {
    const { zoho, org } = await start();
    await org();
    zoho.revokeRefreshToken();
    for (const reply of [await org(), await org()]) {
      expect(reply.status).toBe(401);
      expect(JSON.parse(reply.text)).toMatchObject({ code: 'REFRESH_TOKEN_REFUSED' });
    }
    expect(zoho.asked()).toBe(2);
  });

  it.each([
    ['clientId', 'CLIENT_REFUSED', 'ZOHO_CLIENT_ID and ZOHO_DC'],
    ['clientSecret', 'CLIENT_REFUSED', 'ZOHO_CLIENT_SECRET'],
    ['refreshToken', 'REFRESH_TOKEN_REFUSED', 'refresh token'],
  ])('is not given for a wrong %s', async (name, code, words) => {
    const zoho = await startZoho();
    zohos.push(zoho);
    const credentials = { ...zoho.credentials, [name]: 'wrong' };
    const org = connectOrg({ credentials, endpoints: zoho.endpoints, allowWrites: false });
    const reply = await org({ method: 'GET', path: '/crm/v8/org' });
    expect(JSON.parse(reply.text)).toMatchObject({ code, message: expect.stringContaining(words) });
    expect(zoho.apiCalls).toEqual([]);
  });

  it('is sent to the named data centre or nowhere', async () => {
    const { zoho, org } = await start();
    zoho.moveTo('https://www.zohoapis.in');
    expect(JSON.parse((await org()).text)).toMatchObject({ code: 'WRONG_DATA_CENTRE' });
    expect(zoho.apiCalls).toEqual([]);
  });

  it('has no server to come from when it cannot be reached', async () => {
    const { zoho } = await start();
    const endpoints = { ...zoho.endpoints, accounts: 'http://127.0.0.1:1' };
    const org = connectOrg({ credentials: zoho.credentials, endpoints, allowWrites: false });
    const reply = await org({ method: 'GET', path: '/crm/v8/org' });
    expect(JSON.parse(reply.text)).toMatchObject({ code: 'ACCOUNTS_UNREACHABLE' });
  });

  it('shows nowhere, nor do the secrets it comes from', async () => {
    const said: unknown[] = [];
    const spies = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) =>
      vi.spyOn(console, name).mockImplementation((...words) => said.push(...words)),
    );
    const { zoho, connection, org } = await start();
    const replies = [await org()];
    zoho.expireTokens();
    replies.push(await org(), await connection({ method: 'GET', path: '/crm/v8/../..' }));
    zoho.revokeRefreshToken();
    replies.push(await org());
    for (const spy of spies) spy.mockRestore();
    const shown = JSON.stringify([said, replies, zoho.sandbox.log, zoho.sandbox.snapshot()]);
    const { clientSecret, refreshToken } = zoho.credentials;
    expect(zoho.tokens).toHaveLength(2);
    for (const secret of [clientSecret, refreshToken, ...zoho.tokens]) expect(shown).not.toContain(secret);
  });
});

describe('the address of a call', () => {
  it.each([
    '/crm/v8/../../oauth/v2/token',
    '/crm/v8/%2e%2e/x',
    '/crm/v8/..%2f..%2fx',
    '/crm/v8/a%5cb',
    '/crm/v8//evil.example/x',
    '/crm/v8/a%252fb/..',
    '/crm/v8/%zz',
    '/crm/v80/x',
    '//evil.example/crm/v8/x',
    '@evil.example/crm/v8/x',
  ])('is none for %s', (path) => {
    expect(addressOf(path, 'https://www.zohoapis.eu')).toBeUndefined();
  });

  it('keeps path and query as they came', () => {
    const path = '/crm/v8/Deals/search?word=a%2Fb&page=2';
    expect(addressOf(path, 'https://www.zohoapis.eu')?.href).toBe(`https://www.zohoapis.eu${path}`);
  });
});

describe('the credentials', () => {
  const whole = {
    ZOHO_CLIENT_ID: 'i',
    ZOHO_CLIENT_SECRET: 's3cret',
    ZOHO_REFRESH_TOKEN: 't0ken',
    ZOHO_DC: 'EU',
  };

  it('are taken out of the environment', () => {
    const env = { ...whole, PATH: '/bin' };
    expect(takeCredentials(env)).toMatchObject({ credentials: { refreshToken: 't0ken', dataCentre: 'eu' } });
    expect(env).toEqual({ PATH: '/bin' });
  });

  it('are asked for in one message, by name', () => {
    const problem = (env: Record<string, string>) => {
      const taken = takeCredentials(env);
      return 'problem' in taken ? taken.problem : '';
    };
    for (const name of NAMES) expect(problem({})).toContain(name);
    const one = problem({ ...whole, ZOHO_CLIENT_ID: ' ' });
    expect(one).toContain('ZOHO_CLIENT_ID');
    expect(one).not.toContain('ZOHO_DC');
    expect(problem({ ...whole, ZOHO_DC: 'evil.example' })).toContain('us, eu, in');
    expect(problem({ ...whole, NODE_TLS_REJECT_UNAUTHORIZED: '0' })).toContain('Unset it');
    expect(one + problem({ ...whole, ZOHO_DC: 'xx' })).not.toMatch(/s3cret|t0ken/);
  });

  it('belong to one of the data centres, each with hosts of its own', () => {
    expect(DATA_CENTRES.join()).toBe('us,eu,in,au,jp,cn,ca,sa');
    const hosts = DATA_CENTRES.flatMap((one) => Object.values(endpointsOf(one)));
    expect(new Set(hosts).size).toBe(16);
    for (const host of hosts) expect(host).toMatch(/^https:\/\/(accounts\.zoho|www\.zohoapis\.)/);
  });
});
