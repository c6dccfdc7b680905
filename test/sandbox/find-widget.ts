import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import type { WidgetArguments } from './arguments';
import type { Shown } from './serve/shown';
import { type App, entriesBelowRoot, pagesAmong, pagesIn, rootOf } from './serve/widget-files';

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];
/** What the page is usually called, in this order. */
const USUAL = ['widget.html', 'index.html'];

interface Found {
  readonly app: App;
  readonly title: string;
  /** The pages below the root; unknown for a server. */
  readonly pages: readonly string[];
}

/** Finds a widget where the words name it. Throws an error with a message for people. */
export function findWidget(given: WidgetArguments): Shown {
  const { app, title, pages } = find(given.widget);
  const first = pages.find((page) => USUAL.includes(page)) ?? (pages.length === 1 ? pages[0] : undefined);
  const page = given.page ?? (given.as === 'settings' ? given.settingsPage : undefined) ?? first;
  if (!page) throw new Error(`Which page? ${pages.join(', ') || 'There is none here'}. Say --page <file>.`);
  const plain = withoutRoot(page);
  const settingsPage = given.settingsPage ?? (given.as === 'settings' ? page : undefined);
  const tabs = given.tabs.map(({ name, page: of }) => ({ name, title: name, page: withoutRoot(of) }));
  return {
    app,
    title,
    page: plain,
    ...(settingsPage ? { settingsPage: withoutRoot(settingsPage) } : {}),
    ...(given.listPage ? { listPage: withoutRoot(given.listPage) } : {}),
    webTabs: given.as === 'web-tab' ? [{ name: 'Widget', title, page: plain }, ...tabs] : tabs,
    buttons: given.buttons.map(({ name, page: of }) => ({ name, page: withoutRoot(of) })),
  };
}

/** A page may be named as the manifest names it, with `/app/`. */
const withoutRoot = (page: string): string => page.replace(/^\/?(app\/)?/, '');

function find(widget: string): Found {
  if (/^https?:\/\//.test(widget)) return findServer(widget);
  const path = resolve(widget);
  if (!existsSync(path)) throw new Error(`There is no ${path}.`);
  if (statSync(path).isDirectory()) {
    const name = basename(path) === 'app' ? basename(dirname(path)) : basename(path);
    return { app: { folder: path }, title: name, pages: pagesIn(rootOf(path)) };
  }
  const zip = unzipSync(readFileSync(path));
  const pages = pagesAmong([...entriesBelowRoot(zip).keys()]);
  return { app: { zip }, title: basename(path, extname(path)), pages };
}

function findServer(address: string): Found {
  const url = new URL(address);
  if (!LOOPBACK.includes(url.hostname)) throw new Error(`${address} is not on this machine.`);
  const path = url.pathname.replace(/^\//, '');
  return { app: { address: url.origin }, title: url.host, pages: [path || 'index.html'] };
}
