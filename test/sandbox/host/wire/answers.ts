import { at, isShape, shapesOf, textOf } from '../shape';
import { type HostPage, NotBuilt } from './host-page';
import { answerUi, answerZdk } from './page-calls';
import type { HttpReply, HttpRequest } from './requests';
import type { WidgetEvent } from './widget-link';

/** Answers one event of the widget: resolves with the reply's data, rejects with the failure's. */
export async function answer(event: WidgetEvent, page: HostPage): Promise<unknown> {
  const data = isShape(event.data) ? event.data : {};
  if (event.eventName === 'ZDK_EVENT') return answerZdk(data, page);
  switch (data.category) {
    case 'GET_PARENT_URL':
      return page.pageUrl();
    case 'ZRC_REQUEST':
      return zrc(data, page);
    case 'READ':
      return read(at(data, 'APIData'), page);
    case 'CONFIG':
      return config(textOf(data.type), data.nameSpace, page);
    case 'META':
      return meta(textOf(data.type), textOf(data.Entity), page);
    case 'UI':
      return answerUi(data.action, data.data, page);
    case 'CRM_CONNECTION':
      return connection(at(data.data, 'data'), page);
    case 'CONNECTOR':
      return connector(textOf(data.nameSpace), data.data, page);
    default:
      throw new NotBuilt(`the category ${data.category}`);
  }
}

/** ZRC: the host makes the call as the signed-in user, and only to its own origin. */
async function zrc(data: Readonly<Record<string, unknown>>, page: HostPage): Promise<HttpReply> {
  const url = new URL(textOf(data.url));
  const given = isShape(data.requestConfig) ? data.requestConfig : {};
  const request: HttpRequest = {
    method: textOf(given.method) || 'GET',
    path: url.pathname + url.search,
    headers: isShape(given.headers) ? given.headers : {},
    ...(typeof given.body === 'string' ? { body: given.body } : {}),
  };
  if (url.origin !== new URL(page.pageUrl()).origin)
    throw { error: { errorType: 'ConnectionError', errorMessage: 'Only calls to this CRM' }, request };
  const response = await page.requests.counted(request);
  if (response.status < 300) return response;
  const message = textOf(at(response.data, 'message')) || `Request failed with status ${response.status}`;
  throw { error: { errorType: 'ApiError', errorMessage: message }, request, response };
}

/** The older calls hide the status: 204 is an object that says so. */
async function read(request: unknown, page: HostPage): Promise<unknown> {
  const related = textOf(at(request, 'RelatedList'));
  const path = ['/crm/v8', textOf(at(request, 'Entity')), textOf(at(request, 'RecordID')), related];
  const reply = await page.requests.counted({
    method: 'GET',
    path: path.filter(Boolean).join('/'),
    headers: {},
  });
  return reply.status === 204 ? { status: 204, statusText: 'nocontent' } : reply.data;
}

async function config(type: string, nameSpace: unknown, page: HostPage): Promise<unknown> {
  switch (type) {
    case 'USER_PREFERENCE':
      return { mode: page.mode() };
    case 'CURRENT_USER': {
      const { data } = await page.requests.own('GET', '/crm/v8/users?type=CurrentUser');
      const language = page.language();
      return { users: shapesOf(at(data, 'users')).map((user) => ({ ...user, language, locale: language })) };
    }
    case 'ORG':
      return (await page.requests.own('GET', '/crm/v8/org')).data;
    case 'VARIABLE':
      return variables(nameSpace, page);
    default:
      throw new NotBuilt(`the configuration ${type}`);
  }
}

/** One variable by name, or several by `{apiKeys}`: the reply of the second has another shape, as Zoho's has. */
async function variables(nameSpace: unknown, page: HostPage): Promise<unknown> {
  const valueNamed = async (name: string) => {
    const path = `/crm/v8/settings/variables/${encodeURIComponent(name)}`;
    const { data } = await page.requests.own('GET', path);
    return shapesOf(at(data, 'variables'))[0]?.value ?? null;
  };
  if (typeof nameSpace === 'string') return { Success: { Content: await valueNamed(nameSpace) } };
  const keys = at(nameSpace, 'apiKeys');
  const names = Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : [];
  const values = await Promise.all(names.map(async (name) => [name, { value: await valueNamed(name) }]));
  return { Success: { content: { apikey: Object.fromEntries(values) } } };
}

async function meta(type: string, module: string, page: HostPage): Promise<unknown> {
  const paths = new Map([
    ['MODULE_LIST', '/crm/v8/settings/modules'],
    ['FIELD_LIST', `/crm/v8/settings/fields?module=${encodeURIComponent(module)}`],
  ]);
  const path = paths.get(type);
  if (!path) throw new NotBuilt(`the metadata ${type}`);
  return (await page.requests.counted({ method: 'GET', path, headers: {} })).data;
}

/** A connection runs as the account that authorised it, here the administrator, and hides the HTTP status. */
async function connection(request: unknown, page: HostPage): Promise<unknown> {
  const url = new URL(textOf(at(request, 'url')), page.pageUrl());
  const parameters = textOf(at(request, 'parameters'));
  const asQuery = at(request, 'param_type') === 1;
  if (asQuery && parameters) {
    const values: unknown = JSON.parse(parameters);
    if (isShape(values))
      for (const [key, value] of Object.entries(values)) url.searchParams.append(key, `${value}`);
  }
  const reply = await page.requests.counted({
    method: textOf(at(request, 'method')) || 'GET',
    path: url.pathname + url.search,
    headers: {},
    as: 'admin',
    ...(asQuery || !parameters ? {} : { body: parameters }),
  });
  return {
    code: 'SUCCESS',
    status: 'success',
    message: 'Connection invoked successfully',
    details: { statusMessage: reply.data },
  };
}

/** Writing a variable answers JSON in a string. */
async function connector(nameSpace: string, data: unknown, page: HostPage): Promise<unknown> {
  if (nameSpace !== 'crm.set') throw new NotBuilt(`the connector ${nameSpace}`);
  const name = textOf(at(data, 'apiname'));
  const path = `/crm/v8/settings/variables/${encodeURIComponent(name)}`;
  const body = JSON.stringify({ variables: [{ value: at(data, 'value') }] });
  const reply = await page.requests.counted({ method: 'PUT', path, headers: {}, body });
  return JSON.stringify(reply.data);
}
