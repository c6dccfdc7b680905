import { zrcOf } from './connect';
import { sdkVersion } from './load-sdk';
import { serviceOrigin } from './message-guard';

/** The connection as it stands, for whoever has to find out why something does not work. */
export interface HostFacts {
  /** Null outside Zoho CRM. */
  readonly crmOrigin: string | null;
  /** The release that the page names, e.g. `1.5`; null as long as its script has not run. */
  readonly sdkVersion: string | null;
  readonly zrc: boolean;
}

export const hostFacts = (win: Window): HostFacts => ({
  crmOrigin: serviceOrigin(win),
  sdkVersion: win.ZOHO ? sdkVersion(win.document) : null,
  zrc: Boolean(zrcOf(win)),
});
