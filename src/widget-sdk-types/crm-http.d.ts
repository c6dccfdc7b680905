import type { MultipartFile, MultipartPart } from './crm-api-files.d.ts';

/** A request to another service, sent by Zoho's servers. */
export interface HttpRequest {
  url: string;
  /** Appended to the address. A connection calls the same thing `parameters`. [file] */
  params?: Record<string, string | number | boolean>;
  headers?: Record<string, string>;
  body?: unknown;
  CONTENT_TYPE?: string;
  RESPONSE_TYPE?: string;
  PARTS?: MultipartPart[];
  PART_BOUNDARY?: string;
  FILE?: MultipartFile;
}

/**
 * `ZOHO.CRM.HTTP`: older than `zrc`, which also reaches other services. Resolves with the body, text or parsed; the
 * status is not told. Without `url` a call throws a plain `{Message}` at once. [file]
 */
export interface CrmHttp {
  get(request: HttpRequest): Promise<unknown>;
  post(request: HttpRequest): Promise<unknown>;
  put(request: HttpRequest): Promise<unknown>;
  patch(request: HttpRequest): Promise<unknown>;
  delete(request: HttpRequest): Promise<unknown>;
}
