import { type ForeignRequest, fixedRequest, settleFixed } from '../../fixtures/matching';
import { at, isShape, type Shape, textOf } from '../shape';
import type { HostPage } from './host-page';
import { API, invalidData } from './older-calls';

/** Where Zoho serves the API of the CRM: one host for each data centre, and the CRM's own. */
const ZOHO_API = /^https:\/\/((www|sandbox|developer)\.zohoapis|crm(sandbox)?\.zoho)\.[a-z.]+$/;

/** Whether an address is the CRM's own API, under the page's origin or under Zoho's name. */
export const isOwnApi = (url: URL, page: HostPage): boolean =>
  url.origin === new URL(page.pageUrl()).origin ||
  (ZOHO_API.test(url.origin) && url.pathname.startsWith('/crm/'));

/** The answer of another service, out of the fixtures: nothing leaves the machine. */
export function foreign(request: ForeignRequest, page: HostPage) {
  const fixed = fixedRequest(page.fixtures, request);
  if (fixed) return { status: fixed.status ?? 200, data: fixed.body ?? '', headers: {} };
  throw invalidData(`No fixture answers ${request.method} ${request.url}`, { ...request });
}

/**
 * A connection runs as the account that authorised it, here the administrator, and hides the HTTP status. It reaches the
 * CRM's own API; every other address is answered out of the fixtures, or refused.
 */
export async function answerConnection(data: Shape, page: HostPage): Promise<unknown> {
  const request = at(data.data, 'data');
  const url = new URL(textOf(at(request, 'url')), page.pageUrl());
  const method = textOf(at(request, 'method')) || 'GET';
  const parameters = textOf(at(request, 'parameters'));
  const asQuery = at(request, 'param_type') === 1;
  if (asQuery && parameters) {
    const values: unknown = JSON.parse(parameters);
    if (isShape(values))
      for (const [key, value] of Object.entries(values)) url.searchParams.append(key, `${value}`);
  }
  const reply = isOwnApi(url, page)
    ? await page.requests.counted({
        method,
        path: url.pathname + url.search,
        headers: {},
        as: 'admin',
        ...(asQuery || !parameters ? {} : { body: parameters }),
      })
    : foreign({ method, url: url.href, connection: textOf(data.connectionName) }, page);
  return {
    code: 'SUCCESS',
    status: 'success',
    message: 'Connection invoked successfully',
    details: { statusMessage: reply.data, statusCode: reply.status },
  };
}

/** `ZOHO.CRM.HTTP` and connectors; `crm.set` writes a variable and answers JSON in a string. */
export async function answerConnector(data: Shape, page: HostPage): Promise<unknown> {
  const nameSpace = textOf(data.nameSpace);
  const [, method] = /^wget\.(\w+)$/.exec(nameSpace) ?? [];
  if (method) {
    const url = textOf(at(data.data, 'url'));
    return foreign({ method: method.toUpperCase(), url }, page).data;
  }
  if (nameSpace === 'crm.set') {
    const name = textOf(at(data.data, 'apiname'));
    const path = `${API}/settings/variables/${encodeURIComponent(name)}`;
    const body = JSON.stringify({ variables: [{ value: at(data.data, 'value') }] });
    const reply = await page.requests.counted({ method: 'PUT', path, headers: {}, body });
    return JSON.stringify(reply.data);
  }
  const fixed = page.fixtures.connectors?.[nameSpace];
  if (fixed) return settleFixed(fixed);
  throw invalidData(`No fixture answers the connector ${nameSpace}`, { nameSpace });
}

/** `FUNCTIONS.execute`: functions of the org run on Zoho's servers, so the fixtures say what they answer. */
export async function answerFunction(data: Shape, page: HostPage): Promise<unknown> {
  const name = textOf(data.customFunctionName);
  const fixed = page.fixtures.functions?.[name];
  if (fixed) return settleFixed(fixed);
  throw invalidData(`No fixture answers the function ${name}`, { name });
}
