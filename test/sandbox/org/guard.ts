import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

/** The parameter of the address that is printed at the start. */
const PARAMETER = 'start';

export interface Guard {
  /** Path and query to open first: it trades the key for a cookie. */
  readonly entrance: string;
  readonly middleware: MiddlewareHandler;
}

/**
 * Lets nobody use the org but the browser that opened the printed address. A page elsewhere may send requests to
 * loopback, also under a name of its own (DNS rebinding), and other programs listen on 127.0.0.1 too; so Host, Origin,
 * Sec-Fetch-Site and a key that is made anew at each start must all be right.
 */
export function createGuard(origin: () => string): Guard {
  const key = randomBytes(32).toString('base64url');
  const middleware: MiddlewareHandler = async (c, next) => {
    const host = new URL(origin()).host;
    if (c.req.header('host') !== host) return refuse(c, 'another host name');
    const from = c.req.header('origin');
    if (from !== undefined && from !== origin()) return refuse(c, 'another page');
    // Cookies know no ports, so this one must not be mistaken for that of another start.
    const cookie = `org-key-${new URL(origin()).port}`;
    const given = c.req.query(PARAMETER);
    const isNavigation = c.req.method === 'GET' && !c.req.path.startsWith('/crm/v8/');
    if (given !== undefined && isNavigation && isSame(given, key)) {
      setCookie(c, cookie, key, { path: '/', httpOnly: true, sameSite: 'Strict' });
      return c.redirect(withoutKey(c.req.url));
    }
    // Absent in old browsers and in programs, which need the key all the same.
    const site = c.req.header('sec-fetch-site');
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return refuse(c, 'another page');
    if (!isSame(getCookie(c, cookie) ?? '', key)) return refuse(c, 'a browser without the key');
    await next();
    c.header('x-frame-options', 'DENY');
    c.header('content-security-policy', "frame-ancestors 'none'");
    c.header('referrer-policy', 'no-referrer');
    c.header('cache-control', 'no-store');
    return undefined;
  };
  return { entrance: `/?${PARAMETER}=${key}`, middleware };
}

function isSame(given: string, key: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(key)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function withoutKey(address: string): string {
  const url = new URL(address);
  url.searchParams.delete(PARAMETER);
  return url.pathname.replace(/^\/+/, '/') + url.search;
}

const refuse = (c: Context, from: string) =>
  c.text(`Refused: this came from ${from}. Open the address that the sandbox printed when it started.`, 403);
