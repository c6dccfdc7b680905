import { isObject } from '../base/json';
import { errorOf, fail, ok, type Result } from './errors';
import { first, text } from './parse';
import { segment } from './paths';
import { readList } from './read-list';
import type { Send } from './transport';

/** The profile of whoever is signed in: its name as Zoho gives it, null when the reply has none. One call. */
export async function readOwnProfile(send: Send): Promise<Result<string | null>> {
  const reply = await send({ method: 'GET', path: '/crm/v8/users', query: { type: 'CurrentUser' } });
  const error = errorOf(reply, 'users');
  if (error) return { ok: false, error };
  const user = first(reply, 'users');
  if (!user) return fail('unexpected');
  return ok(isObject(user.profile) ? text(user.profile.name) : null);
}

/** The id of some record of a module, null when it has none that the user may see. One call; nothing else is read of it. */
export async function readAnyRecordId(send: Send, module: string): Promise<Result<string | null>> {
  const path = `/crm/v8/${segment('Module', module)}`;
  const found = await readList(send, { path, query: { fields: 'id', per_page: '1' } }, 'data');
  if (!found.ok) return found;
  const id = text(found.value[0]?.id);
  return ok(id !== null && /^\d{1,30}$/.test(id) ? id : null);
}

/** How many of the organisation's variables the user can see. One call; no value is kept. */
export async function countVariables(send: Send): Promise<Result<number>> {
  const found = await readList(send, { path: '/crm/v8/settings/variables' }, 'variables');
  return found.ok ? ok(found.value.length) : found;
}
