import { type Call, profileOf } from './call';
import { type Entry, failure, noPermission } from './errors';
import type { Org } from './org';
import type { Person } from './types';

const keysOf = (list: string): string[] => list.split(',').map((key) => key.trim());

/** What can be given to some people and not to others, and Zoho's name of the right. */
const RIGHTS = {
  mayReadUsers: 'Crm_Implied_View_Users',
  mayUseTasks: 'Crm_Implied_Create_Tasks',
  mayUseNotes: 'Crm_Implied_Create_Notes',
} as const;
type Right = keyof typeof RIGHTS;

function has(call: Call, right: Right): boolean {
  const given = call.org.options[right] ?? 'everyone';
  if (given === 'everyone' || given === 'nobody') return given === 'everyone';
  return given === 'administrators'
    ? profileOf(call)?.customize === true
    : keysOf(given).includes(call.user.key);
}

/** NO_PERMISSION for a person who lacks the right. */
export function demand(call: Call, right: Right): void {
  if (!has(call, right)) throw noPermission(RIGHTS[right]);
}

export const isActive = (org: Org, user: Person): boolean =>
  !keysOf(org.options.inactive ?? 'nobody').includes(user.key);

/** People who have left cannot become the owner of anything. */
export function refuseInactive(org: Org, owner: Person | undefined, path: string): Entry | null {
  if (!owner || isActive(org, owner)) return null;
  return failure('INVALID_DATA', 'the user given is inactive', { api_name: 'Owner', json_path: path });
}
