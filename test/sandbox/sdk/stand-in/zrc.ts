import { isStarting, SDK_VERSION, trigger } from './channel';
import { checkRequest, invalid, isRelative, named, type RequestConfig } from './zrc-checks';

const ZRC_VERSION = '1.0';
let pageUrl: URL | undefined;

function zrcEvent(data: object): Promise<unknown> | undefined {
  if (!isStarting()) {
    console.error(named('ZRC_ERROR', 'ZRC methods called before init'));
    return undefined;
  }
  return trigger('CRM_EVENT', { ...data, zrcVersion: ZRC_VERSION, sdkVersion: SDK_VERSION });
}

/** The address of the CRM page, asked for once. */
async function originOfPage(): Promise<string> {
  if (!pageUrl) {
    const url = await zrcEvent({ category: 'GET_PARENT_URL' });
    if (!url) throw named('ZRC_ERROR', 'Failed to get current page url for your zrc request');
    pageUrl = new URL(String(url));
  }
  return pageUrl.origin;
}

/* The host names the kind of an error in words of its own; the SDK turns it into an Error under a third name. */
const ERROR_NAMES = new Map([
  ['ApiError', 'API_ERROR'],
  ['ConnectionError', 'CONNECTION_ERROR'],
  ['ZrcValidationError', 'ZRC_VALIDATION_FAILED_ERROR'],
]);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function errorOf(value: unknown): unknown {
  if (!isObject(value) || typeof value.errorType !== 'string') return value;
  return named(ERROR_NAMES.get(value.errorType) ?? 'ZRC_ERROR', String(value.errorMessage ?? ''));
}

function rejection(failure: unknown): unknown {
  const whole = errorOf(failure);
  return isObject(whole) && 'error' in whole ? { ...whole, error: errorOf(whole.error) } : whole;
}

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' &&
  value !== null &&
  ![FormData, Blob, ArrayBuffer, URLSearchParams].some((kind) => value instanceof kind);

function isJson(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}

const parameterText = (value: unknown): string => {
  if (value instanceof Date) return value.toISOString();
  return isPlain(value) ? JSON.stringify(value) : String(value);
};

function addressOf(path: string, base: string, params: Record<string, unknown> = {}): string {
  const url = new URL(isRelative(path) ? base.replace(/\/$/, '') + path : path);
  for (const [key, value] of Object.entries(params)) {
    if (value === null || value === undefined) continue;
    const values = Array.isArray(value)
      ? value.filter((item) => item !== null && item !== undefined)
      : [value];
    const name = Array.isArray(value) ? `${key}[]` : key;
    for (const item of values) url.searchParams.append(name, parameterText(item));
  }
  return url.toString();
}

/** A form crosses the wire as an object of its texts and files. */
function wireBody(body: unknown): { readonly body: unknown; readonly options: object } {
  if (!(body instanceof FormData)) return { body, options: {} };
  return { body: Object.fromEntries(body), options: { bodyDataType: 'formData' } };
}

const lowerCased = (headers: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

async function call(
  method: string,
  path: unknown,
  given: unknown,
  config: RequestConfig | undefined,
  defaults: RequestConfig,
): Promise<unknown> {
  // The config is the caller's own: it is changed.
  delete config?.method;
  delete config?.body;
  const merged: RequestConfig = { ...defaults, ...config };
  checkRequest(path, merged);
  const hasBody = Boolean(given) && !['GET', 'OPTIONS', 'HEAD'].includes(method);
  const headers = lowerCased(merged.headers ?? {});
  if (hasBody && !headers['content-type'] && (isPlain(given) || isJson(given)))
    headers['content-type'] = 'application/json';
  if ([FormData, URLSearchParams, Blob].some((kind) => given instanceof kind)) delete headers['content-type'];
  const asJson = String(headers['content-type'] ?? '').startsWith('application/json') && isPlain(given);
  const base = merged.baseUrl ? String(merged.baseUrl) : await originOfPage();
  const url = addressOf(path, base, merged.params);
  await originOfPage();
  const { body, options } = wireBody(asJson ? JSON.stringify(given) : given);
  const requestConfig = { method, ...merged, headers, ...(hasBody ? { body } : {}) };
  const reply = zrcEvent({ category: 'ZRC_REQUEST', url, options, requestConfig });
  return reply?.catch((failure: unknown) => {
    throw rejection(failure);
  });
}

function client(defaults: RequestConfig) {
  const without = (method: string) => (path: unknown, config?: RequestConfig) =>
    call(method, path, undefined, config, defaults);
  const withBody = (method: string) => (path: unknown, body?: unknown, config?: RequestConfig) =>
    call(method, path, body, config, defaults);
  return {
    get: without('GET'),
    post: withBody('POST'),
    put: withBody('PUT'),
    patch: withBody('PATCH'),
    /** Sends no body. */
    delete: without('DELETE'),
    options: without('OPTIONS'),
    head: without('HEAD'),
    request(config: RequestConfig) {
      if (!isPlain(config)) throw invalid('Invalid requestConfig provided for zrc.request method');
      const { path, body, method } = config;
      delete config.path;
      delete config.body;
      return call(String(method || 'GET').toUpperCase(), path || '/', body, config, defaults);
    },
  };
}

/** The global `zrc`. */
export const zrc = {
  ...client({ headers: {} }),
  createInstance(config: RequestConfig) {
    if (!isPlain(config)) throw invalid('requestConfig is required for zrc.createInstance method');
    delete config.method;
    delete config.body;
    return {
      ...client({ headers: {}, ...config }),
      createInstance() {
        throw invalid('createInstance method is not supported in Custom ZRC object');
      },
    };
  },
};
