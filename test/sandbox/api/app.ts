import type { Call, PartRequest } from './call';
import { CallsAtOnce, type Load, loadOf, NO_LOAD } from './calls-at-once';
import { flat, methodNotAllowed, Refusal, type Reply } from './errors';
import { brokenReply, faultBefore } from './faults';
import type { Org } from './org';
import { ALL_FIELDS } from './record-pages';
import { createRouter } from './router';
import { ROUTES } from './routes';
import type { ApiCall, Person } from './types';

/** What a widget asks for has been alike since version 3. */
const VERSIONS = /^\/crm\/v[3-8](\/.*)$/;
const route = createRouter(ROUTES);

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

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Milliseconds that a call is open before it is carried out. */
function latencyOf(request: Request, org: Org): number {
  const asked = Number(request.headers.get('x-sandbox-latency') ?? org.options.latency ?? 0);
  return asked > 0 ? asked : 0;
}

/** Answers one call, or one part of a composite call, of a user. */
function carryOut(org: Org, user: Person, source: Call['source'], request: PartRequest): Reply {
  const found = route(request.method, request.path);
  if (found.kind === 'none')
    throw flat(404, 'INVALID_URL_PATTERN', 'Please check if the URL trying to access is a correct one');
  if (found.kind === 'method') throw methodNotAllowed();
  const part = (inner: PartRequest): Reply =>
    withStatus(org.options.refusalStatus, () => carryOut(org, user, source, inner));
  const { query, body } = request;
  return found.handler({ org, user, source, params: found.params, query, body, part });
}

/** The API over one org. `record` hears of every call, refused ones included. */
export function createApp(
  org: Org,
  record: (call: ApiCall) => void,
): (request: Request) => Promise<Response> {
  const open = new CallsAtOnce();

  /** Holds a call open for its latency before it is carried out; one too many is refused at once. */
  const admitted = async (load: Load, latency: number, act: () => Reply): Promise<Reply> => {
    const leave = open.enter(load, org.options);
    if (leave instanceof Refusal) return { status: leave.status, body: leave.body };
    try {
      if (latency > 0) await (org.options.wait ?? sleep)(latency);
      return withStatus(org.options.refusalStatus, act);
    } finally {
      leave();
    }
  };

  return async (request) => {
    const url = new URL(request.url);
    const path = VERSIONS.exec(url.pathname)?.[1] ?? '';
    if (request.headers.get('x-sandbox-fields') === 'all' && !url.searchParams.has('fields'))
      url.searchParams.set('fields', ALL_FIELDS);
    const body = await readBody(request);
    const user = org.catalogue.people.find((person) => person.key === callerKey(request));
    const fault = request.headers.get('x-sandbox-fault') ?? '';
    const source = request.headers.get('x-sandbox-caller') === 'crm' ? 'crm_ui' : 'crm_api';
    // The CRM's own pages do not go through the API in Zoho: they take nothing of its limits.
    const load = source === 'crm_ui' ? NO_LOAD : loadOf(path, body);
    const latency = latencyOf(request, org);
    const reply = await admitted(load, latency, () => {
      const before = faultBefore(fault);
      if (before) return before;
      if (!user) throw flat(401, 'AUTHENTICATION_FAILURE', 'Authentication failed');
      return carryOut(org, user, source, { method: request.method, path, query: url.searchParams, body });
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
}
