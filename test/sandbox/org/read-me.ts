import { isArray, isObject } from '../api/json';
import type { OrgConnection } from './org-connection';

/** The account behind the refresh token, in the shape in which the host page knows its people. */
export interface Me {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly profile: { readonly name: string };
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Who the org says we are; also the first question that shows whether the credentials work. One call. */
export async function readMe(connection: OrgConnection): Promise<Me | { readonly problem: string }> {
  const reply = await connection({ method: 'GET', path: '/crm/v8/users?type=CurrentUser' });
  const body = parsed(reply.text);
  const [user] = isObject(body) && isArray(body.users) ? body.users.filter(isObject) : [];
  if (!user) {
    const words = isObject(body) ? `${text(body.code)}: ${text(body.message)}` : '';
    return { problem: `The org did not say who is signed in (${reply.status}). ${words}`.trim() };
  }
  const profile = isObject(user.profile) ? text(user.profile.name) : '';
  return {
    key: 'me',
    id: text(user.id),
    name: text(user.full_name) || text(user.last_name) || text(user.name),
    profile: { name: profile },
  };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
