/**
 * A stand-in for Zoho's embedded-widget SDK 1.5, for a machine that cannot reach it. It sends what the released file sends;
 * `sdk-wire.test.ts` holds the two against each other.
 */
import { embeddedApp, isStarting, SDK_VERSION, trigger } from './channel';
import { CRM } from './crm';
import { createZdk } from './zdk';

export { zrc } from './zrc';

export const ZOHO = { embeddedApp, CRM };

/** Before `init` nothing is sent, and nothing comes back. */
export const { ZDK, $Client } = createZdk((data) => {
  if (isStarting()) return trigger('ZDK_EVENT', { ...data, sdkVersion: SDK_VERSION });
  console.error(new Error('ZDK methods called before init'));
  return undefined;
});
