import type { CrmApiFiles } from './crm-api-files.d.ts';
import type { CrmApiPeople } from './crm-api-people.d.ts';
import type { CrmApiProcesses } from './crm-api-processes.d.ts';
import type { CrmApiRecords } from './crm-api-records.d.ts';
import type { CrmApiRelated } from './crm-api-related.d.ts';

/** The value of one variable; its text is whatever was stored, so a number or an object may come as a string. [reference] */
export interface OrgVariableReply {
  readonly Success: { readonly Content: unknown };
}

/** The values of several variables, by name. Mind the key: `content` here, `Content` for a single one. [reference] */
export interface OrgVariablesReply {
  readonly Success: { readonly content: Readonly<Record<string, { readonly value: unknown }>> };
}

/** `ZOHO.CRM.API`: the older wrappers around the CRM's API. `zrc` reaches the same data and tells the HTTP status. */
export interface CrmApi extends CrmApiRecords, CrmApiRelated, CrmApiFiles, CrmApiProcesses, CrmApiPeople {
  /** @param apiName `<namespace>__<name>`. To write one, use `ZOHO.CRM.CONNECTOR.invokeAPI('crm.set', …)`. [reference] */
  getOrgVariable(apiName: string): Promise<OrgVariableReply>;
  getOrgVariable(config: { apiKeys: readonly string[] }): Promise<OrgVariablesReply>;
}
