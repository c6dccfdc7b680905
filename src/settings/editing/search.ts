import type { Named } from '../../base/named';
import { ok, type Result } from '../../crm/errors';
import { readGroups, readRoles, readUsers, searchRecords } from '../../crm/read-metadata';
import type { Send } from '../../crm/transport';

/** What can be looked for while a value is entered; of `lookup`, in the module that the field leads to. */
export type SearchKind = 'user' | 'lookup' | 'role' | 'group';

export type Search = (kind: SearchKind, text: string, module?: string) => Promise<Result<readonly Named[]>>;

/** Zoho looks for words of at least two characters. */
const SHORTEST = 2;

/** Finds users, roles and records by what was typed. Users and roles are read once and kept while the page is open. */
export function createSearch(send: Send): Search {
  const lists = new Map<string, Promise<Result<readonly Named[]>>>();

  async function inList(
    name: string,
    read: (send: Send) => Promise<Result<readonly Named[]>>,
    text: string,
  ): Promise<Result<readonly Named[]>> {
    const reading = lists.get(name) ?? read(send);
    lists.set(name, reading);
    const answer = await reading;
    if (!answer.ok) {
      lists.delete(name);
      return answer;
    }
    const word = text.trim().toLowerCase();
    return ok(answer.value.filter((item) => item.name.toLowerCase().includes(word)));
  }

  return async (kind, text, module) => {
    switch (kind) {
      case 'user':
        return inList(kind, readUsers, text);
      case 'role':
        return inList(kind, readRoles, text);
      case 'group':
        return inList(kind, readGroups, text);
      case 'lookup':
        return module === undefined || text.trim().length < SHORTEST
          ? ok([])
          : searchRecords(send, module, text.trim());
    }
  };
}
