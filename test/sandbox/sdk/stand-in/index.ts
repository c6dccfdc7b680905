/**
 * A stand-in for Zoho's embedded-widget SDK 1.5, for a machine that cannot reach it. It sends what the released file sends;
 * `sdk-wire.test.ts` holds the two against each other.
 */
import { embeddedApp } from './channel';
import { CRM } from './crm';

export { $Client, ZDK } from './zdk';
export { zrc } from './zrc';

export const ZOHO = { embeddedApp, CRM };
