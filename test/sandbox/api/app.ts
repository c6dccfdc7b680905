import { type Context, Hono } from 'hono';
import type { Handler, Method, Routes } from './call';
import { configurationRoutes } from './configurations';
import { coqlRoutes } from './coql';
import { flat, methodNotAllowed, Refusal, type Reply } from './errors';
import { brokenReply, faultBefore } from './faults';
import { featureRoutes } from './features';
import { lockRoutes } from './locks';
import { metadataRoutes } from './metadata';
import type { Org } from './org';
import { recordActionRoutes } from './record-actions';
import { recordRoutes } from './records';
import type { ApiCall, Person } from './types';
import { userRoutes } from './users';
import { variableRoutes } from './variables';

export const BASE = '/crm/v8';
/** Fixed paths come before those that begin with a module's name. */
const ROUTES: Routes = {
  ...configurationRoutes,
  ...featureRoutes,
  ...metadataRoutes,
  ...userRoutes,
  ...variableRoutes,
  ...coqlRoutes,
  ...lockRoutes,
  ...recordActionRoutes,
  ...recordRoutes,
};
const METHODS: readonly Method[] = ['GET', 'POST', 'PUT', 'DELETE'];

/** Who calls: the header `x-sandbox-user`, else the cookie `sandbox-user`, holding the key of a person. */
function callerKey(request: Request): string {
  const cookie = /(?:^|;\s*)sandbox-user=(\w*)/.exec(request.headers.get('cookie') ?? '')?.[1] ?? '';
  return request.headers.get('x-sandbox-user') ?? cookie;
}

async function readBody(request: Request): Promise<unknown> {
  const text = await request.clone().text();
  if (!text) return undefined;
  try {
    const parsed: unknown = JSON.parse(text);
    return parsed;
  } catch {
    return text;
  }
}

const respond = ({ status, body }: Reply): Response =>
  body === undefined
    ? new Response(null, { status })
    : new Response(JSON.stringify(body), {
        status,
        headers: { 'content-type': 'application/json;charset=UTF-8' },
      });

/** A refusal thrown anywhere below is a reply; anything else is a defect of the sandbox and stays an error. */
function attempt(act: () => Reply): Reply {
  try {
    return act();
  } catch (thrown) {
    if (thrown instanceof Refusal) return { status: thrown.status, body: thrown.body };
    throw thrown;
  }
}

/** Zoho's pages print 400 and 403 for the same refusals; other statuses are not in doubt. */
function withStatus(status: 400 | 403 | undefined, act: () => Reply): Reply {
  const reply = attempt(act);
  return status && (reply.status === 400 || reply.status === 403) ? { ...reply, status } : reply;
}

/** The API over one org. `record` hears of every call, refused ones included. */
export function createApp(org: Org, record: (call: ApiCall) => void): Hono {
  const app = new Hono();

  const serve = async (context: Context, handler: Handler): Promise<Response> => {
    const request = context.req.raw;
    const url = new URL(request.url);
    const body = await readBody(request);
    const key = callerKey(request);
    const user: Person | undefined = org.catalogue.people.find((person) => person.key === key);
    const fault = request.headers.get('x-sandbox-fault') ?? '';
    const reply = withStatus(org.options.refusalStatus, () => {
      const before = faultBefore(fault);
      if (before) return before;
      if (!user) throw flat(401, 'AUTHENTICATION_FAILURE', 'Authentication failed');
      return handler({ org, user, params: context.req.param(), query: url.searchParams, body });
    });
    record({
      at: org.now().toISOString(),
      user: user?.key ?? '',
      method: request.method,
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      status: reply.status,
      requestBody: body,
      responseBody: reply.body,
    });
    return brokenReply(fault, respond(reply));
  };

  for (const [path, handlers] of Object.entries(ROUTES)) {
    for (const method of METHODS) {
      const handler = handlers[method];
      if (handler) app.on(method, `${BASE}${path}`, (context) => serve(context, handler));
    }
    app.all(`${BASE}${path}`, (context) =>
      serve(context, () => {
        throw methodNotAllowed();
      }),
    );
  }
  app.notFound((context) =>
    serve(context, () => {
      throw flat(404, 'INVALID_URL_PATTERN', 'Please check if the URL trying to access is a correct one');
    }),
  );
  return app;
}
