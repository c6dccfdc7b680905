import type { UserNumbers } from '../base/host';
import { isObject } from '../base/json';

/** What the widgets use of the logged-in user; null where the host does not say. */
export interface User {
  readonly id: string | null;
  readonly name: string | null;
  /** IANA name, e.g. `Asia/Kolkata`. */
  readonly timeZone: string | null;
  /** As the CRM spells it: `en_US`, `de_DE`. */
  readonly locale: string | null;
  /** The profile's name. */
  readonly profile: string | null;
  readonly numbers: UserNumbers;
}

const text = (value: unknown): string | null => (typeof value === 'string' && value ? value : null);

/** `getCurrentUser()` answers `{users:[user]}` or the user itself, depending on the release. */
export function parseUser(reply: unknown): User {
  const outer = isObject(reply) ? reply : {};
  const head: unknown = Array.isArray(outer.users) ? outer.users[0] : outer;
  const user = isObject(head) ? head : {};
  return {
    id: text(user.id),
    name: text(user.full_name) ?? text(user.name),
    timeZone: text(user.time_zone),
    locale: text(user.language) ?? text(user.locale),
    profile: isObject(user.profile) ? text(user.profile.name) : null,
    numbers: {
      locale: text(user.locale) ?? text(user.language),
      decimal: text(user.decimal_separator),
      group: text(user.number_separator),
    },
  };
}
