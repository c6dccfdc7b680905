import { Hono } from 'hono';
import { readStandIn, readZdk } from '../sdk/build-stand-in';
import { contentType } from './content-type';
import type { WidgetFiles } from './widget-files';

/** Zoho serves every installed version below a path of its own; the numbers stand for installation and version. */
export const WIDGET_PATH = '/installations/1063/3.1/app/';

/** The strictest policy that a careful page works under. */
const STRICT_CSP =
  "default-src 'none'; script-src 'self' https://live.zwidgets.com; style-src 'self'; connect-src 'self'; img-src 'self' data:";

/** Where pages name the SDK, pinned to its newest version. The spelling is Zoho's. */
export const SDK_URL = 'https://live.zwidgets.com/js-sdk/1.5/ZohoEmbededAppSDK.min.js';

/** The SDK of any version on any server, in a page or in a script that loads it. */
const ANY_SDK_URL = /(?:https?:)?\/\/[\w.-]+\/[\w./-]*ZohoEmbededAppSDK(?:\.min)?\.js/g;

const STAND_IN_PATH = '/sdk/1.5/ZohoEmbededAppSDK.min.js';

/**
 * Which SDK the pages get. `real`: they are served untouched. Otherwise every address of the SDK is replaced by an address of
 * this origin (which `'self'` allows), below which there is the stand-in or the given script.
 */
export type Sdk = 'stand-in' | 'real' | { readonly script: string };

export interface WidgetOriginOptions {
  readonly files: WidgetFiles;
  readonly sdk: Sdk;
  /** Under the strict policy, and below the nested path only, where absolute addresses miss. */
  readonly strict: boolean;
  /** Milliseconds that every answer waits, as over a network. */
  readonly delay?: number;
}

/** The origin that serves a widget's pages. */
export function widgetOrigin({ files, sdk, strict, delay = 0 }: WidgetOriginOptions): Hono {
  const app = new Hono();
  if (delay)
    app.use(async (_, next) => {
      await new Promise((resolve) => setTimeout(resolve, delay));
      await next();
    });
  const script = { 'content-type': contentType('sdk.js') };
  app.get(STAND_IN_PATH, async (c) => {
    return c.body(typeof sdk === 'object' ? sdk.script : await readStandIn(), 200, script);
  });
  // Releases 1.2 to 1.4 of the SDK load one more script, whose address the host tells.
  app.get('/sdk/zdk.js', async (c) => c.body(await readZdk(), 200, script));

  const serve = async (path: string, search: string): Promise<Response> => {
    const headers = {
      ...(strict ? { 'content-security-policy': STRICT_CSP } : {}),
      'cache-control': 'no-cache',
    };
    const file = await files(path, search);
    if (!file) return new Response(`The widget has no file ${path}. Is it built?`, { status: 404, headers });
    const named = { ...headers, 'content-type': file.type };
    if (sdk === 'real' || !/html|javascript/.test(file.type))
      return new Response(new Uint8Array(file.bytes), { headers: named });
    const text = new TextDecoder().decode(file.bytes).replaceAll(ANY_SDK_URL, STAND_IN_PATH);
    return new Response(text, { headers: named });
  };
  const below = (prefix: string) =>
    app.get(`${prefix}*`, (c) => {
      const { search } = new URL(c.req.url);
      return serve(decodeURIComponent(c.req.path.slice(prefix.length)), search);
    });
  below(WIDGET_PATH);
  if (!strict) {
    below('/app/');
    below('/');
  }
  return app;
}
