/** How `parameters` travel: 1 in the address, 2 as the body. [reference] */
export type ParamType = 1 | 2;

/** A request through a connection. The address is absolute, so it differs by data centre. */
export interface ConnectionRequest {
  url: string;
  /** `GET` when left out. [reference] */
  method?: string;
  param_type?: ParamType;
  /** Sent as JSON text: what JSON cannot hold is lost. [file] */
  parameters?: Record<string, unknown>;
  headers?: Record<string, string>;
  /** Dropped without a word. A body goes into `parameters`, with `param_type` 2. [run] */
  body?: never;
}

/** The answer. An error of the target looks like a success. [reference] */
export interface ConnectionReply {
  /** Of the call to the connection, not of the target. */
  readonly code: string;
  readonly status: string;
  readonly message: string;
  readonly details: {
    readonly status?: unknown;
    /** The target's HTTP status, where the CRM tells it. [use] */
    readonly statusCode?: unknown;
    /** The target's body, errors included; an empty string where the target sent none (204). [use] */
    readonly statusMessage?: unknown;
    readonly [key: string]: unknown;
  };
}

/** `ZOHO.CRM.CONNECTION`. */
export interface CrmConnection {
  /** Runs as the account that authorised the connection: what it writes carries that account's name. [reference] */
  invoke(linkName: string, request: ConnectionRequest): Promise<ConnectionReply>;
}
