import { isObject, type UnknownObject } from '../base/json';
import type { Result as Outcome } from '../base/result';
import { first, text } from './parse';
import type { CrmReply, LostReason } from './transport';

/**
 * Everything that can go wrong with a call, in the words the widgets act on.
 *
 * - `offline`, `timeout`, `connection`: no reply; a write may have happened.
 * - `server`, `unexpected`: a reply that proves nothing (5xx, not JSON, wrong shape); a write may have happened.
 * - `recordLocked`: another call met a lock; `otherProcess`: an approval, a merge or the like holds the record. `refused`: NOT_ALLOWED of a kind that only `message` tells.
 */
export type CrmErrorKind =
  | LostReason
  | 'rateLimited'
  | 'unauthorised'
  | 'noPermission'
  | 'notSupported'
  | 'edition'
  | 'notConfigured'
  | 'automaticOnly'
  | 'automaticLock'
  | 'alreadyLocked'
  | 'notFound'
  | 'recordLocked'
  | 'otherProcess'
  | 'refused'
  | 'invalid'
  | 'server'
  | 'unexpected';

export interface CrmError {
  readonly kind: CrmErrorKind;
  /** Whether the call certainly changed nothing. When false, only reading again tells. */
  readonly certain: boolean;
  readonly status?: number;
  readonly code?: string;
  /** Zoho's own text: for people only, never branched on alone. */
  readonly message?: string;
  readonly details?: UnknownObject;
}

export type Result<T> = Outcome<T, CrmError>;

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const fail = (kind: CrmErrorKind, extra: Partial<CrmError> = {}): { ok: false; error: CrmError } => ({
  ok: false,
  error: { kind, certain: !UNCERTAIN.has(kind), ...extra },
});

const UNCERTAIN: ReadonlySet<CrmErrorKind> = new Set([
  'offline',
  'timeout',
  'connection',
  'server',
  'unexpected',
]);

/** Statuses differ between Zoho's own pages, so the code decides. */
const KIND_BY_CODE: ReadonlyMap<string, CrmErrorKind> = new Map([
  ['TOO_MANY_REQUESTS', 'rateLimited'],
  ['INVALID_TOKEN', 'unauthorised'],
  ['AUTHENTICATION_FAILURE', 'unauthorised'],
  ['OAUTH_SCOPE_MISMATCH', 'unauthorised'],
  ['NO_PERMISSION', 'noPermission'],
  ['NOT_SUPPORTED', 'notSupported'],
  ['INVALID_MODULE', 'notSupported'],
  ['FEATURE_NOT_SUPPORTED', 'edition'],
  ['RECORD_LOCKED', 'recordLocked'],
  ['INTERNAL_ERROR', 'server'],
]);

/** The four meanings of NOT_ALLOWED differ only in their text; what is not recognised stays `refused`, with its text. */
const KIND_OF_NOT_ALLOWED: readonly (readonly [RegExp, CrmErrorKind])[] = [
  [/already locked/i, 'alreadyLocked'],
  [/only automatic locking/i, 'automaticOnly'],
  [/automatically locked/i, 'automaticLock'],
  [/configuration is not present/i, 'notConfigured'],
];

const kindOf = (code: string, details: UnknownObject, message: string): CrmErrorKind => {
  if (code === 'NOT_ALLOWED')
    return KIND_OF_NOT_ALLOWED.find(([pattern]) => pattern.test(message))?.[1] ?? 'refused';
  // A path index points at a part of the URL: the record or the lock is not there (any more).
  if (code === 'INVALID_DATA' && ('resource_path_index' in details || /relation not found/i.test(message)))
    return 'notFound';
  const process = text(details.action);
  if (code === 'RECORD_LOCKED' && process !== null && process !== 'record_locking') return 'otherProcess';
  return KIND_BY_CODE.get(code) ?? 'invalid';
};

/** Where Zoho's session has ended, a page to sign in may come in place of the reply, with any status. */
const isSignInPage = (body: unknown): boolean =>
  typeof body === 'string' &&
  body.trimStart().startsWith('<') &&
  /type=["']?password|accounts\.zoho|sign[ -]?in\b|\blog[ -]?in\b/i.test(body.slice(0, SIGN_IN_LOOKED_AT));

/** Characters of a page in which a form to sign in is looked for. */
const SIGN_IN_LOOKED_AT = 50_000;

/**
 * The error of a reply, or null for a success. Zoho puts errors flat (`{code,…}`) or in a list under a key
 * (`{data:[{…}]}`, `{record_locking_configurations:[{…}]}`), the latter also with a successful status.
 */
export function errorOf(reply: CrmReply, key: string): CrmError | null {
  if ('lost' in reply) return fail(reply.lost, reply.detail ? { message: reply.detail } : {}).error;
  const { status, body } = reply;
  // Whether the call was carried out before the session ended, the page does not tell.
  if (isSignInPage(body)) return fail('unauthorised', { certain: false, status }).error;
  const row = first(reply, key) ?? (isObject(body) ? body : {});
  const code = text(row.code);
  // A record may have a field that is called `code`; only a refusal calls itself an error.
  if (status >= 200 && status < 300 && row.status !== 'error') return null;
  const details = isObject(row.details) ? row.details : {};
  const message = text(row.message) ?? '';
  const kind =
    status >= 500
      ? 'server'
      : code !== null
        ? kindOf(code, details, message)
        : status === 429
          ? 'rateLimited'
          : status === 401
            ? 'unauthorised'
            : 'unexpected';
  return fail(kind, { status, message, details, ...(code === null ? {} : { code }) }).error;
}
