/**
 * Type declarations for the SDK that Zoho CRM gives to embedded widgets, version 1.5.
 *
 * Comments end with where a statement comes from: `[reference]` Zoho's reference and release notes, `[samples]` its examples,
 * `[file]` the released script, read; `[run]` the released script, run in a browser against a host page; `[use]` widgets in use.
 * What nobody states is said to be unknown.
 */
import type { ScriptClient, Zdk } from './zdk-client.d.ts';
import type { ZohoSdk } from './zoho-sdk.d.ts';
import type { Zrc } from './zrc.d.ts';

export type * from './connection.d.ts';
export type * from './connector.d.ts';
export type * from './crm-api.d.ts';
export type * from './crm-api-files.d.ts';
export type * from './crm-api-people.d.ts';
export type * from './crm-api-processes.d.ts';
export type * from './crm-api-records.d.ts';
export type * from './crm-api-related.d.ts';
export type * from './crm-config.d.ts';
export type * from './crm-flow.d.ts';
export type * from './crm-http.d.ts';
export type * from './crm-meta.d.ts';
export type * from './crm-replies.d.ts';
export type * from './crm-ui.d.ts';
export type * from './embedded-app.d.ts';
export type * from './errors.d.ts';
export type * from './placements.d.ts';
export type * from './zdk-client.d.ts';
export type * from './zdk-input.d.ts';
export type * from './zdk-popup.d.ts';
export type * from './zoho-sdk.d.ts';
export type * from './zrc.d.ts';
export type * from './zrc-config.d.ts';

declare global {
  // As constants these are not properties of `globalThis`. Code that looks them up on the window gets the optional ones below
  // and has to ask first.
  const ZOHO: ZohoSdk;
  const zrc: Zrc;
  const ZDK: Zdk;
  const $Client: ScriptClient;

  /** On the window they may be missing: the SDK's file may not have arrived, or be older than 1.5. */
  interface Window {
    ZOHO?: ZohoSdk | undefined;
    zrc?: Zrc | undefined;
    ZDK?: Zdk | undefined;
    $Client?: ScriptClient | undefined;
  }
}
