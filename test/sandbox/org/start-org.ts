import { openBrowser } from '../serve/open-browser';
import { canReachSdk } from '../serve/reach-sdk';
import type { Shown } from '../serve/shown';
import { takeCredentials } from './credentials';
import { startOrgServer } from './org-server';

export interface StartOrg extends Shown {
  readonly port: number;
  readonly allowWrites: boolean;
  readonly open: boolean;
}

/** `npm start -- --org`: ends with code 2 when the credentials are missing, 1 when the org does not take them. */
export async function startOrg({ port, allowWrites, open, ...shown }: StartOrg): Promise<void> {
  const taken = takeCredentials(process.env);
  if ('problem' in taken) {
    console.error(taken.problem);
    process.exitCode = 2;
    return;
  }
  const hasSdk = await canReachSdk();
  const running = await startOrgServer({
    credentials: taken.credentials,
    allowWrites,
    ...shown,
    sdk: hasSdk ? 'real' : 'stand-in',
    crmPort: port,
    widgetPort: port === 0 ? 0 : port + 1,
  });
  if ('problem' in running.me) {
    console.error(running.me.problem);
    await running.close();
    process.exitCode = 1;
    return;
  }
  console.log(`
A real org (${taken.credentials.dataCentre}), as ${running.me.name}: ${running.entrance}

  ${allowWrites ? 'What you do here is done in the org.' : 'Calls that could change something are refused; --allow-writes lets them through.'}
  The address holds a key that is good until Ctrl+C. Do not pass it on.

  SDK: ${hasSdk ? 'the one that Zoho serves' : 'a stand-in, because the one that Zoho serves cannot be reached'}
`);
  if (open) openBrowser(running.entrance);
  const end = () => running.close().then(() => process.exit(0));
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}
