import { openBrowser } from './serve/open-browser';
import { canReachSdk } from './serve/reach-sdk';
import type { Shown } from './serve/shown';
import { startServer } from './server';

export interface StartSandbox extends Shown {
  readonly port: number;
  readonly open: boolean;
  /** A JSON file that keeps the org's state over a restart. */
  readonly statePath?: string;
  /** What to try first; a line each. */
  readonly hints: readonly string[];
}

/** A CRM on this machine with a widget in it, until Ctrl+C. */
export async function startSandbox({ port, open, hints, ...options }: StartSandbox): Promise<void> {
  const hasSdk = await canReachSdk();
  const running = await startServer({
    ...options,
    // As real as can be: what is kept from an earlier start goes over it.
    sandbox: { concurrency: 'edition' },
    sdk: hasSdk ? 'real' : 'stand-in',
    crmPort: port,
    widgetPort: port === 0 ? 0 : port + 1,
  });
  const { org } = running.sandbox;
  const deal = org.records('Deals').find(({ id }) => !org.lockOf('Deals', id));
  const url = `${running.crmUrl}/crm/tab/Deals${deal ? `/${deal.id}` : ''}`;
  const steps = [...hints, '"Reset data" brings the sample data back; Ctrl+C ends the sandbox.'];

  console.log(`
Sandbox CRM: ${url}

${steps.map((step, index) => `  ${index + 1}. ${step}`).join('\n')}

  SDK: ${hasSdk ? 'the one that Zoho serves' : 'a stand-in, because the one that Zoho serves cannot be reached'}
`);
  if (open) openBrowser(url);

  const end = () => running.close().then(() => process.exit(0));
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}
