export interface RequestConfig {
  connection?: unknown;
  method?: unknown;
  headers?: Record<string, unknown>;
  responseType?: unknown;
  baseUrl?: unknown;
  params?: Record<string, unknown>;
  body?: unknown;
  [other: string]: unknown;
}

/** An error of the request client; the released one has a name of its own and no stack. */
export function named(name: string, message: string): Error {
  const error = Object.assign(new Error(message), { name });
  Reflect.deleteProperty(error, 'stack');
  return error;
}

export const invalid = (message: string): Error => named('ZRC_VALIDATION_FAILED_ERROR', message);

const ALLOWED =
  'connection method headers signal mode cache referrerPolicy responseType baseUrl params handleUserConnectionAuth'.split(
    ' ',
  );
const RESPONSE_TYPES = ['json', 'text', 'blob', 'arraybuffer'];
/** Headers that a request through a connection may not set. */
const HOST_HEADERS =
  'authorization url connection-details cookie connection waf-encryption-key waf-encryption-id zsec_user_import_url zsec_proxy_server_name zsec_proxy_server_signature zsec_proxy_request zs-systemauthorization x-http-method-override x-zcsrf-token user-agent remote_user_ip req-mi-chain host'.split(
    ' ',
  );
const HOST_PREFIXES = ['x-crm-', 'x-zcsrf', 'x-zoho', 'x-zohocrm', 'lb_'];

export const isRelative = (path: string): boolean => !URL.canParse(path) && path.startsWith('/');

/** The checks that come before anything is sent. */
export function checkRequest(path: unknown, config: RequestConfig): asserts path is string {
  if (typeof path !== 'string' || path.trim() === '')
    throw invalid(`Invalid path provided for zrc request: '${path}'`);
  if (config.responseType && !RESPONSE_TYPES.includes(String(config.responseType)))
    throw invalid(`Unsupported responseType: '${config.responseType}' provided in requestConfig`);
  for (const key of Object.keys(config))
    if (!ALLOWED.includes(key)) throw invalid(`The property '${key}' is not allowed in requestConfig.`);
  if (config.connection !== undefined) checkConnection(config);
  if (!isRelative(path)) {
    if (!URL.canParse(path)) throw invalid(`Invalid 'path' provided: ${path}`);
    if (config.baseUrl) throw invalid(`No need to provide 'baseUrl' when absolute url provided in path.`);
  } else if (config.connection && !config.baseUrl)
    throw invalid(`Please provide a valid 'baseUrl' or provide absolute url in 'path'`);
}

function checkConnection({ connection, headers = {} }: RequestConfig): void {
  if (typeof connection !== 'string' || connection.trim() === '')
    throw invalid(`Invalid value provided for property 'connection' in requestConfig: '${connection}'`);
  for (const name of Object.keys(headers).map((header) => header.toLowerCase()))
    if (HOST_HEADERS.includes(name) || HOST_PREFIXES.some((prefix) => name.startsWith(prefix)))
      throw invalid(`Header '${name}' is not allowed for connection requests`);
}
