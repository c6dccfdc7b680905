import { at, isShape, type Shape, textOf } from '../shape';
import { foreign, isOwnApi } from './connection-calls';
import { type HostPage, NotBuilt } from './host-page';
import type { HttpReply, HttpRequest } from './requests';

/**
 * ZRC: the host makes the call as the signed-in user, or as the account behind a connection. Beyond the CRM's own API the
 * fixtures answer.
 */
export async function answerZrc(data: Shape, page: HostPage): Promise<HttpReply> {
  const url = new URL(textOf(data.url));
  const given = isShape(data.requestConfig) ? data.requestConfig : {};
  if (isShape(given.body)) throw new NotBuilt('requests with a form');
  const connection = textOf(given.connection);
  const request: HttpRequest = {
    method: textOf(given.method) || 'GET',
    path: url.pathname + url.search,
    headers: isShape(given.headers) ? given.headers : {},
    ...(connection ? { as: 'admin' } : {}),
    ...(typeof given.body === 'string' ? { body: given.body } : {}),
  };
  const response = await (isOwnApi(url, page)
    ? page.requests.counted(request)
    : beyond(url, request, connection, page));
  if (response.status < 300) return response;
  const message = textOf(at(response.data, 'message')) || `Request failed with status ${response.status}`;
  throw { error: { errorType: 'ApiError', errorMessage: message }, request, response };
}

async function beyond(
  url: URL,
  request: HttpRequest,
  connection: string,
  page: HostPage,
): Promise<HttpReply> {
  try {
    return foreign({ method: request.method, url: url.href, connection }, page);
  } catch (refused) {
    throw { error: { errorType: 'ConnectionError', errorMessage: textOf(at(refused, 'message')) }, request };
  }
}
