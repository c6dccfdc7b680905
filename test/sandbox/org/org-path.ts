const BASE = '/crm/v8/';

/** COQL is a question, though it is asked with POST. */
const READ_BY_POST = new Set(['/crm/v8/coql']);

/** Whether a call can change nothing in the org. */
export function isRead(method: string, path: string): boolean {
  if (method === 'GET') return true;
  return method === 'POST' && READ_BY_POST.has(path.split('?')[0] ?? '');
}

/**
 * The address of a call in the org; undefined where the path could lead out of `/crm/v8/` once Zoho decodes it, or
 * to another host.
 */
export function addressOf(path: string, api: string): URL | undefined {
  const [bare = ''] = path.split(/[?#]/);
  if (!bare.startsWith(BASE)) return undefined;
  const segments = bare.slice(BASE.length).split('/');
  if (!segments.every(isPlain)) return undefined;
  const address = new URL(api + path);
  return address.origin === new URL(api).origin && address.pathname.startsWith(BASE) ? address : undefined;
}

/** One name: not empty, no way up, no hidden separator, nothing encoded twice. */
function isPlain(segment: string): boolean {
  try {
    const name = decodeURIComponent(segment);
    return name !== '' && name !== '.' && name !== '..' && !/[/\\%?#]|\p{Cc}/u.test(name);
  } catch {
    return false;
  }
}
