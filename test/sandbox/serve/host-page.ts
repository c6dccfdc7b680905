import type { Hono } from 'hono';
import type { HostBuild } from './build-host';
import { contentType } from './content-type';

/** Serves the script and the style of the host page. */
export function serveHost(app: Hono, host: HostBuild): void {
  app.get('/sandbox/host.js', (c) => c.body(host.script, 200, { 'content-type': contentType('host.js') }));
  app.get('/sandbox/host.css', (c) => c.body(host.style, 200, { 'content-type': contentType('host.css') }));
  app.get('/favicon.ico', (c) => c.body(null, 204));
}

/** The host page. `<` is written as an escape so that no name in the data can end the script element. */
export function hostPage(title: string, config: unknown): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/sandbox/host.css">
</head>
<body>
<div id="crm"></div>
<script type="application/json" id="sandbox-config">${JSON.stringify(config).replaceAll('<', '\\u003c')}</script>
<script type="module" src="/sandbox/host.js"></script>
</body>
</html>`;
}
