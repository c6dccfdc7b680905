import type { CurrentUserReply, UserPreference } from './crm-config.d.ts';
import type { EmbeddedApp } from './embedded-app.d.ts';

/** `ZOHO.CRM.CONFIG`. */
export interface CrmConfig {
  /** Both shapes of the reply occur. */
  getCurrentUser(): Promise<CurrentUserReply>;
  getUserPreference(): Promise<UserPreference>;
}

/** `ZOHO.CRM.UI`. */
export interface CrmUi {
  /** Sets the size of the frame, in pixels. */
  Resize(size: { height: number | string; width: number | string }): Promise<unknown>;
}

/** `ZOHO.CRM`. Every call throws, instead of rejecting, before the CRM page has answered `init()`. */
export interface ZohoCrm {
  readonly CONFIG: CrmConfig;
  readonly UI: CrmUi;
}

/** The global `ZOHO`. */
export interface ZohoSdk {
  readonly embeddedApp: EmbeddedApp;
  readonly CRM: ZohoCrm;
}
