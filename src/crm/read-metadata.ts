import type { UnknownObject } from '../base/json';
import type { Named } from '../base/named';
import { type Field, nameFields, parseField } from '../locking/configuration/fields';
import { ok, type Result } from './errors';
import { text } from './parse';
import { segment } from './paths';
import { readList, readParsed } from './read-list';
import type { Send } from './transport';

export const readFields = (send: Send, module: string): Promise<Result<readonly Field[]>> =>
  readParsed(
    send,
    { path: '/crm/v8/settings/fields', query: { module: segment('Module', module) } },
    'fields',
    parseField,
  );

export const readProfiles = (send: Send): Promise<Result<readonly Named[]>> =>
  readParsed(send, { path: '/crm/v8/settings/profiles' }, 'profiles', (row) =>
    named(row, ['display_label', 'name']),
  );

/** Zoho documents no call that lists custom buttons. This one answers in some organisations and fails in others. */
export const readButtons = (send: Send, module: string): Promise<Result<readonly Named[]>> =>
  readParsed(
    send,
    { path: '/crm/v8/settings/custom_buttons', query: { module: segment('Module', module) } },
    'custom_buttons',
    (row) => named(row, ['name', 'display_label', 'api_name']),
  );

/** Users that one page holds, and the most pages that are read: each is a call. */
const PAGE_OF_USERS = 200;
const MOST_PAGES = 10;

/** The active users, page after page as far as there are any. */
export async function readUsers(send: Send): Promise<Result<readonly Named[]>> {
  const users: Named[] = [];
  for (let page = 1; page <= MOST_PAGES; page++) {
    const query = { type: 'ActiveUsers', page: String(page), per_page: String(PAGE_OF_USERS) };
    const answer = await readList(send, { path: '/crm/v8/users', query }, 'users');
    if (!answer.ok) return answer;
    users.push(
      ...answer.value.flatMap((row) => named(row, ['full_name', 'name', 'last_name', 'email']) ?? []),
    );
    // A row that is passed over still fills its page.
    if (answer.value.length < PAGE_OF_USERS) break;
  }
  return ok(users);
}

export const readRoles = (send: Send): Promise<Result<readonly Named[]>> =>
  readParsed(send, { path: '/crm/v8/settings/roles' }, 'roles', (row) =>
    named(row, ['display_label', 'name']),
  );

export const readGroups = (send: Send): Promise<Result<readonly Named[]>> =>
  readParsed(send, { path: '/crm/v8/settings/user_groups' }, 'user_groups', (row) => named(row, ['name']));

/** Records of a module with this word in them; `word` has at least two characters. */
export async function searchRecords(
  send: Send,
  module: string,
  word: string,
): Promise<Result<readonly Named[]>> {
  const path = `/crm/v8/${segment('Module', module)}/search`;
  const query = { word, per_page: '20' };
  return readParsed(send, { path, query }, 'data', (row) => {
    const keys = Object.keys(row);
    return named(row, [...nameFields(module, keys), ...keys.filter((key) => key.endsWith('_Name'))]);
  });
}

function named(row: UnknownObject, keys: readonly string[]): Named | null {
  const id = text(row.id);
  if (id === null) return null;
  const name = keys.map((key) => text(row[key])).find(Boolean);
  return { id, name: name ?? id };
}
