import type { Call } from './call';
import { ambiguous, flat, missingParam, type Refusal, type Reply } from './errors';
import type { JsonObject } from './json';
import { listParam } from './record-view';
import { zohoTime } from './times';

const PER_PAGE = 200;
/** Rows that can be reached by page numbers. */
const BY_NUMBER = 2000;
const MOST_FIELDS = 50;
const TOKEN_MS = 24 * 3_600_000;

const invalidParam = (name: string, maximum: number): Refusal =>
  flat(400, 'INVALID_DATA', 'invalid data', { param_name: name, maximum_length: maximum });

function numberParam(call: Call, name: string, fallback: number, maximum: number): number {
  const given = Number(call.query.get(name) ?? fallback);
  if (Number.isInteger(given) && given >= 1 && given <= maximum) return given;
  throw invalidParam(name, maximum);
}

/** A list parameter of at most so many entries. */
export function boundedList(call: Call, name: string, limit: number): string[] | null {
  const list = listParam(call, name);
  if (list && list.length > limit)
    throw flat(400, 'LIMIT_EXCEEDED', 'limit exceeded', { limit, param_name: name });
  return list;
}

/** Stands for all fields. Only the host's calls in the place of the SDK's older ones say so (`x-sandbox-fields: all`). */
export const ALL_FIELDS = '(all)';

export const fieldsParam = (call: Call): string[] | null =>
  call.query.get('fields') === ALL_FIELDS ? null : boundedList(call, 'fields', MOST_FIELDS);

/** The fields of a list, which has to name them; null for all. */
export function requiredFields(call: Call): string[] | null {
  if (!call.query.get('fields')) throw missingParam('fields');
  return fieldsParam(call);
}

/** A small checksum: a token is no secret here, it only must not fit another question. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(36);
}

/** What a token is bound to: who asks, and all that they ask for except the page. */
function boundTo(call: Call): string {
  const asked = [...call.query].filter(([name]) => !['page', 'page_token', 'per_page'].includes(name)).sort();
  return JSON.stringify([call.user.id, call.params, asked]);
}

interface Position {
  readonly offset: number;
  readonly expires: number;
}

const write = (call: Call, { offset, expires }: Position): string => {
  const text = `${offset.toString(36)}.${expires.toString(36)}`;
  return `${text}.${checksum(text + boundTo(call))}`;
};

function read(call: Call, token: string): Position {
  const [offset = '', expires = '', sum] = token.split('.');
  if (sum !== checksum(`${offset}.${expires}${boundTo(call)}`))
    throw flat(
      400,
      'TOKEN_BOUND_DATA_MISMATCH',
      'The page_token given seems to be invalid or input param is added or altered or deleted',
      { param_name: 'page_token' },
    );
  const position = { offset: Number.parseInt(offset, 36), expires: Number.parseInt(expires, 36) };
  if (position.expires < call.org.now().getTime())
    throw flat(400, 'EXPIRED_VALUE', 'Page token expired', {
      api_name: 'page_token',
      json_path: '$.query.page_token',
    });
  return position;
}

export interface Page<T> {
  readonly rows: readonly T[];
  readonly info: JsonObject;
}

/**
 * One page of a list: by number as far as that goes, then by the token of the page before. `tokens` is false for the search,
 * which ends where numbers do.
 */
export function pageOf<T>(call: Call, list: readonly T[], tokens = true): Page<T> {
  const perPage = numberParam(call, 'per_page', PER_PAGE, PER_PAGE);
  const token = tokens ? call.query.get('page_token') : null;
  if (token && call.query.has('page'))
    throw ambiguous([{ param_name: 'page' }, { param_name: 'page_token' }]);
  const page = numberParam(call, 'page', 1, 100_000);
  const offset = token ? read(call, token).offset : (page - 1) * perPage;
  // Older versions had no such limit.
  if (!token && offset >= BY_NUMBER && call.query.get('fields') !== ALL_FIELDS)
    throw tokens
      ? flat(
          400,
          'DISCRETE_PAGINATION_LIMIT_EXCEEDED',
          'You can only get the first 2000 records without using page_token param',
          { limit: BY_NUMBER },
        )
      : flat(400, 'LIMIT_REACHED', 'the limit of records is reached', { limit: BY_NUMBER });
  const rows = list.slice(offset, offset + perPage);
  const end = offset + rows.length;
  const more = list.length > end;
  const expires = call.org.now().getTime() + TOKEN_MS;
  const hasToken = tokens && more;
  return {
    rows,
    info: {
      per_page: perPage,
      count: rows.length,
      page: token ? Math.floor(offset / perPage) + 1 : page,
      more_records: more,
      ...(tokens
        ? {
            sort_by: call.query.get('sort_by') ?? 'id',
            sort_order: call.query.get('sort_order') ?? 'asc',
            next_page_token: hasToken ? write(call, { offset: end, expires }) : null,
            previous_page_token: null,
            page_token_expiry: hasToken ? zohoTime(new Date(expires)) : null,
          }
        : {}),
    },
  };
}

/** A page as a reply; 204 when nothing is on it. */
export const pageReply = ({ rows, info }: Page<JsonObject>, key = 'data'): Reply =>
  rows.length === 0 ? { status: 204 } : { status: 200, body: { [key]: [...rows], info } };
