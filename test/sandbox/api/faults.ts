import { failure, type Reply } from './errors';

/**
 * Faults that a request asks for with the header `x-sandbox-fault`. Those of `BEFORE` are answered without acting; for
 * `html`, `truncated`, `empty` and `wrong-envelope` the call is carried out and only its reply is broken, so its outcome is
 * uncertain.
 */
const BEFORE: Readonly<Record<string, Reply>> = {
  'rate-limit': {
    status: 429,
    body: failure('TOO_MANY_REQUESTS', 'You have made too many requests. Please try again after some time.'),
  },
  'server-error': { status: 500, body: failure('INTERNAL_ERROR', 'Internal Server Error') },
  unavailable: { status: 503, body: '<h1>Service unavailable</h1>' },
  forbidden: { status: 403, body: failure('NO_PERMISSION', 'permission denied') },
  unauthorised: { status: 401, body: failure('INVALID_TOKEN', 'invalid oauth token') },
};

export const faultBefore = (fault: string): Reply | null => BEFORE[fault] ?? null;

export async function brokenReply(fault: string, response: Response): Promise<Response> {
  if (fault === 'html')
    return new Response('<!doctype html><title>Be right back</title><h1>We will be right back</h1>', {
      status: 200,
      headers: { 'content-type': 'text/html' },
    });
  if (fault === 'empty') return new Response('', { status: 200 });
  if (fault === 'wrong-envelope') return Response.json({ status: 'success', result: [] });
  if (fault !== 'truncated') return response;
  const text = (await response.text()) || '{"data":[{"code":"SUCC';
  return new Response(text.slice(0, Math.ceil(text.length / 2)), {
    status: response.status === 204 ? 200 : response.status,
    headers: { 'content-type': 'application/json;charset=UTF-8' },
  });
}
