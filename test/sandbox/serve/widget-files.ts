import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, normalize, sep } from 'node:path';
import { contentType } from './content-type';

interface WidgetFile {
  readonly bytes: Uint8Array;
  readonly type: string;
}

/** A widget's files by their path below its root, with forward slashes, such as `widget.html`; `search` is the query with `?`. */
export type WidgetFiles = (path: string, search?: string) => Promise<WidgetFile | undefined>;

/** Where a widget's pages come from: a folder, the entries of a packed zip, or a server on this machine. */
export type App =
  | { readonly folder: string }
  | { readonly zip: Readonly<Record<string, Uint8Array>> }
  | { readonly address: string };

export function filesOf(app: App): WidgetFiles {
  if ('zip' in app) return filesOfZip(app.zip);
  return 'folder' in app ? filesOfFolder(app.folder) : filesOfAddress(app.address);
}

/** Zoho packs a widget's files below `app/`; a bare root will do, too. */
export function rootOf(folder: string): string {
  const app = join(folder, 'app');
  return pagesIn(app).length > 0 ? app : folder;
}

/** Paths of the pages in a folder and below it; the nearest ones first. */
export function pagesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return pagesAmong(names.map((name) => name.split(sep).join('/')));
}

export const pagesAmong = (paths: readonly string[]): string[] =>
  paths
    .filter((path) => /\.html?$/.test(path) && !path.includes('node_modules/'))
    .sort((a, b) => a.split('/').length - b.split('/').length || a.localeCompare(b));

/** Files of a folder, read again at every request, so that a new build shows at the next reload. */
function filesOfFolder(folder: string): WidgetFiles {
  const root = normalize(rootOf(folder));
  return async (path) => {
    const file = normalize(join(root, path));
    if (!file.startsWith(root + sep)) return undefined;
    try {
      return { bytes: await readFile(file), type: contentType(path) };
    } catch {
      return undefined;
    }
  };
}

/** Entries of an opened zip by their path below the widget's root: what is outside `app/` is not served. */
export function entriesBelowRoot(zip: Readonly<Record<string, Uint8Array>>): Map<string, Uint8Array> {
  const names = Object.keys(zip).filter((name) => !name.startsWith('__MACOSX/'));
  const [first = ''] = names;
  const top = first.slice(0, first.indexOf('/') + 1);
  const common = top && top !== 'app/' && names.every((name) => name.startsWith(top)) ? top : '';
  const root = names.some((name) => name.startsWith(`${common}app/`)) ? `${common}app/` : common;
  return new Map(
    names.flatMap((name) => {
      const bytes = zip[name];
      return bytes && name.startsWith(root) ? [[name.slice(root.length), bytes] as const] : [];
    }),
  );
}

function filesOfZip(zip: Readonly<Record<string, Uint8Array>>): WidgetFiles {
  const entries = entriesBelowRoot(zip);
  return async (path) => {
    const bytes = entries.get(path);
    return bytes && { bytes, type: contentType(path) };
  };
}

/** Files of a server on this machine, such as a bundler's: each request is handed on. */
function filesOfAddress(address: string): WidgetFiles {
  return async (path, search = '') => {
    const reply = await fetch(new URL(path + search, address)).catch(() => undefined);
    if (!reply?.ok) return undefined;
    const type = reply.headers.get('content-type') ?? contentType(path);
    return { bytes: new Uint8Array(await reply.arrayBuffer()), type };
  };
}
