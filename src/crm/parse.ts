import { isObject, type UnknownObject } from '../base/json';

export { isObject };
export type Json = UnknownObject;

/** Small readers for replies: what comes from the network is `unknown` until it has been through one of these. */

export const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

export const flag = (value: unknown): boolean | null => (typeof value === 'boolean' ? value : null);

/** The first element of the list under `key` when it is an object, else null. */
export function first(body: unknown, key: string): UnknownObject | null {
  const list = isObject(body) ? body[key] : undefined;
  const head: unknown = Array.isArray(list) ? list[0] : undefined;
  return isObject(head) ? head : null;
}
