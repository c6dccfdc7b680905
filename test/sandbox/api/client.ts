import type { Json } from './json';
import type { Sandbox } from './sandbox';

interface Answer {
  readonly status: number;
  /** The parsed body, the text when it is not JSON, undefined when there is none. */
  readonly body: unknown;
}

export type CallApi = (method: string, path: string, body?: Json, headers?: HeadersInit) => Promise<Answer>;

/** Calls the sandbox as one of its people, without a server between. Paths begin after `/crm/v8`. */
export const caller =
  (sandbox: Sandbox, user: string): CallApi =>
  async (method, path, body, headers) => {
    const request = new Request(`http://127.0.0.1/crm/v8${path}`, {
      method,
      headers: { ...Object.fromEntries(new Headers(headers)), 'x-sandbox-user': user },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const response = await sandbox.fetch(request);
    const text = await response.text();
    if (!text) return { status: response.status, body: undefined };
    try {
      const parsed: unknown = JSON.parse(text);
      return { status: response.status, body: parsed };
    } catch {
      return { status: response.status, body: text };
    }
  };
