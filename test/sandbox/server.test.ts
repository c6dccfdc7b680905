import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { SDK_URL } from './serve/widget-origin';
import { type RunningSandbox, type ServerOptions, startServer } from './server';

const PAGE = `<!doctype html><link id="zoho-sdk" rel="preload" as="script" href="${SDK_URL}">`;
const bytes = (text: string) => new TextEncoder().encode(text);
const widget = { title: 'Widget', page: 'widget.html' };
const app = {
  zip: { 'app/widget.html': bytes(PAGE), 'app/assets/a.js': bytes('1'), 'secret.txt': bytes('s') },
};

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

async function start(options: Partial<ServerOptions> = {}): Promise<RunningSandbox> {
  const running = await startServer({ ...widget, app, sdk: 'real', ...options });
  ends.push(() => running.close());
  return running;
}

const as = (user: string) => ({ headers: { cookie: `sandbox-user=${user}` } });

describe('the origin of the extension', () => {
  it('serves the pages from a nested path, untouched, under the strict policy', async () => {
    const { widgetUrl } = await start();
    const response = await fetch(`${widgetUrl}widget.html?serviceOrigin=x`);
    expect(new URL(widgetUrl).pathname.split('/').length).toBeGreaterThan(4);
    expect(await response.text()).toBe(PAGE);
    expect(response.headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self' https://live.zwidgets.com; style-src 'self'; connect-src 'self'; img-src 'self' data:",
    );
    const script = await fetch(`${widgetUrl}assets/a.js`);
    expect(script.headers.get('content-type')).toMatch(/javascript/);
  });

  it('puts the stand-in in the place of the SDK when asked to', async () => {
    const { widgetUrl } = await start({ sdk: 'stand-in' });
    const page = await (await fetch(`${widgetUrl}widget.html`)).text();
    const href = /href="([^"]+)"/.exec(page)?.[1] ?? '';
    expect(new URL(href, widgetUrl).origin).toBe(new URL(widgetUrl).origin);
    const sdk = await fetch(new URL(href, widgetUrl));
    expect(await sdk.text()).toContain('var ZOHO');
  });

  it('serves nothing but the files of the extension', async () => {
    const { widgetUrl } = await start();
    for (const path of ['none.html', '..%2fsecret.txt', '%2e%2e/secret.txt'])
      expect((await fetch(widgetUrl + path)).status).toBe(404);
    const folder = await start({ app: { folder: join(import.meta.dirname, 'serve') } });
    expect((await fetch(`${folder.widgetUrl}listen.ts`)).status).toBe(200);
    expect((await fetch(`${folder.widgetUrl}..%2fserver.ts`)).status).toBe(404);
  });

  it('is not the origin of the CRM', async () => {
    const { crmUrl, widgetUrl } = await start();
    expect(new URL(widgetUrl).origin).not.toBe(crmUrl);
  });
});

describe('the origin of the CRM', () => {
  it('signs a first visitor in as the administrator, and whoever the address names', async () => {
    const { crmUrl } = await start();
    const cookieOf = async (path: string) => (await fetch(crmUrl + path)).headers.get('set-cookie');
    expect(await cookieOf('/')).toContain('sandbox-user=admin');
    expect(await cookieOf('/crm/tab/Deals?user=sales')).toContain('sandbox-user=sales');
    expect(await cookieOf('/?user=nobody')).toContain('sandbox-user=admin');
  });

  it('changes the session for people who exist only', async () => {
    const { crmUrl } = await start();
    const sign = (user: string) =>
      fetch(`${crmUrl}/sandbox/session`, { method: 'POST', body: JSON.stringify({ user }) });
    expect((await sign('exempt')).headers.get('set-cookie')).toContain('sandbox-user=exempt');
    expect((await sign('nobody')).status).toBe(400);
  });

  it('answers the API as the person of the cookie', async () => {
    const { crmUrl } = await start();
    const reply = await fetch(`${crmUrl}/crm/v8/users?type=CurrentUser`, as('sales'));
    expect(await reply.json()).toMatchObject({ users: [{ name: 'Patricia Boyle' }] });
    expect((await fetch(`${crmUrl}/crm/v8/users?type=CurrentUser`)).status).toBe(401);
  });

  it('answers versions 3 to 8 of the API alike, and any other address below /crm as JSON', async () => {
    const { crmUrl } = await start();
    const fetchAs = (path: string) => fetch(crmUrl + path, as('admin'));
    for (const version of [3, 5, 8])
      expect(await (await fetchAs(`/crm/v${version}/org`)).json()).toHaveProperty('org');
    for (const path of ['/crm/v2/org', '/crm/v9/org', '/crm/', '/crm/org/tab/Deals', '/crm/v8/a/b/c/d']) {
      const reply = await fetchAs(path);
      expect([reply.status, reply.headers.get('content-type')]).toEqual([
        404,
        expect.stringContaining('json'),
      ]);
      expect(await reply.json()).toMatchObject({ code: 'INVALID_URL_PATTERN', status: 'error' });
    }
    expect((await fetchAs('/crm/tab/Deals')).headers.get('content-type')).toContain('text/html');
  });

  it("notes the calls of widgets apart from the CRM's own", async () => {
    const { crmUrl, widgetCalls } = await start();
    const headers = { ...as('admin').headers, 'x-sandbox-caller': 'widget' };
    await fetch(`${crmUrl}/crm/v8/settings/modules?a=b`, { headers });
    await fetch(`${crmUrl}/crm/v8/org`, as('admin'));
    expect(widgetCalls).toEqual([
      { method: 'GET', path: '/crm/v8/settings/modules', query: '?a=b', status: 200 },
    ]);
    const log: unknown = await (await fetch(`${crmUrl}/sandbox/log`)).json();
    expect(log).toHaveLength(2);
  });

  it('moves to the next port when its own is taken', async () => {
    const first = await start();
    const port = Number(new URL(first.crmUrl).port);
    const second = await start({ crmPort: port });
    expect(Number(new URL(second.crmUrl).port)).toBeGreaterThan(port);
    expect((await fetch(second.crmUrl)).status).toBe(200);
  });
});

/** `fetch` sets these headers itself, so a plain request it is. */
const send = (url: string, path: string, headers: Record<string, string>, method = 'GET') =>
  new Promise<number>((resolve, reject) => {
    const { port } = new URL(url);
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject).end();
  });

describe('every origin of the sandbox', () => {
  it('answers under its own names only, so that no other name can be pointed at it', async () => {
    const { crmUrl, widgetUrl } = await start();
    for (const url of [crmUrl, widgetUrl]) {
      const { port, pathname } = new URL(url);
      expect(await send(url, pathname, { host: `elsewhere.example:${port}` })).toBe(421);
      expect(await send(url, pathname, { host: '127.0.0.1' })).toBe(421);
    }
    expect(await send(crmUrl, '/', { host: `localhost:${new URL(crmUrl).port}` })).toBe(200);
  });

  it('does nothing for a page of another origin', async () => {
    const running = await start();
    const { crmUrl, sandbox } = running;
    await fetch(`${crmUrl}/crm/v8/org`, as('admin'));
    for (const origin of ['https://elsewhere.example', 'null', new URL(running.widgetUrl).origin]) {
      expect(await send(crmUrl, '/sandbox/reset', { origin }, 'POST')).toBe(403);
      expect(await send(crmUrl, '/sandbox/log', { origin }, 'DELETE')).toBe(403);
    }
    expect(sandbox.log).toHaveLength(1);
    expect(await send(crmUrl, '/sandbox/reset', { origin: crmUrl }, 'POST')).toBe(200);
  });

  it.each(['/%ff', '/crm/v8/Deals/%ff', '/installations/1063/3.1/app/%ff', '/app/%'])(
    'says that the address %s is malformed',
    async (path) => {
      const { crmUrl, widgetUrl } = await start();
      for (const url of [crmUrl, widgetUrl]) expect(await send(url, path, {})).toBe(400);
    },
  );

  it('takes a broken session cookie for none', async () => {
    const { crmUrl } = await start();
    expect(await send(crmUrl, '/crm/v8/org', { cookie: 'sandbox-user=%ff' })).toBe(401);
    expect(await send(crmUrl, '/', { cookie: 'sandbox-user=%ff' })).toBe(200);
  });
});

describe('the state of the org', () => {
  const rename = async ({ crmUrl, sandbox }: RunningSandbox, name: string) => {
    const id = sandbox.org.records('Contacts')[0]?.id ?? '';
    const body = JSON.stringify({ data: [{ Last_Name: name }] });
    const reply = await fetch(`${crmUrl}/crm/v8/Contacts/${id}`, { method: 'PUT', body, ...as('admin') });
    expect(reply.status).toBe(200);
  };
  const firstName = ({ sandbox }: RunningSandbox) => sandbox.org.records('Contacts')[0]?.Last_Name;

  it('survives a restart, until it is reset', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
    ends.push(() => rmSync(folder, { recursive: true }));
    const statePath = join(folder, 'cache', 'state.json');

    const first = await startServer({ ...widget, app, sdk: 'real', statePath });
    const original = firstName(first);
    await rename(first, 'Renamed');
    await first.close();

    const second = await startServer({ ...widget, app, sdk: 'real', statePath });
    expect(firstName(second)).toBe('Renamed');
    await fetch(`${second.crmUrl}/sandbox/reset`, { method: 'POST' });
    expect(firstName(second)).toBe(original);
    await second.close();

    const third = await start({ statePath });
    expect(firstName(third)).toBe(original);
  });

  it('can be that of another org, whose ids are all different, and is so after a restart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
    ends.push(() => rmSync(folder, { recursive: true }));
    const statePath = join(folder, 'state.json');
    const first = await startServer({ ...widget, app, sdk: 'real', statePath });
    const ids = new Set(first.sandbox.org.records('Deals').map(({ id }) => id));
    const ask = (body: string) => fetch(`${first.crmUrl}/sandbox/reset`, { method: 'POST', body });
    expect((await ask('{"org":"nowhere"}')).status).toBe(400);
    expect((await ask('{"org":"other"}')).status).toBe(200);
    const { org } = first.sandbox;
    expect(org.records('Deals').filter(({ id }) => ids.has(id))).toEqual([]);
    expect(org.configurationOf('Deals')).toBeUndefined();
    expect(org.field('Deals', 'Next_Step')).toBeUndefined();
    await first.close();

    const second = await start({ statePath });
    expect(second.sandbox.org.records('Deals')).toEqual(org.records('Deals'));
    expect(second.sandbox.org.profile(second.sandbox.people[4]?.profile.id ?? '')?.name).toBe(
      'Contract Management',
    );
  });

  it('keeps what was chosen over a reset and a restart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
    ends.push(() => rmSync(folder, { recursive: true }));
    const statePath = join(folder, 'state.json');
    const first = await startServer({ ...widget, app, sdk: 'real', statePath });
    const choose = (choices: object) =>
      fetch(`${first.crmUrl}/sandbox/options`, { method: 'POST', body: JSON.stringify(choices) });
    await choose({ coql: 'refused', deals: 2100 });
    await fetch(`${first.crmUrl}/sandbox/reset`, { method: 'POST' });
    expect(first.sandbox.org.options).toMatchObject({ coql: 'refused', deals: 2100 });
    await first.close();
    const second = await start({ statePath });
    expect(second.sandbox.org.options).toMatchObject({ coql: 'refused', deals: 2100 });
    expect(second.sandbox.org.records('Deals')).toHaveLength(2100);
  });
});

describe('the choices of the API', () => {
  it('are read and moved one by one; data that depends on one starts anew', async () => {
    const { crmUrl, sandbox } = await start();
    const choose = async (choices: object) => {
      const response = await fetch(`${crmUrl}/sandbox/options`, {
        method: 'POST',
        body: JSON.stringify(choices),
      });
      const reply: unknown = await response.json();
      return reply;
    };
    const present = await fetch(`${crmUrl}/sandbox/options`);
    expect(await present.json()).toMatchObject({ composite: 'answers', deals: '2048' });
    const [deal] = sandbox.org.records('Deals');
    sandbox.org.putRecord('Deals', { ...deal, id: 'new' });
    expect(await choose({ composite: 'refused' })).toMatchObject({
      choices: { composite: 'refused' },
      isNew: false,
    });
    expect(sandbox.org.record('Deals', 'new')).toBeDefined();
    expect(await choose({ modules: '60' })).toMatchObject({ choices: { modules: '60' }, isNew: true });
    expect(sandbox.org.record('Deals', 'new')).toBeUndefined();
    expect(await choose({ modules: 'sixty', nonsense: 1 })).toMatchObject({ choices: { modules: '60' } });
  });

  it('can be named by the address of a page, which is told them all', async () => {
    const { crmUrl, sandbox } = await start();
    const page = await (await fetch(`${crmUrl}/crm/tab/Deals?coql=refused&width=280`)).text();
    expect(sandbox.org.options.coql).toBe('refused');
    expect(page).toContain('"coql":"refused"');
    expect(page).toContain('"search":"answers"');
  });
});
