import { request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { type OrgServerOptions, type RunningOrg, startOrgServer } from './org-server';
import { startZoho, type ZohoStandIn } from './zoho-stand-in';

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function start(options: Partial<OrgServerOptions> = {}) {
  const zoho = await startZoho();
  const { credentials, endpoints } = zoho;
  const app = { zip: {} };
  const org = await startOrgServer({
    title: 'Widget',
    page: 'widget.html',
    app,
    sdk: 'stand-in',
    credentials,
    endpoints,
    allowWrites: false,
    ...options,
  });
  ends.push(zoho.close, org.close);
  const entered = await fetch(org.entrance, { redirect: 'manual' });
  const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const call = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    fetch(`${org.crmUrl}/crm/v8${path}`, {
      method,
      headers: { cookie, ...headers },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  return { zoho, org, entered, cookie, call };
}

const contactOf = ({ sandbox }: ZohoStandIn) => sandbox.org.records('Contacts')[0]?.id ?? '';
const rename = { data: [{ Last_Name: 'Renamed' }] };

describe('the host page over an org', () => {
  it('reads as the account behind the refresh token', async () => {
    const { zoho, org, call } = await start();
    expect(org.me).toMatchObject({ name: zoho.sandbox.people[0]?.name });
    const reply = await call('GET', `/Contacts/${contactOf(zoho)}`);
    expect(await reply.json()).toMatchObject({ data: [{ id: contactOf(zoho) }] });
    const none = await call('GET', `/Contacts/${contactOf(zoho)}/Locking_Information__s?fields=id`);
    expect([none.status, await none.text()]).toEqual([204, '']);
    expect(zoho.asked()).toBe(1);
  });

  it('tells the page which org it stands over, and as whom, and no secret', async () => {
    const { org, cookie, zoho } = await start();
    const page = await (await fetch(`${org.crmUrl}/`, { headers: { cookie } })).text();
    expect(page).toContain('"org":{"dataCentre":"eu","allowWrites":false}');
    expect('name' in org.me && page.includes(org.me.name)).toBe(true);
    const { clientId, clientSecret, refreshToken } = zoho.credentials;
    for (const secret of [clientId, clientSecret, refreshToken, ...zoho.tokens])
      expect(page + org.entrance).not.toContain(secret);
  });

  it.each([
    ['PUT', (id: string) => `/Contacts/${id}`],
    ['POST', (id: string) => `/Contacts/${id}/Locking_Information__s`],
    ['DELETE', (id: string) => `/Contacts/${id}`],
    ['POST', () => '/coql/../Contacts'],
    ['POST', () => '/coql%2f..%2fContacts'],
    ['PATCH', (id: string) => `/Contacts/${id}`],
  ])('refuses %s %# before anything is sent', async (method, path) => {
    const { zoho, call } = await start();
    const before = zoho.apiCalls.length;
    const reply = await call(method, path(contactOf(zoho)), rename);
    expect(reply.ok).toBe(false);
    expect(await reply.text()).toContain('Nothing was sent');
    expect(zoho.apiCalls).toHaveLength(before);
  });

  it('asks in COQL without the right to write, and writes with it', async () => {
    const query = { select_query: "select Last_Name from Contacts where Last_Name != 'x' limit 0, 1" };
    const reading = await start();
    expect((await reading.call('POST', '/coql', query)).status).toBe(200);
    const { zoho, call } = await start({ allowWrites: true });
    expect((await call('PUT', `/Contacts/${contactOf(zoho)}`, rename)).status).toBe(200);
    expect(zoho.sandbox.org.record('Contacts', contactOf(zoho))?.Last_Name).toBe('Renamed');
  });

  it('hands on what the org refuses', async () => {
    const { zoho, call } = await start();
    zoho.answerNext(() => Response.json({ code: 'TOO_MANY_REQUESTS', status: 'error' }, { status: 429 }));
    const limited = await call('GET', '/org');
    expect([limited.status, await limited.json()]).toMatchObject([429, { code: 'TOO_MANY_REQUESTS' }]);
    expect((await call('GET', '/settings/fields')).status).toBe(400);
    zoho.answerNext(() => Response.redirect('https://elsewhere.example/'));
    expect((await call('GET', '/org')).status).toBe(502);
  });
});

describe('the guard', () => {
  /** `fetch` sets Host itself; a browser after DNS rebinding sends another one. */
  const statusWith = (org: RunningOrg, headers: Record<string, string>) =>
    new Promise<number>((resolve, reject) => {
      const url = new URL('/crm/v8/org', org.crmUrl);
      request(url, { headers }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      })
        .on('error', reject)
        .end();
    });

  it('wants the key, from our own page, under our own name', async () => {
    const { org, cookie, zoho } = await start();
    const { port } = new URL(org.crmUrl);
    expect(await statusWith(org, { cookie })).toBe(200);
    const before = zoho.apiCalls.length;
    for (const headers of [
      {},
      { cookie: cookie.replace(/=.*/, '=guess') },
      { cookie, host: `rebound.example:${port}` },
      { cookie, host: `localhost:${port}` },
      { cookie, origin: 'https://elsewhere.example' },
      { cookie, origin: new URL(org.widgetUrl).origin },
      { cookie, origin: 'null' },
      { cookie, 'sec-fetch-site': 'cross-site' },
      { cookie, 'sec-fetch-site': 'same-site' },
    ])
      expect([403, 421], JSON.stringify(headers)).toContain(await statusWith(org, headers));
    expect(zoho.apiCalls).toHaveLength(before);
  });

  it('takes the key out of the address and keeps it from scripts, other sites and frames', async () => {
    const { entered, org, cookie } = await start();
    expect(entered.headers.get('location')).toBe('/');
    expect(entered.headers.get('set-cookie')).toMatch(/HttpOnly.*SameSite=Strict/);
    const page = await fetch(`${org.crmUrl}/`, { headers: { cookie } });
    expect(page.headers.get('content-security-policy')).toBe("frame-ancestors 'none'");
    expect((await fetch(`${org.crmUrl}/`)).status).toBe(403);
    expect((await fetch(`${org.crmUrl}/crm/v8/org?start=${cookie.split('=')[1]}`)).status).toBe(403);
  });

  it('makes another key at each start', async () => {
    const [first, second] = [await start(), await start()];
    expect(new URL(first.org.entrance).search).not.toBe(new URL(second.org.entrance).search);
  });
});
