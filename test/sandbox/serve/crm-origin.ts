import { Hono } from 'hono';
import { presentChoices } from '../api/option-switches';
import type { Sandbox } from '../api/sandbox';
import { isOrgKey, type OrgKey } from '../api/types';
import type { HostBuild } from './build-host';
import { hostPage, serveHost } from './host-page';
import { optionRoutes, takeChoices } from './option-routes';
import { isPerson, signedIn, signIn } from './session';

/** One call that the widget made through the host page. */
export interface WidgetCall {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly status: number;
}

export interface CrmOptions {
  readonly sandbox: Sandbox;
  readonly host: HostBuild;
  /** What the host page shows: title and pages of the widget. */
  readonly widget: object;
  /** The part of the fixtures that the host page is told. */
  readonly fixtures: object;
  /** Absolute address of the folder of the extension's pages. */
  readonly widgetUrl: string;
  readonly strangerUrl: string;
  readonly onWidgetCall: (call: WidgetCall) => void;
  /** After anything that may have changed the org. */
  readonly onChange: () => void;
  readonly onReset: (org: OrgKey) => void;
}

/** Below /crm, these are pages for people. Everything else is for programs, and unknown addresses are answered so. */
const PAGES = /^\/crm\/(tab|web-tab|my-tasks|settings)(\/|$)/;

/** The CRM's own origin: its API, the host page on every other path, and the sandbox's controls below `/sandbox`. */
export function crmOrigin(options: CrmOptions): Hono {
  const { sandbox, host } = options;
  const app = new Hono();

  app.all('/crm/*', async (c, next) => {
    const isPage = c.req.method === 'GET' && PAGES.test(c.req.path);
    if (isPage) return next();
    const response = await sandbox.fetch(c.req.raw);
    const { pathname, search } = new URL(c.req.url);
    if (c.req.header('x-sandbox-caller') === 'widget')
      options.onWidgetCall({ method: c.req.method, path: pathname, query: search, status: response.status });
    if (c.req.method !== 'GET') options.onChange();
    return response;
  });

  app.get('/sandbox/session', (c) => c.json({ user: signedIn(c, sandbox), people: sandbox.people }));
  app.post('/sandbox/session', async (c) => {
    const { user }: { user?: unknown } = await c.req.json();
    if (!isPerson(sandbox, user)) return c.json({ message: 'nobody of that key works here' }, 400);
    return c.json({ user: signIn(c, user) });
  });
  app.post('/sandbox/reset', async (c) => {
    const org = orgOf(await c.req.text());
    if (!isOrgKey(org)) return c.json({ message: 'there is no such org' }, 400);
    options.onReset(org);
    return c.json({ message: 'the sample data is back', org });
  });
  app.route('/sandbox/options', optionRoutes(sandbox, options.onChange));
  app.get('/sandbox/log', (c) => c.json(sandbox.log));
  app.delete('/sandbox/log', (c) => {
    sandbox.clearLog();
    return c.json({ message: 'the log is empty' });
  });
  app.get('/sandbox/state', (c) => c.json({ orgKey: sandbox.org.key, ...sandbox.org.state }));

  serveHost(app, host);
  app.get('*', (c) => {
    const wanted = c.req.query('user');
    takeChoices(sandbox, Object.entries(c.req.query()));
    const user = isPerson(sandbox, wanted) ? signIn(c, wanted) : signedIn(c, sandbox);
    const { people } = sandbox;
    const { widget, fixtures, widgetUrl, strangerUrl } = options;
    const config = {
      user,
      people,
      sandboxOrg: sandbox.org.key,
      choices: presentChoices(sandbox.org.options),
      widget,
      fixtures,
      widgetUrl,
      strangerUrl,
    };
    return c.html(hostPage('Sandbox CRM', config));
  });
  return app;
}

/** Which org is asked for: the first one where nothing is said. */
function orgOf(body: string): unknown {
  if (!body) return 'main';
  try {
    const { org = 'main' }: { readonly org?: unknown } = JSON.parse(body);
    return org;
  } catch {
    return undefined;
  }
}
