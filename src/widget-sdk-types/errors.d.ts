import type { ZrcResponse } from './zrc.d.ts';

/**
 * The shapes in which calls fail. A `catch` gets `unknown`, and what it gets is often a plain object rather than an
 * `Error`: use these types for your own guards, not as a promise of the CRM.
 */

/** Names of the errors that the request client makes. Zoho's guide prints others; these are the ones that arrive. [file] */
export type ZrcErrorName = 'API_ERROR' | 'ZRC_ERROR' | 'CONNECTION_ERROR' | 'ZRC_VALIDATION_FAILED_ERROR';

/**
 * An `Error` made by the request client: a request it refused to send (`ZRC_VALIDATION_FAILED_ERROR`), or the
 * `error` part of a {@link ZrcFailure}. It has no stack. [file]
 */
export interface ZrcError {
  readonly name: ZrcErrorName;
  readonly message: string;
}

/** The CRM does not let this widget send the request: an `Error` with three more keys. [file] */
export interface ZrcPermissionError {
  readonly name: 'Error';
  readonly message: string;
  readonly type: 'PermissionException';
  readonly code?: unknown;
  readonly detail?: unknown;
}

/** An error as it crosses from the CRM page, before the request client turned it into an {@link ZrcError}. [file] */
export interface ZrcErrorRecord {
  readonly errorType: string;
  readonly errorMessage?: string;
  readonly errorCode?: unknown;
  readonly errorDetail?: unknown;
}

/** With what `zrc` rejects when the CRM answered with a status of 300 or more: a plain object around three parts. [run] */
export interface ZrcFailure {
  readonly error: ZrcError | ZrcPermissionError | ZrcErrorRecord;
  /** The request as it was sent. */
  readonly request?: unknown;
  /** The reply of the CRM: read status and body here. */
  readonly response?: ZrcResponse;
}

/**
 * Every form in which `zrc` has been seen to reject. Status and body are in `response`, else in `error.response`,
 * else in `status` and `details`, else nowhere. [run]
 */
export type ZrcRejection =
  | ZrcFailure
  | ZrcError
  | ZrcPermissionError
  | { readonly error: { readonly response: ZrcResponse } }
  | { readonly status: number; readonly details?: unknown };

/** With what `ZOHO.CRM.*` rejects: a plain object of the CRM, never an `Error`, with keys that differ by call. [run] */
export interface HostRejection {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly status?: unknown;
  readonly details?: unknown;
  readonly data?: unknown;
}

/** One error as the CRM's HTTP API prints it. Branch on `code` and `details`: texts and statuses vary. [reference] */
export interface ApiError {
  readonly code: string;
  readonly message: string;
  readonly status: 'error';
  readonly details: Readonly<Record<string, unknown>>;
}

/** An API error about single records: the list is under `data`, or under the name of the resource. [reference] */
export interface ApiErrorList {
  readonly [resource: string]: readonly ApiError[];
}

/** The body of an API error. Both forms occur, sometimes for the same code. [reference] */
export type ApiErrorBody = ApiError | ApiErrorList;
