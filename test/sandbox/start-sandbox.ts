import { readFileSync } from 'node:fs';
import type { Fixtures } from './fixtures/fixtures';
import { openBrowser } from './serve/open-browser';
import { canReachSdk } from './serve/reach-sdk';
import type { Shown } from './serve/shown';
import { type RunningSandbox, startServer } from './server';

export interface StartSandbox extends Shown {
  readonly port: number;
  readonly open: boolean;
  /** The page to open in the CRM; `:record` stands for a record of its module. */
  readonly at: string;
  readonly strict?: boolean;
  /** A released SDK file, in the place of the one that the pages name. */
  readonly sdkFile?: string;
  readonly fixtures?: Fixtures;
  /** A JSON file that keeps the org's state over a restart. */
  readonly statePath?: string;
  /** What to try first; a line each. */
  readonly hints: readonly string[];
}

/** A CRM on this machine with a widget in it, until Ctrl+C. */
export async function startSandbox(given: StartSandbox): Promise<void> {
  const { port, open, at, hints, sdkFile, ...options } = given;
  const sdk = sdkFile
    ? ({ script: readFileSync(sdkFile, 'utf8') } as const)
    : (await canReachSdk())
      ? 'real'
      : 'stand-in';
  const running = await startServer({
    ...options,
    // As real as can be: what is kept from an earlier start goes over it.
    sandbox: { concurrency: 'edition' },
    sdk,
    crmPort: port,
    widgetPort: port === 0 ? 0 : port + 1,
  });
  const url = running.crmUrl + withRecord(running, at);
  const steps = [...hints, '"Reset data" brings the sample data back; Ctrl+C ends the sandbox.'];

  console.log(`
Sandbox CRM: ${url}

${steps.map((step, index) => `  ${index + 1}. ${step}`).join('\n')}

  SDK: ${sdkFile ?? SDKS[sdk === 'real' ? 'real' : 'stand-in']}
`);
  if (open) openBrowser(url);

  const end = () => running.close().then(() => process.exit(0));
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}

const SDKS = {
  real: 'the one that Zoho serves',
  'stand-in': 'a stand-in, because the one that Zoho serves cannot be reached',
} as const;

/** An unlocked record of the module; its list where there is none. */
function withRecord({ sandbox: { org } }: RunningSandbox, at: string): string {
  const module = decodeURIComponent(/^\/crm\/tab\/([^/?]+)/.exec(at)?.[1] ?? '');
  const record = org.records(module).find(({ id }) => !org.lockOf(module, id));
  return at.replace('/:record', record ? `/${record.id}` : '');
}
