import { ambiguous, failure, flat, listed, type Refusal } from './errors';
import { isArray, isObject, type Json, type JsonObject, textAt } from './json';

export const KEY = '__composite_requests';

/** One call inside a composite one. */
export interface Part {
  readonly method: string;
  readonly version: number;
  /** Below `/crm/v8`. */
  readonly path: string;
  readonly params: JsonObject;
  readonly body: JsonObject;
}

export interface CompositeBody {
  readonly parts: readonly Part[];
  readonly rollback: boolean;
}

const MOST_PARTS = 5;
const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'];
const URI = '/crm(/.*)?/v[0-9]+([.][0-9]+)?/.*';
const ID = '[a-zA-Z0-9][a-zA-Z0-9_]*';
const RESTRICTED_HEADERS = ['authorization', 'x-crm-org'];

const where = (name: string, index?: number) => ({
  api_name: name,
  json_path: index === undefined ? `$.${name}` : `$.${KEY}[${index}].${name}`,
});

const inPart = (code: string, message: string, details: JsonObject): Refusal =>
  listed(KEY, 400, failure(code, message, details));

const invalid = (details: JsonObject): Refusal => inPart('INVALID_DATA', 'invalid data', details);

function objectAt(part: JsonObject, name: string, index: number): JsonObject {
  const given = part[name] ?? {};
  if (isObject(given)) return given;
  throw invalid({ ...where(name, index), expected_data_type: 'jsonobject' });
}

function textOrRefuse(part: JsonObject, name: string, index: number): string {
  const given = textAt(part, name);
  if (given) return given;
  if (part[name] === undefined || part[name] === null)
    throw inPart('MANDATORY_NOT_FOUND', 'required field not found', where(name, index));
  throw invalid({ ...where(name, index), expected_data_type: 'text' });
}

function readPart(given: Json, index: number): Part {
  if (!isObject(given)) throw invalid({ ...where(KEY), expected_data_type: 'jsonobject' });
  const method = textOrRefuse(given, 'method', index);
  if (!METHODS.includes(method)) throw invalid({ ...where('method', index), supported_values: METHODS });
  const uri = textOrRefuse(given, 'uri', index);
  const [, version, path] = /^\/crm\/v(\d+)(?:\.\d+)?(\/.*)$/.exec(uri) ?? [];
  if (!version || !path) throw invalid({ expected_data_type: 'text', regex: URI, ...where('uri', index) });
  const id = given.sub_request_id ?? null;
  if (id !== null && !(typeof id === 'string' && new RegExp(`^${ID}$`).test(id)))
    throw invalid({ regex: ID, ...where('sub_request_id', index) });
  const restricted = Object.keys(objectAt(given, 'headers', index)).filter((name) =>
    RESTRICTED_HEADERS.includes(name.toLowerCase()),
  );
  if (restricted.length > 0) throw invalid({ ...where('headers', index), restricted_headers: restricted });
  return {
    method,
    version: Number(version),
    path,
    params: objectAt(given, 'params', index),
    body: objectAt(given, 'body', index),
  };
}

function flag(body: JsonObject, name: string, otherwise: boolean): boolean {
  const given = body[name] ?? otherwise;
  if (typeof given === 'boolean') return given;
  throw flat(400, 'INVALID_DATA', 'invalid data', { ...where(name), expected_data_type: 'boolean' });
}

function refuseSameIds(list: readonly Json[]): void {
  const ids = list.map((part) => (isObject(part) ? (textAt(part, 'sub_request_id') ?? null) : null));
  const twice = ids.findIndex((id, index) => id !== null && ids.indexOf(id) !== index);
  if (twice < 0) return;
  const first = ids.indexOf(ids[twice] ?? null);
  throw inPart('DUPLICATE_DATA', 'duplicate data', {
    ...where('sub_request_id', twice),
    sub_request_indexes: [first, twice],
  });
}

/** The body of a composite call; refused as Zoho refuses one of another shape. */
export function readComposite(body: unknown): CompositeBody {
  const given = isObject(body) ? body : {};
  const rollback = flag(given, 'rollback_on_fail', false);
  if (rollback && flag(given, 'parallel_execution', false))
    throw ambiguous([where('rollback_on_fail'), where('parallel_execution')]);
  flag(given, 'parallel_execution', true);
  const list = given[KEY] ?? null;
  if (list === null) throw flat(400, 'MANDATORY_NOT_FOUND', 'required field not found', where(KEY));
  if (!isArray(list) || list.length === 0)
    throw flat(400, 'INVALID_DATA', 'invalid data', { ...where(KEY), expected_data_type: 'jsonarray' });
  if (list.length > MOST_PARTS)
    throw flat(400, 'INVALID_DATA', 'invalid data', { ...where(KEY), maximum_length: MOST_PARTS });
  refuseSameIds(list);
  return { parts: list.map(readPart), rollback };
}
