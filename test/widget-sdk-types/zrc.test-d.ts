/** What the types say about requests: which settings exist, and what a reply or a rejection may be. */
import type {
  ApiErrorBody,
  ConnectionReply,
  HostRejection,
  ZrcConfig,
  ZrcFailure,
  ZrcPermissionError,
  ZrcRejection,
  ZrcResponse,
} from '@zohocrm/widget-sdk-types';
import { expectTypeOf } from 'vitest';

export async function theBodyOfAReplyIsUnknown() {
  const reply = await zrc.get('/crm/v8/Deals', { params: { fields: 'Deal_Name', per_page: 2 } });
  expectTypeOf(reply).toEqualTypeOf<ZrcResponse>();
  expectTypeOf(reply.status).toEqualTypeOf<number>();
  expectTypeOf(reply.data).toBeUnknown();
  // @ts-expect-error after a 204 there is nothing in it
  reply.data.data;
  // @ts-expect-error no caller can claim a shape
  await zrc.get<{ data: string[] }>('/crm/v8/Deals');
}

export function aReplyWithoutContent() {
  expectTypeOf<{ status: 204 }>().toExtend<ZrcResponse>();
}

export function onlyAllowedSettings() {
  // @ts-expect-error there is no time limit
  zrc.get('/crm/v8/Deals', { timeout: 1000 });
  const late = { timeout: 1000 };
  // @ts-expect-error not through a variable either
  zrc.get('/crm/v8/Deals', late);
  // @ts-expect-error a signal cannot cross to the CRM page
  zrc.get('/crm/v8/Deals', { signal: new AbortController().signal });
  // @ts-expect-error would be sent as ids[]
  zrc.get('/crm/v8/Deals', { params: { ids: ['1', '2'] } });
  // @ts-expect-error a Headers instance is lost
  zrc.get('/crm/v8/Deals', { headers: new Headers() });
  // @ts-expect-error there is no stream in 1.5
  zrc.get('/crm/v8/Deals', { responseType: 'stream' });
  zrc.get('/crm/v8/Deals', {
    params: { ids: ['1', '2'].join(','), page: 1, approved: true, cvid: undefined },
  });
}

export function theNamesOfSettings() {
  expectTypeOf<keyof ZrcConfig>().toEqualTypeOf<
    | 'connection'
    | 'headers'
    | 'mode'
    | 'cache'
    | 'referrerPolicy'
    | 'responseType'
    | 'baseUrl'
    | 'params'
    | 'handleUserConnectionAuth'
    | 'signal'
    | 'timeout'
  >();
  expectTypeOf<ZrcConfig['signal']>().toEqualTypeOf<undefined>();
  expectTypeOf<ZrcConfig['timeout']>().toEqualTypeOf<undefined>();
  // A date is sent as text, like any other value.
  zrc.get('/crm/v8/Deals', { params: { since: new Date(0) } });
}

export function aRequestInOneObject() {
  zrc.request({ method: 'POST', path: '/crm/v8/Deals', body: { data: [] } });
  // @ts-expect-error it throws without its settings
  zrc.request();
  // @ts-expect-error only get, post … take a path of their own
  zrc.request('/crm/v8/Deals');
  // @ts-expect-error a body belongs behind the path here
  zrc.post('/crm/v8/Deals', {}, { body: {} });
}

export function deleteSendsNoBody() {
  expectTypeOf(zrc.delete).parameters.toEqualTypeOf<Parameters<typeof zrc.get>>();
  // @ts-expect-error neither as a second argument
  zrc.delete('/crm/v8/Deals/1', { ids: '1' });
  // @ts-expect-error nor before the settings
  zrc.delete('/crm/v8/Deals/1', { ids: '1' }, {});
}

export function aMadeClientMakesNoFurtherOnes() {
  const client = zrc.createInstance({ baseUrl: 'https://www.example.com', connection: 'example' });
  expectTypeOf(client.get).toEqualTypeOf<typeof zrc.get>();
  // @ts-expect-error only zrc itself can
  client.createInstance({});
}

export function rejectionsArePlainObjectsOfSeveralShapes() {
  expectTypeOf<ZrcFailure['response']>().toEqualTypeOf<ZrcResponse | undefined>();
  expectTypeOf<ZrcFailure>().not.toExtend<Error>();
  expectTypeOf<HostRejection>().not.toExtend<Error>();
  expectTypeOf<{ status: number; details: object }>().toExtend<ZrcRejection>();
  expectTypeOf<{ error: { response: ZrcResponse } }>().toExtend<ZrcRejection>();
  expectTypeOf<ZrcPermissionError>().toExtend<ZrcRejection>();
  expectTypeOf<HostRejection['code']>().toBeUnknown();
}

export function bothEnvelopesOfAnApiError(body: ApiErrorBody) {
  // @ts-expect-error it may be a list of errors under the name of a resource
  const code: string = body.code;
  return code;
}

export async function aConnectionHidesTheStatus() {
  const request = { url: 'https://www.zohoapis.com/crm/v8/Deals', param_type: 2, parameters: {} } as const;
  const reply = await ZOHO.CRM.CONNECTION.invoke('example', request);
  expectTypeOf(reply).toEqualTypeOf<ConnectionReply>();
  expectTypeOf(reply.details.statusMessage).toBeUnknown();
  expectTypeOf(reply.details.statusCode).toBeUnknown();
  // @ts-expect-error 1 is for parameters, 2 for a body
  await ZOHO.CRM.CONNECTION.invoke('example', { ...request, param_type: 3 });
  // @ts-expect-error a body is dropped
  await ZOHO.CRM.CONNECTION.invoke('example', { ...request, body: {} });
}
