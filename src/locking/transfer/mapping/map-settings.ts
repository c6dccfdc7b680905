import { jsonEqual } from '../../../base/json';
import * as edit from '../../configuration/draft';
import { excludedFieldObstacle } from '../../configuration/fields';
import {
  COMMUNICATIONS,
  type ConfigurationSettings,
  type ListedItem,
  LOCK_TYPES,
  RESTRICTED_ACTIONS,
} from '../../configuration/model';
import { fieldReference } from '../../criteria/tree/node';
import type { Mapped, Missing } from '../report';
import { type Match, matchField, matchNamed, missed, type Transfer } from './names';

type Draft = edit.ConfigurationDraft;

const EXCEPTION = 'all_profiles_except_excluded_profiles';

/** The outcome so far. */
export interface TransferSoFar {
  readonly draft: Draft;
  readonly mapped: readonly Mapped[];
  readonly missing: readonly Missing[];
}

export type Step = (soFar: TransferSoFar) => TransferSoFar;

export const miss = (
  soFar: TransferSoFar,
  ...matches: readonly { readonly missing: Missing }[]
): TransferSoFar => ({
  ...soFar,
  missing: [...soFar.missing, ...matches.map(({ missing }) => missing)],
});

/** How a list of profiles, fields or buttons is read, matched and edited. */
interface ListOf {
  readonly items: (settings: ConfigurationSettings) => readonly ListedItem[];
  readonly match: (transfer: Transfer, item: ListedItem) => Match<ListedItem>;
  readonly add: (draft: Draft, item: ListedItem) => Draft;
  readonly remove: (draft: Draft, item: ListedItem) => Draft;
}

const PROFILES: ListOf = {
  items: (settings) => settings.excludedProfiles,
  match: (transfer, item) => asItem(matchNamed(transfer, 'profile', item)),
  add: edit.addExcludedProfile,
  remove: edit.removeExcludedProfile,
};

const BUTTONS: ListOf = {
  items: (settings) => settings.restrictedButtons,
  match: (transfer, item) => asItem(matchNamed(transfer, 'button', item)),
  add: edit.addRestrictedButton,
  remove: edit.removeRestrictedButton,
};

const FIELDS: ListOf = {
  items: (settings) => settings.excludedFields,
  match: (transfer, item) => {
    const match = matchField(transfer, fieldReference(item));
    if ('missing' in match) return match;
    const obstacle = excludedFieldObstacle(match.to);
    return obstacle
      ? missed('field', match.mapped.from, obstacle)
      : { ...match, to: { api_name: match.to.apiName } };
  },
  add: edit.addExcludedField,
  remove: edit.removeExcludedField,
};

function asItem(match: Match<{ readonly id: string; readonly name: string }>): Match<ListedItem> {
  return 'missing' in match ? match : { ...match, to: { id: match.to.id, name: match.to.name } };
}

/** What has no match is kept when the target's own configuration has it in exactly this form. */
const matchOrKeep = (
  transfer: Transfer,
  { match, items }: ListOf,
  before: Draft,
  item: ListedItem,
): Match<ListedItem> => {
  const found = match(transfer, item);
  if (!('missing' in found) || !items(before.settings).some((other) => jsonEqual(other, item))) return found;
  const { kind, key, name } = found.missing;
  return { to: item, mapped: { kind, key, from: name, to: name, how: 'kept' } };
};

const transferList =
  (transfer: Transfer, settings: ConfigurationSettings, list: ListOf): Step =>
  (soFar) => {
    const { draft, mapped, missing } = soFar;
    const matches = list.items(settings).map((item) => matchOrKeep(transfer, list, draft, item));
    const found = matches.flatMap((match) => ('missing' in match ? [] : [match]));
    const emptied = list.items(draft.settings).reduce(list.remove, draft);
    return {
      draft: found.map(({ to }) => to).reduce(list.add, emptied),
      mapped: [...mapped, ...found.map((match) => match.mapped)],
      missing: [...missing, ...matches.flatMap((match) => ('missing' in match ? [match.missing] : []))],
    };
  };

/** Transfers blocked actions or communications: those in `offered`, and those that the target already blocks. */
const transferWords =
  (
    kind: 'action' | 'communication',
    wanted: readonly string[],
    known: readonly string[],
    offered: readonly string[],
    current: (draft: Draft) => readonly string[],
    set: (draft: Draft, word: string, on: boolean) => Draft,
  ): Step =>
  (soFar) => {
    const before = current(soFar.draft);
    const fits = (word: string): boolean => offered.includes(word) || before.includes(word);
    const words = wanted.filter(fits);
    const draft = [...new Set([...before, ...words])].reduce(
      (one, word) => set(one, word, words.includes(word)),
      soFar.draft,
    );
    const unknown = wanted.filter((word) => !fits(word));
    return miss(
      { ...soFar, draft },
      ...unknown.map((word) => missed(kind, word, known.includes(word) ? 'notOffered' : 'unknown')),
    );
  };

/** Transfers a setting that is one of a few words. An unknown word is not transferred. */
const transferWord =
  <T extends string>(
    key: string,
    wanted: string,
    words: readonly T[],
    set: (draft: Draft, word: T) => Draft,
    current: (draft: Draft) => string,
  ): Step =>
  (soFar) => {
    const word = words.find((one) => one === wanted);
    if (word !== undefined) return { ...soFar, draft: set(soFar.draft, word) };
    return current(soFar.draft) === wanted ? soFar : miss(soFar, missed('setting', key, 'unknown'));
  };

/** The steps that transfer every setting except the rules, by the key of the setting. */
export const transferSettings = (
  transfer: Transfer,
  settings: ConfigurationSettings,
): readonly [string, Step][] => {
  const leads = transfer.target.module.apiName === 'Leads';
  return [
    [
      'lock_type',
      transferWord(
        'lock_type',
        settings.lockType,
        LOCK_TYPES,
        edit.setLockType,
        (one) => one.settings.lockType,
      ),
    ],
    [
      'locked_for',
      transferWord(
        'locked_for',
        settings.lockedFor,
        ['all_profiles', EXCEPTION],
        edit.setLockedFor,
        (one) => one.settings.lockedFor,
      ),
    ],
    // Exempt profiles count only with the exception.
    ...(settings.lockedFor === EXCEPTION
      ? [['lock_excluded_profiles', transferList(transfer, settings, PROFILES)] satisfies [string, Step]]
      : []),
    [
      'lock_for_portal_users',
      (one) => ({ ...one, draft: edit.setPortalUsersLocked(one.draft, settings.lockForPortalUsers) }),
    ],
    [
      'restricted_actions',
      transferWords(
        'action',
        settings.restrictedActions,
        RESTRICTED_ACTIONS,
        RESTRICTED_ACTIONS.filter((action) => action !== 'convert' || leads),
        (one) => one.settings.restrictedActions,
        edit.setActionRestricted,
      ),
    ],
    [
      'restricted_communications',
      transferWords(
        'communication',
        settings.restrictedCommunications,
        COMMUNICATIONS,
        COMMUNICATIONS,
        (one) => one.settings.restrictedCommunications,
        edit.setCommunicationRestricted,
      ),
    ],
    ['restricted_custom_buttons', transferList(transfer, settings, BUTTONS)],
    ['excluded_fields', transferList(transfer, settings, FIELDS)],
  ];
};
