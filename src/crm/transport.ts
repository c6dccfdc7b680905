/** A call that holds others; ours hold nothing but reads. */
export const COMPOSITE = '/crm/v8/__composite_requests';

/** One call to the CRM's HTTP API, relative to the CRM's origin. */
export interface CrmRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Begins with `/crm/v8/`; every variable part has been through `segment`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** How many calls at once the CRM takes it for; 1 where nothing is said. */
  readonly countsAs?: number;
}

/** Why no reply came. After any of these a write may or may not have happened. */
export type LostReason = 'offline' | 'timeout' | 'connection';

/** A reply with its HTTP status and parsed body (an unparsable one stays a string), or the fact that none came. */
export type CrmReply =
  | { readonly status: number; readonly body: unknown }
  | { readonly lost: LostReason; readonly detail?: string };

/** Sends one call and waits for its reply within a bound of its own. Never rejects. */
export type Send = (request: CrmRequest) => Promise<CrmReply>;
