/**
 * `npm run dev:crm`: the pages as they are being written, at the address Zoho's own tool uses, for a widget with
 * external hosting in a real CRM. The certificate is made on this machine and kept in node_modules.
 */
import basicSsl from '@vitejs/plugin-basic-ssl';
import { createServer } from 'vite';

const HOST = '127.0.0.1';
const PORT = 5000;

const server = await createServer({
  // The pages ask for ../src, so both folders are served from above.
  root: process.cwd(),
  base: '/',
  appType: 'mpa',
  plugins: [basicSsl({ name: 'record-lock', domains: [HOST, 'localhost'] })],
  server: { host: HOST, port: PORT, strictPort: true },
});
await server.listen();

console.log(`
The extension's pages are served at https://${HOST}:${PORT}/app/ and follow your changes.

1. Open https://${HOST}:${PORT}/app/record-lock.html once in the browser you use for the CRM and accept the certificate.
2. In the CRM: Setup > Developer Hub > Widgets > Create New Widget.
     Type         Related List (for the settings page: Settings)
     Hosting      External
     Base URL     https://${HOST}:${PORT}
     Index page   /app/record-lock.html (for the settings page: /app/settings.html)
3. On a record's page: Add Related List > Widget.

Ctrl+C ends it.
`);
