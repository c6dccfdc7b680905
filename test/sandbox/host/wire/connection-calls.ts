import { at, isShape, textOf } from '../shape';
import { type HostPage, NotBuilt } from './host-page';
import { API } from './older-calls';

/** A connection runs as the account that authorised it, here the administrator, and hides the HTTP status. */
export async function answerConnection(request: unknown, page: HostPage): Promise<unknown> {
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
export async function answerConnector(nameSpace: string, data: unknown, page: HostPage): Promise<unknown> {
  if (nameSpace !== 'crm.set') throw new NotBuilt(`the connector ${nameSpace}`);
  const name = textOf(at(data, 'apiname'));
  const path = `${API}/settings/variables/${encodeURIComponent(name)}`;
  const body = JSON.stringify({ variables: [{ value: at(data, 'value') }] });
  const reply = await page.requests.counted({ method: 'PUT', path, headers: {}, body });
  return JSON.stringify(reply.data);
}
