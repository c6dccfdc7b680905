/**
 * A page elsewhere may send requests to loopback, also under a name of its own (DNS rebinding). So nothing is answered but
 * what names this server as its host and comes from no page of another origin. Returns the refusal, if any.
 */
export function refusalOf(request: Request, port: number): Response | undefined {
  const hosts = ['127.0.0.1', 'localhost'].map((name) => `${name}:${port}`);
  if (!hosts.includes(request.headers.get('host') ?? '')) return refuse(421, 'This server has another name.');
  const origin = request.headers.get('origin');
  if (origin !== null && !hosts.some((host) => origin === `http://${host}`))
    return refuse(403, 'Refused: this came from a page of another origin.');
  try {
    decodeURIComponent(new URL(request.url).pathname);
    return undefined;
  } catch {
    return refuse(400, 'The address is malformed.');
  }
}

const refuse = (status: number, text: string) =>
  new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });
