import type { CrmConnection } from './connection.d.ts';
import type { CrmConnector } from './connector.d.ts';
import type { CrmApi } from './crm-api.d.ts';
import type { CrmConfig } from './crm-config.d.ts';
import type { CrmAction, CrmBlueprint, CrmEvents, CrmFunctions, CrmWizard } from './crm-flow.d.ts';
import type { CrmHttp } from './crm-http.d.ts';
import type { CrmMeta } from './crm-meta.d.ts';
import type { CrmUi } from './crm-ui.d.ts';
import type { EmbeddedApp } from './embedded-app.d.ts';

/**
 * `ZOHO.CRM`. Calls run as the user who is signed in, with that user's rights. [reference]
 *
 * Every call throws, instead of rejecting, before the CRM page has answered `init()`. None of them times out. They reject
 * with a plain object, see `HostRejection`. [run]
 */
export interface ZohoCrm {
  readonly ACTION: CrmAction;
  readonly API: CrmApi;
  readonly BLUEPRINT: CrmBlueprint;
  readonly CONFIG: CrmConfig;
  readonly CONNECTION: CrmConnection;
  readonly CONNECTOR: CrmConnector;
  readonly EVENTS: CrmEvents;
  readonly FUNCTIONS: CrmFunctions;
  readonly HTTP: CrmHttp;
  readonly META: CrmMeta;
  readonly UI: CrmUi;
  readonly WIZARD: CrmWizard;
}

/** The global `ZOHO`. */
export interface ZohoSdk {
  readonly embeddedApp: EmbeddedApp;
  readonly CRM: ZohoCrm;
}
