import { at, isShape, type Shape, textOf } from '../shape';
import type { HostPage } from './host-page';
import type { HttpReply, HttpRequest } from './requests';

/** ZRC: the host makes the call as the signed-in user, and only to its own origin. */
export async function answerZrc(data: Shape, page: HostPage): Promise<HttpReply> {
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
