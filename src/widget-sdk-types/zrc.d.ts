/** A value that `params` can carry. `null` and `undefined` are left out of the address. */
export type ZrcParam = string | number | boolean | null | undefined;

/**
 * Settings of one request. Only the keys below are accepted: any other makes the request fail before it is sent.
 *
 * The object is changed by the call (`method` and `body` are taken out of it): make a fresh one for every request.
 */
export interface ZrcConfig {
  /** Link name of a connection. The request then runs as the account that authorised it, not as the user. */
  connection?: string;
  /** A plain object: a `Headers` instance reads as empty and is lost without a word. */
  headers?: Record<string, string>;
  mode?: 'cors' | 'no-cors' | 'same-origin';
  cache?: 'default' | 'no-store' | 'reload' | 'no-cache' | 'force-cache' | 'only-if-cached';
  referrerPolicy?: string;
  /** How to hand back the body. There is no stream. */
  responseType?: 'json' | 'text' | 'blob' | 'arraybuffer';
  /** Origin for a relative path; needed with `connection`, refused with an absolute address. */
  baseUrl?: string;
  /** Appended to the address. An array would turn `ids` into `ids[]`, so join lists with commas yourself. */
  params?: Record<string, ZrcParam>;
  /** On the list of accepted keys, but it cannot cross to the CRM page: the call fails with a `DataCloneError`. */
  signal?: never;
  /** Not accepted. A request has no time limit: bound the wait yourself. */
  timeout?: never;
}

/** Names of HTTP methods that the request client knows. */
export type ZrcMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD' | 'OPTIONS';

/** A request in one object. Changed by the call, like every {@link ZrcConfig}. */
export interface ZrcRequestConfig extends ZrcConfig {
  /** `GET` when left out. */
  method?: ZrcMethod;
  /** `/` when left out. */
  path?: string;
  body?: unknown;
}

/**
 * A reply. The body has already been parsed where the CRM page could do it, and is a string where it could not.
 *
 * A reply without content: take `status === 204 || !data` for it; depending on the page around the frame `data` is
 * then empty, missing or `null`.
 */
export interface ZrcResponse {
  readonly status: number;
  /** The parsed body, so the records of a record call are in `response.data.data`. */
  readonly data?: unknown;
  readonly headers?: unknown;
}

/** The request methods, as `zrc` and the clients it makes have them. */
export interface ZrcClient {
  /** @param path begins with `/crm/v8/` (v7 is the oldest accepted) or is an absolute address */
  get(path: string, config?: ZrcConfig): Promise<ZrcResponse>;
  post(path: string, body?: unknown, config?: ZrcConfig): Promise<ZrcResponse>;
  put(path: string, body?: unknown, config?: ZrcConfig): Promise<ZrcResponse>;
  patch(path: string, body?: unknown, config?: ZrcConfig): Promise<ZrcResponse>;
  /** Sends no body: there is no parameter for one. */
  delete(path: string, config?: ZrcConfig): Promise<ZrcResponse>;
  head(path: string, config?: ZrcConfig): Promise<ZrcResponse>;
  options(path: string, config?: ZrcConfig): Promise<ZrcResponse>;
  /** Throws at once, instead of rejecting, when there is no config. */
  request(config: ZrcRequestConfig): Promise<ZrcResponse>;
}

/**
 * The request client, new in 1.5. A relative path is resolved against the origin of the CRM page and runs as the
 * user who is signed in there, without connection, token or scope.
 *
 * Nothing times out. A status of 300 or more rejects, and not reliably with an `Error`: see `ZrcRejection`. So does a
 * call before the CRM page has answered `init()`.
 */
export interface Zrc extends ZrcClient {
  /** A client with settings of its own. It cannot make further ones. */
  createInstance(config: ZrcConfig): ZrcClient;
}
