import { readFile } from 'node:fs/promises';
import { join, normalize, sep } from 'node:path';

/** A widget's files by their path inside `app/`, with forward slashes, such as `widget.html`. */
export type WidgetFiles = (path: string) => Promise<Uint8Array | undefined>;

/** Files of a built `app/` folder, read again at every request, so that a new build shows at the next reload. */
export function filesOfFolder(folder: string): WidgetFiles {
  return async (path) => {
    const file = normalize(join(folder, path));
    if (!file.startsWith(normalize(folder) + sep)) return undefined;
    try {
      return await readFile(file);
    } catch {
      return undefined;
    }
  };
}

/** Files of an opened zip: entries named `app/…`, the way Zoho unpacks an extension. */
export function filesOfZip(entries: Readonly<Record<string, Uint8Array>>): WidgetFiles {
  const byPath = new Map(Object.entries(entries));
  return async (path) => byPath.get(`app/${path}`);
}

const TYPES = new Map([
  ['html', 'text/html; charset=utf-8'],
  ['js', 'text/javascript; charset=utf-8'],
  ['css', 'text/css; charset=utf-8'],
  ['json', 'application/json; charset=utf-8'],
  ['svg', 'image/svg+xml'],
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['gif', 'image/gif'],
  ['woff2', 'font/woff2'],
  ['txt', 'text/plain; charset=utf-8'],
]);

/** The content type by file name extension; bytes without a meaning otherwise. */
export function contentType(path: string): string {
  return TYPES.get(path.slice(path.lastIndexOf('.') + 1)) ?? 'application/octet-stream';
}
