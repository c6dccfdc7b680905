import type { HostFacts } from '../base/host';
import { zrcOf } from './connect';
import { sdkVersion } from './load-sdk';
import { serviceOrigin } from './message-guard';

/** The connection as it is now, for people who have to find out why something does not work. */
export const hostFacts = (win: Window): Pick<HostFacts, 'crmOrigin' | 'sdkVersion' | 'zrc'> => ({
  crmOrigin: serviceOrigin(win),
  sdkVersion: win.ZOHO ? sdkVersion(win.document) : null,
  zrc: Boolean(zrcOf(win)),
});
