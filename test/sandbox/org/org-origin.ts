import { Hono } from 'hono';
import { brokenReply, faultBefore } from '../api/faults';
import type { HostBuild } from '../serve/build-host';
import { hostPage, serveHost } from '../serve/host-page';
import type { Guard } from './guard';
import type { OrgConnection } from './org-connection';
import { readMe } from './read-me';

export interface OrgOriginOptions {
  readonly connection: OrgConnection;
  readonly guard: Guard;
  readonly host: HostBuild;
  readonly widget: object;
  readonly widgetUrl: string;
  readonly dataCentre: string;
  readonly allowWrites: boolean;
}

/** The host page over a real org: API calls are handed on, nothing is kept, and nothing is listed outside the browser. */
export function orgOrigin(options: OrgOriginOptions): Hono {
  const { connection, host } = options;
  const app = new Hono();
  app.use('*', options.guard.middleware);

  app.all('/crm/v8/*', async (c) => {
    const fault = c.req.header('x-sandbox-fault') ?? '';
    const instead = faultBefore(fault);
    if (instead) return Response.json(instead.body, { status: instead.status });
    const { pathname, search } = new URL(c.req.url);
    const body = await c.req.text();
    const reply = await connection({
      method: c.req.method,
      path: pathname + search,
      ...(body ? { body } : {}),
    });
    const headers = { 'content-type': reply.contentType };
    return brokenReply(fault, new Response(reply.text || null, { status: reply.status, headers }));
  });

  serveHost(app, host);
  app.get('*', async (c) => {
    const me = await readMe(connection);
    if ('problem' in me) return c.text(me.problem, 502);
    const config = {
      user: me.key,
      people: [me],
      widget: options.widget,
      widgetUrl: options.widgetUrl,
      strangerUrl: '',
      org: { dataCentre: options.dataCentre, allowWrites: options.allowWrites },
    };
    return c.html(hostPage('A real org', config));
  });
  return app;
}
