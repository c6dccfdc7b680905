import { stringAt } from '../../base/json';
import type { Named } from '../../base/named';
import type { ConfigurationDraft } from '../configuration/draft';
import { COMMUNICATIONS, identityOf, RESTRICTED_ACTIONS } from '../configuration/model';

/** `allowed`: the lock does not stop it (a profile's own permissions may); `blocked`: it does. */
export type Permission = 'allowed' | 'blocked' | 'unknown';

/** One thing that people do with a record. */
export interface Deed {
  readonly kind: 'action' | 'communication' | 'button';
  /** Zoho's word (`update`, `change_owner`, `send_mail`), or the id of a button. */
  readonly name: string;
  /** Of a button. */
  readonly label?: string;
}

/** One row: a profile, or the people whom a lock treats alike. */
export interface Audience {
  readonly kind: 'profile' | 'otherProfiles' | 'portalUsers';
  /** Of a profile. */
  readonly id?: string;
  readonly name?: string;
  /** Exempt: a locked record is to them like any other. */
  readonly exempt: boolean;
  /** In the order of `deeds`. */
  readonly permissions: readonly Permission[];
}

/** Who can do what with a locked record. */
export interface LockedRecordTable {
  readonly deeds: readonly Deed[];
  readonly audiences: readonly Audience[];
  /** API names of the fields that everybody can still edit. */
  readonly editableFields: readonly string[];
}

const deedsOf = (draft: ConfigurationDraft, module: string): readonly Deed[] => {
  const { settings } = draft;
  const actions = [
    ...RESTRICTED_ACTIONS.filter((action) => action !== 'convert' || module === 'Leads'),
    ...settings.restrictedActions.filter((action) => !RESTRICTED_ACTIONS.includes(action)),
  ];
  const communications = [...new Set([...COMMUNICATIONS, ...settings.restrictedCommunications])];
  return [
    ...actions.map((name) => ({ kind: 'action' as const, name })),
    ...communications.map((name) => ({ kind: 'communication' as const, name })),
    ...settings.restrictedButtons.map((button) => {
      const id = identityOf(button) ?? '';
      return { kind: 'button' as const, name: id, label: stringAt(button, 'name') ?? id };
    }),
  ];
};

/**
 * The table of profiles and actions on a locked record, from a draft. Without `profiles` there is one row for everybody who is
 * not exempt. A lock blocks nothing for an exempt profile; portal users are blocked like the rest, or not at all.
 */
export const whoCanDoWhat = (
  draft: ConfigurationDraft,
  module: string,
  profiles: readonly Named[] | null,
): LockedRecordTable => {
  const { settings } = draft;
  const deeds = deedsOf(draft, module);
  const excepted = settings.lockedFor !== 'all_profiles';
  const unsure = excepted && settings.lockedFor !== 'all_profiles_except_excluded_profiles';
  const exemptIds = new Set(excepted ? settings.excludedProfiles.map(identityOf) : []);
  const blocks = ({ kind, name }: Deed): boolean =>
    kind === 'button' ||
    (kind === 'action'
      ? name === 'update' || settings.restrictedActions.includes(name)
      : settings.restrictedCommunications.includes(name));
  const permissions = (exempt: boolean): readonly Permission[] =>
    deeds.map((deed) => (unsure ? 'unknown' : exempt || !blocks(deed) ? 'allowed' : 'blocked'));
  const row = (exempt: boolean, who: Pick<Audience, 'kind' | 'id' | 'name'>): Audience => ({
    ...who,
    exempt,
    permissions: permissions(exempt),
  });
  const known =
    profiles ?? settings.excludedProfiles.flatMap(namedItem).filter(({ id }) => exemptIds.has(id));
  return {
    deeds,
    audiences: [
      ...known.map(({ id, name }) => row(exemptIds.has(id), { kind: 'profile', id, name })),
      ...(profiles ? [] : [row(false, { kind: 'otherProfiles' })]),
      row(!settings.lockForPortalUsers, { kind: 'portalUsers' }),
    ],
    editableFields: settings.excludedFields.flatMap((field) => stringAt(field, 'api_name') ?? []),
  };
};

const namedItem = (item: Parameters<typeof stringAt>[0]): readonly Named[] => {
  const id = stringAt(item, 'id');
  return id === undefined ? [] : [{ id, name: stringAt(item, 'name') ?? id }];
};
