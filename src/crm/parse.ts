import { isObject, type UnknownObject } from '../base/json';
import type { Named } from '../base/named';
import type { CrmReply } from './transport';

/** Small readers for replies: what comes from the network is `unknown` until it has been through one of these. */

export const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

export const flag = (value: unknown): boolean | null => (typeof value === 'boolean' ? value : null);

/** A person as fields name one. */
export function personIn(value: unknown): Named | null {
  const person = isObject(value) ? value : {};
  const id = text(person.id);
  return id === null ? null : { id, name: text(person.name) ?? '' };
}

/** What a reply holds; undefined when none came. */
export const bodyOf = (reply: CrmReply): unknown => ('body' in reply ? reply.body : undefined);

/** The first element of the list that a reply holds under `key` when it is an object, else null. */
export function first(reply: CrmReply, key: string): UnknownObject | null {
  const body = bodyOf(reply);
  const list = isObject(body) ? body[key] : undefined;
  const head: unknown = Array.isArray(list) ? list[0] : undefined;
  return isObject(head) ? head : null;
}

/** Whether a reply brought nothing: no body, or an empty list under `data`. */
export const isEmpty = (reply: CrmReply): boolean =>
  'body' in reply &&
  (!reply.body || (isObject(reply.body) && Array.isArray(reply.body.data) && !reply.body.data.length));

/** Whether a reply says itself that there is nothing: Zoho's 204. */
export const saysNone = (reply: CrmReply): boolean => 'status' in reply && reply.status === 204;
