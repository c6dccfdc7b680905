import { isObject, type UnknownObject } from '../base/json';
import type { CrmReply, CrmRequest, Send } from '../crm/transport';

/** The part of the SDK's `zrc` that is used: relative paths, so calls run as the logged-in user of the CRM page. */
export interface ZrcCalls {
  get(path: string, config?: object): Promise<unknown>;
  post(path: string, body?: unknown, config?: object): Promise<unknown>;
  put(path: string, body?: unknown, config?: object): Promise<unknown>;
  delete(path: string, config?: object): Promise<unknown>;
}

/** No call of the SDK ever times out by itself. */
export const CALL_BOUND = 20_000;

/**
 * A `Send` over ZRC. Resolves with every HTTP reply, errors included (ZRC rejects those with plain objects of several
 * shapes), and with `lost` when none came within the bound.
 */
export function sendThroughZrc(zrc: () => Promise<ZrcCalls>, bound = CALL_BOUND): Send {
  return (request) =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, bound, { lost: 'timeout' });
      zrc()
        .then((calls) => call(calls, request))
        .then(replyOf, replyOf)
        .then((reply) => {
          clearTimeout(timer);
          resolve(reply);
        });
    });
}

/** ZRC changes the config object it is handed, so each call gets a fresh one. */
function call(zrc: ZrcCalls, { method, path, query, body }: CrmRequest): Promise<unknown> {
  const config = query ? { params: { ...query } } : {};
  switch (method) {
    case 'GET':
      return zrc.get(path, config);
    case 'POST':
      return zrc.post(path, body, config);
    case 'PUT':
      return zrc.put(path, body, config);
    case 'DELETE':
      return zrc.delete(path, config);
  }
}

/** Fulfilled or rejected, what ZRC hands over is either a reply somewhere inside or the lack of one. */
function replyOf(outcome: unknown): CrmReply {
  const outer = isObject(outcome) ? outcome : {};
  const inner = isObject(outer.error) ? outer.error : {};
  const reply = [outer.response, inner.response, outer].find(
    (candidate): candidate is UnknownObject => isObject(candidate) && typeof candidate.status === 'number',
  );
  if (reply) return { status: Number(reply.status), body: parsed(reply.data ?? reply.details) };
  const detail = [outer.message, inner.errorMessage].find((text) => typeof text === 'string');
  return {
    lost: navigator.onLine === false ? 'offline' : 'connection',
    ...(typeof detail === 'string' ? { detail } : {}),
  };
}

/** The body is sometimes a string of JSON. A string that is not JSON stays one. */
function parsed(data: unknown): unknown {
  if (typeof data !== 'string') return data;
  try {
    return JSON.parse(data);
  } catch {
    return data;
  }
}
