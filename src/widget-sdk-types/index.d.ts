import type { ZohoSdk } from './zoho.d.ts';
import type { Zrc } from './zrc.d.ts';

export type * from './crm-config.d.ts';
export type * from './embedded-app.d.ts';
export type * from './errors.d.ts';
export type * from './placements.d.ts';
export type * from './zoho.d.ts';
export type * from './zrc.d.ts';

declare global {
  const ZOHO: ZohoSdk;
  const zrc: Zrc;

  /** As properties of the window they may be missing: the SDK's file may not have arrived, or never will. */
  interface Window {
    ZOHO?: ZohoSdk | undefined;
    zrc?: Zrc | undefined;
  }
}
