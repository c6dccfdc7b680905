import type { MultipartFile, MultipartPart } from './crm-api-files.d.ts';

/** Data of a connector call: the values of its placeholders, flat or under `VARIABLES`. */
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
   * Writes an extension variable by its API name.
   * @returns a string of JSON
   */
  invokeAPI(nameSpace: 'crm.set', variable: { apiname: string; value: string }): Promise<string>;
  /** @param nameSpace `<connector>.<api>` */
  invokeAPI(nameSpace: string, data: ConnectorData): Promise<unknown>;

  /** Opens the window in which the user authorises the connector. */
  authorize(nameSpace: string): Promise<unknown>;
}
