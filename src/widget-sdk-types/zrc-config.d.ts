/** A value that `params` can carry. `null` and `undefined` are left out; a date is sent as an ISO text in UTC. [file] */
export type ZrcParam = string | number | boolean | Date | null | undefined;

/** How to hand back a body. There is no stream in 1.5. */
export type ZrcResponseType = 'json' | 'text' | 'blob' | 'arraybuffer';

/**
 * Settings of one request. Only the keys below are accepted: any other makes the request fail before it is sent.
 *
 * The object is changed by the call (`method` and `body` are taken out of it): make a fresh one for every request. [run]
 */
export interface ZrcConfig {
  /**
   * Link name of a connection. The request then runs as the account that authorised it, not as the user. Needs `baseUrl` or an
   * absolute address, and refuses headers that the CRM sets itself (`authorization`, `cookie`, `host`, `x-crm-…`, …). [file]
   */
  connection?: string;
  /** A plain object: a `Headers` instance reads as empty and is lost without a word. Names are sent in lower case. [file] */
  headers?: Record<string, string>;
  mode?: 'cors' | 'no-cors' | 'same-origin';
  cache?: 'default' | 'no-store' | 'reload' | 'no-cache' | 'force-cache' | 'only-if-cached';
  referrerPolicy?: ReferrerPolicy | 'client';
  responseType?: ZrcResponseType;
  /** Origin for a relative path; needed with `connection`, refused with an absolute address. [file] */
  baseUrl?: string;
  /** Appended to the address. An array would turn `ids` into `ids[]`, so join lists with commas yourself. [run] */
  params?: Record<string, ZrcParam>;
  /** Accepted by the file; what it does is described nowhere. [file] */
  handleUserConnectionAuth?: boolean;
  /** On the list of accepted keys, but it cannot cross to the CRM page: the call fails with a `DataCloneError`. [run] */
  signal?: never;
  /** Not accepted. A request has no time limit: bound the wait yourself. [run] */
  timeout?: never;
}

/** Names of HTTP methods that the request client knows. */
export type ZrcMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD' | 'OPTIONS';

/** A request in one object. Changed by the call, like every {@link ZrcConfig}: `path` and `body` are taken out of it. [file] */
export interface ZrcRequestConfig extends ZrcConfig {
  /** `GET` when left out. */
  method?: ZrcMethod;
  /** `/` when left out. */
  path?: string;
  /** Dropped for `GET`, `HEAD` and `OPTIONS`. */
  body?: unknown;
}
