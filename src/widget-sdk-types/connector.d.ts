import type { MultipartFile, MultipartPart } from './crm-api-files.d.ts';

/** Data of a connector call: the values of its placeholders, flat or under `VARIABLES`. [reference] */
export interface ConnectorData {
  VARIABLES?: Record<string, unknown>;
  CONTENT_TYPE?: string;
  PARTS?: MultipartPart[];
  FILE?: MultipartFile;
  [placeholder: string]: unknown;
}

/** `ZOHO.CRM.CONNECTOR`. */
export interface CrmConnector {
  /**
   * Writes an extension variable by its API name (`<namespace>__<name>`). No other function of the SDK does. [samples]
   * @returns a text of JSON
   */
  invokeAPI(nameSpace: 'crm.set', variable: { apiname: string; value: string }): Promise<string>;
  /** @param nameSpace `<connector>.<api>` [reference] */
  invokeAPI(nameSpace: string, data: ConnectorData): Promise<unknown>;

  /** Opens the window in which the user authorises the connector; resolves with `true` on success. [reference] */
  authorize(nameSpace: string): Promise<unknown>;
}
