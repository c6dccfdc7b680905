/*
 * A stand-in for Zoho's embedded-widget SDK 1.5, for a machine that cannot reach it. It speaks the same wire and keeps
 * the habits that a widget must survive: nothing times out, messages of any window are believed, `on` after `init` is
 * ignored, a request's config object is changed, rejections are plain objects, and `zrc` and `$Client` are global
 * constants rather than properties of `window`.
 */
const sandboxSdk = (() => {
  const SDK_VERSION = '1.5';
  const ZRC_VERSION = '1.0';
  const serviceOrigin = new URLSearchParams(location.search).get('serviceOrigin');

  const listeners = new Map();
  const waiting = new Map();
  let nextPromise = 100;
  let starting;
  let started = () => {};
  let uniqueID;
  let hasContext = false;
  let pageUrl;

  /* ---- the wire ---- */

  const post = (message) => {
    message.appOrigin = encodeURIComponent(location.origin + location.pathname);
    window.parent.postMessage(message, serviceOrigin);
  };

  const trigger = (eventName, data) => {
    if (!hasContext) throw new Error('Parentwindow reference not found.');
    const promiseid = `Promise${nextPromise}`;
    nextPromise += 1;
    post({ type: 'SDK.EVENT', eventName, uniqueID, time: Date.now(), promiseid, data });
    return new Promise((resolve, reject) => {
      waiting.set(promiseid, { resolve, reject });
    });
  };

  const settle = (promiseid, how, data) => {
    const promise = waiting.get(promiseid);
    waiting.delete(promiseid);
    promise?.[how](data);
  };

  /* Whoever posts is believed, as in the released SDK: its check compares nothing that can fail. */
  const receive = (event) => {
    const message = event.data;
    if (message?.type !== 'FRAMEWORK.EVENT') return;
    if (message.eventName === 'SET_CONTEXT') {
      uniqueID = message.data?.uniqueID;
      hasContext = true;
      started();
    } else if (message.eventName === 'EVENT_RESPONSE') {
      settle(message.promiseid, 'resolve', message.data);
    } else if (message.eventName === 'EVENT_RESPONSE_FAILURE') {
      settle(message.promiseid, 'reject', message.data);
    } else {
      listeners.get(message.eventName)?.(message.data);
    }
  };

  const embeddedApp = {
    on(eventName, listener) {
      if (!starting) listeners.set(eventName, listener);
    },
    init() {
      starting ??= new Promise((resolve) => {
        started = resolve;
        window.addEventListener('message', receive);
        window.addEventListener('pagehide', () => {
          if (hasContext) post({ type: 'SDK.EVENT', eventName: 'DEREGISTER', uniqueID });
        });
        post({ type: 'SDK.EVENT', eventName: 'REGISTER', sdkVersion: SDK_VERSION });
      });
      return starting;
    },
  };

  /* ---- ZOHO.CRM ---- */

  const crmEvent = (data) => {
    if (!starting) throw new TypeError("Cannot read properties of undefined (reading 'getContext')");
    return trigger('CRM_EVENT', { ...data, sdkVersion: SDK_VERSION });
  };
  const config = (type, nameSpace) => crmEvent({ category: 'CONFIG', type, nameSpace });
  const meta = (type, request) => crmEvent({ category: 'META', type, ...request });
  const ui = (action, data) => crmEvent({ category: 'UI', action, data });

  const CRM = {
    API: {
      getRecord: (request) => crmEvent({ category: 'READ', APIData: request }),
      getRelatedRecords: (request) => crmEvent({ category: 'READ', APIData: request }),
      getOrgVariable: (nameSpace) => config('VARIABLE', nameSpace),
    },
    CONFIG: {
      getCurrentUser: () => config('CURRENT_USER'),
      getOrgInfo: () => config('ORG'),
      getUserPreference: () => config('USER_PREFERENCE'),
    },
    META: {
      getModules: () => meta('MODULE_LIST'),
      getFields: (request) => meta('FIELD_LIST', request),
    },
    UI: {
      Resize: ({ width, height }) => ui('RESIZE', { width, height }),
      Record: {
        open: ({ Entity, RecordID, Target }) => ui({ record: 'OPEN' }, { Entity, RecordID, target: Target }),
      },
      Widget: { open: (request) => ui({ webTab: 'OPEN' }, request) },
      Popup: {
        close: () => ui({ popup: 'CLOSE' }),
        closeReload: () => ui({ popup: 'CLOSE_RELOAD' }),
      },
    },
    CONNECTION: {
      invoke: (connectionName, request) => {
        const { url, method, param_type, parameters, headers } = request;
        const data = {
          url,
          method,
          param_type,
          parameters: JSON.stringify(parameters),
          headers: JSON.stringify(headers),
        };
        return crmEvent({ category: 'CRM_CONNECTION', connectionName, data: { data } });
      },
    },
    CONNECTOR: {
      invokeAPI: (nameSpace, data) =>
        crmEvent({ category: 'CONNECTOR', nameSpace, data, type: 'CONNECTOR_API' }),
    },
  };

  /* ---- ZRC ---- */

  const ALLOWED_CONFIG =
    'connection method headers signal mode cache referrerPolicy responseType baseUrl params'.split(' ');

  const named = (name, message) => Object.assign(new Error(message), { name });
  const invalid = (message) => named('ZRC_VALIDATION_FAILED_ERROR', message);

  const zrcEvent = (data) => {
    if (!starting) return undefined;
    return trigger('CRM_EVENT', { ...data, zrcVersion: ZRC_VERSION, sdkVersion: SDK_VERSION });
  };

  const originOfPage = async () => {
    if (!pageUrl) {
      const url = await zrcEvent({ category: 'GET_PARENT_URL' });
      if (!url) throw named('ZRC_ERROR', 'The address of the CRM page is not known');
      pageUrl = new URL(url);
    }
    return pageUrl.origin;
  };

  const check = (path, requestConfig) => {
    if (typeof path !== 'string' || path.trim() === '') throw invalid(`Not a path: '${path}'`);
    for (const key of Object.keys(requestConfig))
      if (!ALLOWED_CONFIG.includes(key)) throw invalid(`'${key}' is not allowed in the request's config`);
    if (!path.startsWith('/') && !URL.canParse(path)) throw invalid(`Neither a path nor an address: ${path}`);
  };

  const absolute = async (path, { baseUrl, params = {} }) => {
    const base = baseUrl ?? (path.startsWith('/') ? await originOfPage() : '');
    const url = new URL(path.startsWith('/') ? base.replace(/\/$/, '') + path : path);
    const plain = (value) => (typeof value === 'object' ? JSON.stringify(value) : String(value));
    for (const [key, value] of Object.entries(params)) {
      if (value === null || value === undefined) continue;
      if (Array.isArray(value)) for (const item of value) url.searchParams.append(`${key}[]`, plain(item));
      else url.searchParams.append(key, plain(value));
    }
    return url.toString();
  };

  /* The host names the kind of an error in words of its own; the SDK turns it into an Error under a third name. */
  const ERROR_NAMES = {
    ApiError: 'API_ERROR',
    ConnectionError: 'CONNECTION_ERROR',
    ZrcValidationError: 'ZRC_VALIDATION_FAILED_ERROR',
  };
  const rejection = (failure) => {
    const error = failure?.error;
    if (typeof error?.errorType !== 'string') return failure;
    return { ...failure, error: named(ERROR_NAMES[error.errorType] ?? 'ZRC_ERROR', error.errorMessage) };
  };

  const call = async (method, path, body, given) => {
    if (given) {
      delete given.method;
      delete given.body;
    }
    const requestConfig = { headers: {}, ...given };
    check(path, requestConfig);
    const headers = {};
    for (const [name, value] of Object.entries(requestConfig.headers)) headers[name.toLowerCase()] = value;
    const sent = { method, ...requestConfig, headers };
    if (body && method !== 'GET') {
      headers['content-type'] ??= 'application/json';
      sent.body = typeof body === 'string' ? body : JSON.stringify(body);
    }
    const url = await absolute(path, requestConfig);
    await originOfPage();
    const reply = zrcEvent({ category: 'ZRC_REQUEST', url, options: {}, requestConfig: sent });
    return reply.catch((failure) => {
      throw rejection(failure);
    });
  };

  const zrc = {
    get: (path, requestConfig) => call('GET', path, undefined, requestConfig),
    post: (path, body, requestConfig) => call('POST', path, body, requestConfig),
    put: (path, body, requestConfig) => call('PUT', path, body, requestConfig),
    patch: (path, body, requestConfig) => call('PATCH', path, body, requestConfig),
    delete: (path, requestConfig) => call('DELETE', path, undefined, requestConfig),
  };

  /* ---- ZDK and $Client ---- */

  const zdkEvent = (data) => {
    if (!starting) return undefined;
    return trigger('ZDK_EVENT', { ...data, sdkVersion: SDK_VERSION });
  };

  const ZDK = {
    Client: {
      showMessage: async (message, options) =>
        zdkEvent({ action: 'msg_band', type: options?.type ?? 'info', message }),
      showConfirmation: async (message, accept, reject) =>
        zdkEvent({
          action: 'confirm',
          accept_message: accept,
          reject_message: reject,
          acceptMsg: accept,
          rejectMsg: reject,
          message,
        }),
      showAlert: async (message, heading, accept) =>
        zdkEvent({ action: 'alert', message, heading, accept_message: accept }),
      getInput: async (options, heading, accept, reject) =>
        zdkEvent({ action: 'get_input', options, accept_message: accept, reject_message: reject, heading }),
      openPopup: async ({ id, type, api_name, ...config }, data) => {
        const sides = Object.entries(config).filter(([key]) =>
          ['top', 'bottom', 'left', 'right'].includes(key),
        );
        config.offset = { top: '0px', left: 'center', ...Object.fromEntries(sides) };
        return zdkEvent({ action: 'open_widget_by_id', id, type, api_name, data, config });
      },
      showLoader: async ({ type = 'page', template = 'standard', message = '' } = {}) =>
        zdkEvent({ action: 'show_loader', type, template, message }),
      hideLoader: () => zdkEvent({ action: 'hide_loader' }),
    },
  };
  const $Client = { close: (response) => zdkEvent({ action: 'close_widget', response }) };

  return { ZOHO: { embeddedApp, CRM }, ZDK, zrc, $Client };
})();

window.ZOHO = sandboxSdk.ZOHO;
window.ZDK = sandboxSdk.ZDK;
// biome-ignore lint/correctness/noUnusedVariables: a global constant of a classic script, as in the released SDK
const zrc = sandboxSdk.zrc;
// biome-ignore lint/correctness/noUnusedVariables: a global constant of a classic script, as in the released SDK
const $Client = sandboxSdk.$Client;
