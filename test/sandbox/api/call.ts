import { flat, type Reply } from './errors';
import { isArray, isObject, type JsonObject } from './json';
import type { Org } from './org';
import type { Person, Profile } from './types';

/** One authenticated call, before any of its parts is trusted. */
export interface Call {
  readonly org: Org;
  readonly user: Person;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  /** Zoho's word for where the call comes from: the CRM's own pages, or somebody else. */
  readonly source: 'crm_ui' | 'crm_api';
  /** Carries out another call as the same user; refusals are replies. */
  readonly part: (request: PartRequest) => Reply;
}

/** A call before it is known which handler answers it; the path begins after `/crm/v8`. */
export interface PartRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

export type Handler = (call: Call) => Reply;
export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
/** Path below `/crm/v8`, to a handler for each method; any other method is INVALID_REQUEST_METHOD. */
export type Routes = Record<string, Partial<Record<Method, Handler>>>;

export const param = (call: Call, name: string): string => call.params[name] ?? '';

export const profileOf = (call: Call): Profile | undefined => call.org.profile(call.user.profile.id);

/** The objects of a body such as `{data:[…]}`; refused as Zoho refuses a body of another shape. */
export function bodyList(call: Call, key: string, maximum: number): JsonObject[] {
  const list = isObject(call.body) ? call.body[key] : undefined;
  const where = { api_name: key, json_path: `$.${key}` };
  if (list === undefined || list === null)
    throw flat(400, 'MANDATORY_NOT_FOUND', 'required field not found', where);
  if (!isArray(list) || list.length === 0)
    throw flat(400, 'INVALID_DATA', 'invalid data', { ...where, expected_data_type: 'jsonarray' });
  if (list.length > maximum)
    throw flat(400, 'INVALID_DATA', 'invalid data', { ...where, maximum_length: maximum });
  return list.map((item, index) => {
    if (isObject(item)) return item;
    throw flat(400, 'INVALID_DATA', 'invalid data', {
      api_name: key,
      expected_data_type: 'jsonobject',
      json_path: `$.${key}[${index}]`,
    });
  });
}
