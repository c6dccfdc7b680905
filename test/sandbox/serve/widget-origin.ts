import { Hono } from 'hono';
import { readStandIn } from '../sdk/build-stand-in';
import { contentType, type WidgetFiles } from './widget-files';

/** Zoho serves every installed version below a path of its own; the numbers stand for installation and version. */
export const WIDGET_PATH = '/installations/1063/3.1/app/';

/** The strictest policy that the pages promise to work under. */
export const STRICT_CSP =
  "default-src 'none'; script-src 'self' https://live.zwidgets.com; style-src 'self'; connect-src 'self'; img-src 'self' data:";

/** Where the pages name the SDK, pinned to the version they were written for. The spelling is Zoho's. */
export const SDK_URL = 'https://live.zwidgets.com/js-sdk/1.5/ZohoEmbededAppSDK.min.js';

const STAND_IN_PATH = '/sdk/1.5/ZohoEmbededAppSDK.min.js';

/**
 * Which SDK the pages get. `real`: they are served untouched. Otherwise the one address of the SDK in each page is replaced
 * by an address of this origin (which `'self'` allows), below which there is the stand-in or the given script.
 */
export type Sdk = 'stand-in' | 'real' | { readonly script: string };

/** The origin that serves the extension's pages; every answer waits for `delay` milliseconds, as over a network. */
export function widgetOrigin(files: WidgetFiles, sdk: Sdk, delay = 0): Hono {
  const app = new Hono();
  if (delay)
    app.use(async (_, next) => {
      await new Promise((resolve) => setTimeout(resolve, delay));
      await next();
    });
  app.get(STAND_IN_PATH, async (c) => {
    const script = typeof sdk === 'object' ? sdk.script : await readStandIn();
    return c.body(script, 200, { 'content-type': contentType('sdk.js') });
  });
  // Releases 1.2 to 1.4 of the SDK load one more script, whose address the host tells; there is nothing to do in it.
  app.get('/sdk/zdk.js', (c) => c.body('', 200, { 'content-type': contentType('zdk.js') }));
  app.get(`${WIDGET_PATH}*`, async (c) => {
    const path = decodeURIComponent(c.req.path.slice(WIDGET_PATH.length));
    const bytes = await files(path);
    const headers = { 'content-security-policy': STRICT_CSP, 'cache-control': 'no-cache' };
    if (!bytes) return c.text(`The extension has no file ${path}. Is it built?`, 404, headers);
    const type = contentType(path);
    if (sdk !== 'real' && type.startsWith('text/html'))
      return c.body(withStandIn(bytes), 200, { ...headers, 'content-type': type });
    return c.body(new Uint8Array(bytes), 200, { ...headers, 'content-type': type });
  });
  return app;
}

function withStandIn(page: Uint8Array): string {
  return new TextDecoder().decode(page).replaceAll(SDK_URL, STAND_IN_PATH);
}
