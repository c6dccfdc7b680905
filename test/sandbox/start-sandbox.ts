import { fileURLToPath } from 'node:url';
import { BUILT_APP, buildExtension } from './serve/build-extension';
import { openBrowser } from './serve/open-browser';
import { canReachSdk } from './serve/reach-sdk';
import { startServer } from './server';

const STATE = fileURLToPath(new URL('../../.cache/sandbox.json', import.meta.url));

/** `npm start`: the CRM on this machine, over sample data. */
export async function startSandbox(port: number, open: boolean): Promise<void> {
  const [hasSdk] = await Promise.all([canReachSdk(), buildExtension()]);
  const running = await startServer({
    app: { folder: BUILT_APP },
    sdk: hasSdk ? 'real' : 'stand-in',
    crmPort: port,
    widgetPort: port === 0 ? 0 : port + 1,
    statePath: STATE,
  });
  const { org } = running.sandbox;
  const deal = org.records('Deals').find(({ id }) => !org.lockOf('Deals', id));
  const url = `${running.crmUrl}/crm/tab/Deals${deal ? `/${deal.id}` : ''}`;

  console.log(`
Sandbox CRM: ${url}

  1. Lock the deal: write a reason, press Lock.
  2. Be somebody else: choose another user in the bar below the page.
  3. Set a deal's Stage to Closed Won, save, press Refresh in the record page: a rule has locked it.
  4. Let things go wrong: choose a fault or a latency in the bar.
  5. Export a configuration in the settings, press "Another org", and import it there.
  6. "Reset data" brings the sample data back; Ctrl+C ends the sandbox.

  SDK: ${hasSdk ? 'the one that Zoho serves' : 'a stand-in, because the one that Zoho serves cannot be reached'}
`);
  if (open) openBrowser(url);

  const end = () => running.close().then(() => process.exit(0));
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}
