import { at, isShape, shapesOf, textOf } from '../shape';
import type { HostPage } from './host-page';
import type { HttpReply } from './requests';

/** Below this the sandbox answers; versions 3 to 8 are alike. */
export const API = '/crm/v8';

type Query = Readonly<Record<string, unknown>>;

/** A call that the host makes for one of the SDK's older calls, which name no fields and hide the status. */
export async function ask(
  page: HostPage,
  method: string,
  path: readonly string[],
  more: { readonly query?: Query; readonly body?: unknown } = {},
): Promise<unknown> {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(more.query ?? {}))
    if (value !== undefined && value !== null && value !== '') query.set(name, String(value));
  const reply = await page.requests.counted({
    method,
    path: `${API}/${path.map(encodeURIComponent).join('/')}${query.size > 0 ? `?${query}` : ''}`,
    headers: { 'x-sandbox-fields': 'all' },
    ...(more.body === undefined ? {} : { body: JSON.stringify(more.body) }),
  });
  return settled(reply);
}

/** 204 becomes an object that says so; a refusal of the whole call rejects, those of single records are in the answer. */
function settled({ status, data }: HttpReply): unknown {
  if (status === 204) return { status: 204, statusText: 'nocontent' };
  if (status >= 400 && shapesOf(at(data, 'data')).length === 0) throw data;
  return data;
}

/** The module of a request, as it stands in the path. */
export const moduleOf = (request: unknown): string => textOf(at(request, 'Entity'));

/** The id of a request. A list of ids, as a button's PageLoad has it, is none: the call is refused. */
export function idOf(request: unknown, key = 'RecordID'): string {
  const id = isShape(request) ? request[key] : undefined;
  if (typeof id === 'number') return String(id);
  if (typeof id === 'string' && /^\w+$/.test(id)) return id;
  throw invalidData(`${key} has to be the id of one record`, { api_name: key });
}

export const invalidData = (message: string, details: object) => ({
  code: 'INVALID_DATA',
  status: 'error',
  message,
  details,
});
