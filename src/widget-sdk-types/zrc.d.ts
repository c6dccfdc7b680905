import type { ZrcConfig, ZrcRequestConfig } from './zrc-config.d.ts';

/**
 * A reply. The body has already been parsed where the CRM page could do it, and is a string where it could not.
 *
 * A reply without content: take `status === 204 || !data` for it; depending on the page around the frame `data` is
 * then empty, missing or `null`. [run]
 */
export interface ZrcResponse {
  readonly status: number;
  /** The parsed body, so the records of a record call are in `response.data.data`. */
  readonly data?: unknown;
  readonly headers?: unknown;
}

/**
 * The request methods, as `zrc` and the clients it makes have them. A path begins with `/crm/v8/` (Zoho names v7 as the
 * oldest) or is an absolute address. [reference]
 *
 * Before `init()` a call rejects. A status of 300 or more rejects, see `ZrcRejection`; so does a setting that is not
 * accepted. [run]
 */
export interface ZrcClient {
  get(path: string, config?: ZrcConfig): Promise<ZrcResponse>;
  /**
   * A plain object or array is sent as JSON. A `FormData` is sent field by field as an object, so a name that occurs twice
   * keeps its last value. [file]
   */
  post(path: string, body?: unknown, config?: ZrcConfig): Promise<ZrcResponse>;
  put(path: string, body?: unknown, config?: ZrcConfig): Promise<ZrcResponse>;
  patch(path: string, body?: unknown, config?: ZrcConfig): Promise<ZrcResponse>;
  /** Sends no body: there is no parameter for one. [run] */
  delete(path: string, config?: ZrcConfig): Promise<ZrcResponse>;
  head(path: string, config?: ZrcConfig): Promise<ZrcResponse>;
  options(path: string, config?: ZrcConfig): Promise<ZrcResponse>;
  /** Throws at once, instead of rejecting, when there is no config. [file] */
  request(config: ZrcRequestConfig): Promise<ZrcResponse>;
}

/**
 * The request client, new in 1.5. A relative path is resolved against the origin of the CRM page and runs as the
 * user who is signed in there, without connection, token or scope. [reference]
 *
 * Nothing times out, and a rejection is not reliably an `Error`. Whether every profile reaches every endpoint through it, and
 * whether the mobile apps have it, is stated nowhere. [run]
 */
export interface Zrc extends ZrcClient {
  /** A client with settings of its own. It cannot make further ones. Throws at once when there is no config. [file] */
  createInstance(config: ZrcConfig): ZrcClient;
}
