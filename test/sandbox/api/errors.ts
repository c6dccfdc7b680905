import type { Json, JsonObject } from './json';

export type Entry = { code: string; details: JsonObject; message: string; status: 'success' | 'error' };

export interface Reply {
  readonly status: number;
  readonly body?: Json;
}

/** A refusal, thrown where it is found and turned into a reply at the door. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly body: Json,
  ) {
    super('refused');
  }
}

export const failure = (code: string, message: string, details: JsonObject = {}): Entry => ({
  code,
  details,
  message,
  status: 'error',
});

export const success = (message: string, details: JsonObject): Entry => ({
  code: 'SUCCESS',
  details,
  message,
  status: 'success',
});

/** Zoho's flat envelope: the path, a parameter, the module or a right is at fault. */
export const flat = (status: number, code: string, message: string, details: JsonObject = {}): Refusal =>
  new Refusal(status, failure(code, message, details));

/** Zoho's other envelope: something in the body is at fault. */
export const listed = (key: string, status: number, entry: Entry): Refusal =>
  new Refusal(status, { [key]: [entry] });

export const invalidModule = (details: JsonObject = {}): Refusal =>
  flat(400, 'INVALID_MODULE', 'the module name given seems to be invalid', details);

export const invalidRecord = (): Refusal =>
  flat(400, 'INVALID_DATA', 'the related id given seems to be invalid', { resource_path_index: 1 });

export const missingParam = (name: string): Refusal =>
  flat(400, 'REQUIRED_PARAM_MISSING', 'One of the expected parameter is missing', { param_name: name });

export const notInEdition = (): Refusal =>
  flat(400, 'FEATURE_NOT_SUPPORTED', 'Record Locking Configuration is not supported in your edition');

export const noPermission = (permission: string, details: JsonObject = {}, message = 'permission denied') =>
  flat(403, 'NO_PERMISSION', message, { permissions: [permission], ...details });

export const notAllowed = (message: string, index: number): Refusal =>
  flat(403, 'NOT_ALLOWED', message, { resource_path_index: index });

/** A connection, a token or an app that may not use this API at all. */
export const scopeMismatch = (): Refusal =>
  flat(401, 'OAUTH_SCOPE_MISMATCH', 'invalid oauth scope to access this URL');

/** Two parameters, or two keys of a body, that exclude each other. */
export const ambiguous = (due: JsonObject[]): Refusal =>
  flat(400, 'AMBIGUITY_DURING_PROCESSING', 'ambiguity while processing the request', {
    ambiguity_due_to: due,
  });

export const methodNotAllowed = (): Refusal =>
  flat(400, 'INVALID_REQUEST_METHOD', 'The http request method type is not a valid one');

/** The entry with which any other call meets a lock; `details.action` tells it from approval and merge. */
export const recordLocked = (details: JsonObject): Entry =>
  failure('RECORD_LOCKED', 'Sorry, you cannot perform this operation as the record is locked.', {
    ...details,
    action: 'record_locking',
  });
