import { copyOf, crmEvent, type Given } from './crm-event';

const isObject = (value: unknown): value is Given => typeof value === 'object' && value !== null;

function connector(nameSpace: string, data: Given, type?: string): Promise<unknown> {
  if (isObject(data.FILE)) data.FILE.file = copyOf(data.FILE.file);
  return crmEvent({ category: 'CONNECTOR', nameSpace, data: type ? data : httpRequest(data), type });
}

/** A request to another service: its parameters are part of the address. */
function httpRequest(given: Given): Given {
  const { url, params, headers, body, PARTS, PART_BOUNDARY, CONTENT_TYPE, RESPONSE_TYPE, FILE } = given;
  // Thrown as it is: the released SDK throws a plain object at once.
  if (!url) throw { Message: 'Url missing' };
  const pairs = Object.entries(isObject(params) ? params : {});
  const query = pairs.map((pair) => pair.map((part) => encodeURIComponent(String(part))).join('=')).join('&');
  const address = params ? `${url}${String(url).includes('?') ? '&' : '?'}${query}` : url;
  return {
    url: address,
    Header: headers,
    Body: body,
    CONTENT_TYPE,
    RESPONSE_TYPE,
    PARTS,
    PARTS_BOUNDARY: PART_BOUNDARY,
    FILE,
  };
}

/** `ZOHO.CRM.HTTP`. */
export const http = {
  get: (given: Given) => connector('wget.get', given),
  post: (given: Given) => connector('wget.post', given),
  put: (given: Given) => connector('wget.put', given),
  patch: (given: Given) => connector('wget.patch', given),
  delete: (given: Given) => connector('wget.delete', given),
};

export const connections = {
  CONNECTOR: {
    invokeAPI: (nameSpace: string, data: Given) => connector(nameSpace, data, 'CONNECTOR_API'),
    authorize: (nameSpace: string) => connector(nameSpace, {}, 'CONNECTOR_AUTHORIZE'),
  },
  CONNECTION: {
    /** A `body` is dropped without a word. */
    invoke: (connectionName: string, { url, method, param_type, parameters, headers }: Given) =>
      crmEvent({
        category: 'CRM_CONNECTION',
        connectionName,
        data: {
          data: {
            url,
            method,
            param_type,
            parameters: JSON.stringify(parameters),
            headers: JSON.stringify(headers),
          },
        },
      }),
  },
};
