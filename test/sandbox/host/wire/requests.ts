import type { Switches } from '../switches';

export interface HttpRequest {
  readonly method: string;
  /** Path and query on the CRM's own origin. */
  readonly path: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body?: string;
  /** Somebody else than the signed-in user: the account behind a connection. */
  readonly as?: string;
}

/** What a ZRC call resolves with: `data` is the parsed body, the body itself when it is not JSON, `''` for none. */
export interface HttpReply {
  readonly status: number;
  readonly data: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** One line of the activity panel. `status` is a word when no reply came. */
export interface Activity {
  readonly method: string;
  readonly path: string;
  readonly status: string;
  readonly ms: number;
  /** False for calls that only read, of whatever method. */
  readonly isWrite: boolean;
}

export interface Requests {
  /** A call the widget asked for: it waits, fails and is listed as the switches say. */
  counted(request: HttpRequest): Promise<HttpReply>;
  /** A call that the CRM answers from what it knows anyway: no latency, no fault, not listed. */
  own(method: string, path: string): Promise<HttpReply>;
}

export interface RequestsOptions {
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>;
  readonly switches: () => Switches;
  readonly wait: (ms: number) => Promise<void>;
  readonly now: () => number;
  /** Whether calls at once are limited: the API itself then waits, so that a waiting call counts as open. */
  readonly isLimited: () => boolean;
  readonly listed: (activity: Activity) => void;
  /** A fault that meets the next call only has met it. */
  readonly faultSpent: () => void;
}

/** Faults that the API itself plays when a request carries this header. */
const PLAYED_BY_API = new Map<string, string>([
  ['429', 'rate-limit'],
  ['500', 'server-error'],
  ['401', 'unauthorised'],
  ['403', 'forbidden'],
  ['503', 'unavailable'],
  ['wrong-envelope', 'wrong-envelope'],
  ['html', 'html'],
  ['truncated', 'truncated'],
  ['empty', 'empty'],
]);

/** Milliseconds after which a late reply comes: the widget has given up on it by then. */
const LATE = 25_000;

/** Makes the calls that a widget asks its host for. */
export function createRequests(options: RequestsOptions): Requests {
  const counted = async (request: HttpRequest): Promise<HttpReply> => {
    const { latency } = options.switches();
    const fault = faultFor(request, options.switches());
    if (fault !== 'none' && options.switches().faultOn === 'next') options.faultSpent();
    const began = options.now();
    const list = (status: string) => {
      const { method, path } = request;
      const ms = Math.round(options.now() - began);
      options.listed({ method, path, status, ms, isWrite: !isRead(request) });
    };
    const waitsThere = options.isLimited() && fault !== 'hang' && fault !== 'offline';
    if (Number(latency) > 0 && !waitsThere) await options.wait(Number(latency));
    if (fault === 'hang') {
      list('no answer');
      return new Promise(() => {});
    }
    if (fault === 'offline') return lost(request, () => list('offline'));
    const extra: Record<string, string> = { 'x-sandbox-caller': 'widget' };
    const played = PLAYED_BY_API.get(fault);
    if (played) extra['x-sandbox-fault'] = played;
    if (waitsThere) extra['x-sandbox-latency'] = latency;
    const reply = await send(request, options.fetch, extra).catch(() => lost(request, () => list('offline')));
    if (fault === 'late') await options.wait(LATE);
    if (fault === 'lost-reply') return lost(request, () => list('reply lost'));
    list(String(reply.status));
    return reply;
  };
  const own = (method: string, path: string) =>
    send({ method, path, headers: {} }, options.fetch, { 'x-sandbox-caller': 'crm' });
  return { counted, own };
}

/** Queries are posted, and so are composite calls, of which only those with a writing part write. */
function isRead({ method, path, body }: HttpRequest): boolean {
  if (method === 'GET') return true;
  if (method !== 'POST') return false;
  if (path.endsWith('/coql')) return true;
  return path.endsWith('/__composite_requests') && !/"method":\s*"(?!GET")/.test(body ?? '');
}

function faultFor(request: HttpRequest, { fault, faultOn, faultAt }: Switches): Switches['fault'] {
  const reads = isRead(request);
  if ((faultOn === 'reads' && !reads) || (faultOn === 'writes' && reads)) return 'none';
  return `${request.method} ${request.path}$`.includes(faultAt) ? fault : 'none';
}

/** A dropped connection: the host rejects, and there is no response to look at. */
function lost(request: HttpRequest, list: () => void): Promise<never> {
  list();
  return Promise.reject({
    error: { errorType: 'ConnectionError', errorMessage: 'Connection request failed' },
    request,
  });
}

async function send(
  request: HttpRequest,
  fetch: RequestsOptions['fetch'],
  extra: Readonly<Record<string, string>>,
): Promise<HttpReply> {
  const headers = new Headers(extra);
  for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value));
  if (request.as) headers.set('x-sandbox-user', request.as);
  const response = await fetch(request.path, {
    method: request.method,
    headers,
    credentials: request.as ? 'omit' : 'same-origin',
    ...(request.body === undefined ? {} : { body: request.body }),
  });
  const body = await response.text();
  return { status: response.status, data: parsed(body), headers: Object.fromEntries(response.headers) };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
