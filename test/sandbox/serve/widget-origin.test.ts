import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { zipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { readArguments } from '../arguments';
import { findWidget } from '../find-widget';
import { listen } from './listen';
import { type App, filesOf } from './widget-files';
import { type Sdk, WIDGET_PATH, widgetOrigin } from './widget-origin';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

const bytes = (text: string) => new TextEncoder().encode(text);
const sdkTag = (src: string) => `<script src="${src}"></script>`;
const OLD_SDK = 'https://live.zwidgets.com/js-sdk/1.2/ZohoEmbededAppSDK.min.js';

/** A folder with these files, gone after the test. */
function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'widget-'));
  ends.push(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

const origin = (app: App, { sdk = 'stand-in', strict = false }: { sdk?: Sdk; strict?: boolean } = {}) => {
  const served = widgetOrigin({ files: filesOf(app), sdk, strict });
  return async (path: string) => served.request(path);
};

const text = async (reply: Promise<Response>) => (await reply).text();

describe('the pages of any widget', () => {
  it.each([
    ['a folder with app/', () => ({ folder: folderOf({ 'app/widget.html': 'page', 'secret.txt': 's' }) })],
    ['a bare folder', () => ({ folder: folderOf({ 'widget.html': 'page' }) })],
    ['a zip with app/', () => ({ zip: { 'app/widget.html': bytes('page'), 'secret.txt': bytes('s') } })],
    ['a bare zip', () => ({ zip: { 'widget.html': bytes('page') } })],
    [
      'a zip of a folder',
      () => ({ zip: { 'mine/app/widget.html': bytes('page'), 'mine/a.json': bytes('') } }),
    ],
  ])('are found in %s, below the nested path, below /app and at the root', async (_name, make) => {
    const get = origin(make());
    for (const path of [`${WIDGET_PATH}widget.html`, '/app/widget.html', '/widget.html'])
      expect(await text(get(path))).toBe('page');
    expect((await get('/secret.txt')).status).toBe(404);
    expect((await get('/..%2fsecret.txt')).status).toBe(404);
  });

  it('come from a server on this machine as it serves them, query included', async () => {
    const asked: string[] = [];
    const server = await listen((request) => {
      const { pathname, search } = new URL(request.url);
      asked.push(pathname + search);
      if (pathname !== '/src/main.tsx') return new Response('', { status: 404 });
      return new Response(`import "${OLD_SDK}"`, { headers: { 'content-type': 'text/javascript' } });
    }, 0);
    ends.push(server.close);
    const get = origin({ address: server.origin });
    const reply = await get('/src/main.tsx?t=1');
    expect(reply.headers.get('content-type')).toContain('text/javascript');
    expect(await reply.text()).toContain('/sdk/');
    expect((await get('/none.js')).status).toBe(404);
    expect(asked).toEqual(['/src/main.tsx?t=1', '/none.js']);
  });

  it.each([
    OLD_SDK,
    'https://live.zwidgets.com/js-sdk/1.0.5/ZohoEmbededAppSDK.min.js',
    '//live.zwidgets.com/js-sdk/1.4/ZohoEmbededAppSDK.js',
    'https://js.zohostatic.example/crm/js/ZohoEmbededAppSDK.min.js',
  ])('get the stand-in or a named file in the place of %s, also where a script loads it', async (src) => {
    const zip = { 'widget.html': bytes(sdkTag(src)), 'load.js': bytes(`load("${src}")`) };
    const get = origin({ zip }, { sdk: { script: 'released()' } });
    const [, path = ''] = /src="([^"]+)"/.exec(await text(get('/widget.html'))) ?? [];
    expect(await text(get(path))).toBe('released()');
    expect(await text(get('/load.js'))).toBe(`load("${path}")`);
    expect(await text(origin({ zip }, { sdk: 'real' })('/widget.html'))).toBe(sdkTag(src));
    expect(await text(origin({ zip })(path))).toContain('var ZOHO');
  });

  it('keep a copy of the SDK that the widget brings along', async () => {
    const get = origin({ zip: { 'widget.html': bytes(sdkTag('lib/ZohoEmbededAppSDK.min.js')) } });
    expect(await text(get('/widget.html'))).toBe(sdkTag('lib/ZohoEmbededAppSDK.min.js'));
  });

  it('are under no policy unless the strict one is wanted, which also hides the root', async () => {
    const app = { zip: { 'widget.html': bytes('page') } };
    const policy = async (reply: Promise<Response>) => (await reply).headers.get('content-security-policy');
    expect(await policy(origin(app)('/widget.html'))).toBeNull();
    const strict = origin(app, { strict: true });
    expect(await policy(strict(`${WIDGET_PATH}widget.html`))).toContain("default-src 'none'");
    expect((await strict('/widget.html')).status).toBe(404);
  });

  it.each([
    ['a.mjs', 'text/javascript; charset=utf-8'],
    ['a.woff', 'font/woff'],
    ['A.WEBP', 'image/webp'],
    ['a.wasm', 'application/wasm'],
    ['a.unknown', 'application/octet-stream'],
  ])('%s has the type %s', async (name, type) => {
    expect((await origin({ zip: { [name]: bytes('1') } })(`/${name}`)).headers.get('content-type')).toBe(
      type,
    );
  });
});

describe('the words after npm start', () => {
  const find = (...words: string[]) => {
    const { shown } = readArguments(words);
    return shown && findWidget(shown);
  };

  it('find the page that is usual, the only one, or the one that is named as the manifest names it', () => {
    const usual = folderOf({ 'app/widget.html': '', 'app/other.html': '' });
    expect(find('--widget', usual)).toMatchObject({ app: { folder: usual }, page: 'widget.html' });
    expect(find('--widget', folderOf({ 'only.html': '' }))).toMatchObject({ page: 'only.html' });
    expect(find('--widget', usual, '--page', '/app/other.html')).toMatchObject({ page: 'other.html' });
    const zip = join(folderOf({}), 'mine.zip');
    writeFileSync(zip, zipSync({ 'app/index.html': bytes('') }));
    expect(find('--widget', zip)).toMatchObject({ title: 'mine', page: 'index.html' });
    expect(find('--widget', 'http://localhost:3000/crm.html')).toMatchObject({
      app: { address: 'http://localhost:3000' },
      page: 'crm.html',
    });
  });

  it('name the other pages of the widget', () => {
    const widget = folderOf({ 'widget.html': '' });
    const words = ['--settings-page', 'app/set.html', '--list-page', 'list.html', '--tab', 'ns__T=tab.html'];
    expect(find('--widget', widget, ...words, '--button', 'b=b.html')).toMatchObject({
      settingsPage: 'set.html',
      listPage: 'list.html',
      webTabs: [{ name: 'ns__T', page: 'tab.html' }],
      buttons: [{ name: 'b', page: 'b.html' }],
    });
    expect(find('--widget', widget, '--as', 'web-tab')).toMatchObject({ webTabs: [{ page: 'widget.html' }] });
    expect(find('--widget', widget, '--as', 'settings')).toMatchObject({ settingsPage: 'widget.html' });
  });

  it.each([
    [['--widget', '/no/such/folder'], 'There is no /no/such/folder'],
    [['--widget', 'https://elsewhere.example/widget.html'], 'is not on this machine'],
    [['--widget', '.', '--as', 'ceiling'], 'is none of related-list, panel'],
    [['--widget', '.', '--tab', 'nameless'], 'has to be <name>=<page>'],
    [['--port', 'x'], 'is no port'],
    [['--wigdet', '.'], 'wigdet'],
  ])('are refused with a reason: %j', (words, reason) => {
    expect(() => find(...words)).toThrow(reason);
  });

  it('ask for the page where there are several', () => {
    const widget = folderOf({ 'a.html': '', 'b.html': '' });
    expect(() => find('--widget', widget)).toThrow('Which page? a.html, b.html');
  });

  it('show the project’s own widget where none is named', () => {
    expect(readArguments(['--no-open'])).toEqual({
      port: 5050,
      open: false,
      isOrg: false,
      allowWrites: false,
    });
  });
});
