import { isList, isObject, type Json, type JsonObject, jsonEqual, without } from '../../base/json';
import type { FieldReference } from '../criteria/tree/node';
import {
  type Configuration,
  type ConfigurationSettings,
  identityOf,
  type ListedItem,
  type LockedFor,
  type LockingRule,
  type LockType,
  readSettings,
  sameField,
} from './model';

/** A rule being edited. A deleted rule stays in the draft until it is saved, so that it can be restored. */
export interface RuleDraft extends LockingRule {
  readonly deleted: boolean;
}

/** A configuration being edited. Immutable: every edit returns a new draft. Plain data, without functions. */
export interface ConfigurationDraft {
  /** What was read; null when the module has no configuration yet. */
  readonly base: Configuration | null;
  /** The JSON of the settings as edited; `rules` holds the rules. */
  readonly source: JsonObject;
  /** `source`, read. */
  readonly settings: ConfigurationSettings;
  readonly rules: readonly RuleDraft[];
}

/** A new configuration before the first edit, with its keys in the order of Zoho's sample. */
const EMPTY: JsonObject = {
  locked_for: 'all_profiles',
  excluded_fields: null,
  feature_type: 'record_locking',
  locking_rules: null,
  restricted_actions: ['update'],
  lock_for_portal_users: true,
  restricted_communications: null,
  system_defined: false,
  lock_type: 'manual',
  restricted_custom_buttons: null,
  lock_excluded_profiles: null,
};

/** Starts editing what was read, or a new configuration when the module has none. */
export const draftOf = (base: Configuration | null): ConfigurationDraft => {
  const source = base?.source ?? EMPTY;
  return {
    base,
    source,
    settings: base?.settings ?? readSettings(source),
    rules: (base?.rules ?? []).map((rule) => ({ ...rule, deleted: false })),
  };
};

const sameSet = (a: readonly Json[], b: readonly Json[]): boolean =>
  a.length === b.length && a.every((item) => b.some((other) => jsonEqual(item, other)));

/** Whether two values of a setting mean the same: null, absent and an empty list do, and lists are sets. */
const meansSame = (a: Json | undefined, b: Json | undefined): boolean => {
  if (isList(a) || isList(b)) return sameSet(isList(a) ? a : [], isList(b) ? b : []);
  return jsonEqual(a ?? null, b ?? null);
};

const restore = (draft: ConfigurationDraft, key: string, value: Json | undefined): ConfigurationDraft => {
  const source = value === undefined ? without(draft.source, [key]) : { ...draft.source, [key]: value };
  return { ...draft, source, settings: readSettings(source) };
};

/**
 * Writes one setting. When it means again what it meant at first, it gets its first form back (null, absent or empty; first
 * order), so that an edit and its reversal make no change.
 */
const write = (draft: ConfigurationDraft, key: string, value: Json): ConfigurationDraft => {
  const first = (draft.base?.source ?? EMPTY)[key];
  return restore(draft, key, meansSame(value, first) ? first : value);
};

/** Like `write`, for a setting that reads as a default when it is absent. */
const choose = <T extends string | boolean>(
  draft: ConfigurationDraft,
  key: string,
  value: T,
  read: (settings: ConfigurationSettings) => string | boolean,
): ConfigurationDraft => {
  if (read(draft.settings) === value && !draft.settings.opaque.includes(key)) return draft;
  const { base } = draft;
  const back = base && read(base.settings) === value && !base.settings.opaque.includes(key);
  return back ? restore(draft, key, base.source[key]) : write(draft, key, value);
};

const writeList = (draft: ConfigurationDraft, key: string, list: readonly Json[]): ConfigurationDraft =>
  draft.settings.opaque.includes(key) ? draft : write(draft, key, list.length ? list : null);

/** The entry as it was read, when the draft began with it: reversing an edit restores ids and unknown keys too. */
const asRead = (
  draft: ConfigurationDraft,
  key: string,
  item: JsonObject,
  same: (a: JsonObject, b: JsonObject) => boolean,
): JsonObject => {
  const first = draft.base?.source[key];
  return (isList(first) ? first.filter(isObject) : []).find((other) => same(item, other)) ?? item;
};

const sameItem = (a: JsonObject, b: JsonObject): boolean => identityOf(a) === identityOf(b);

const addItem = (
  draft: ConfigurationDraft,
  key: string,
  list: readonly ListedItem[],
  item: ListedItem,
  same = sameItem,
): ConfigurationDraft =>
  list.some((other) => same(item, other))
    ? draft
    : writeList(draft, key, [...list, asRead(draft, key, item, same)]);

const removeItem = (
  draft: ConfigurationDraft,
  key: string,
  list: readonly ListedItem[],
  item: ListedItem,
  same = sameItem,
): ConfigurationDraft => {
  const rest = list.filter((other) => !same(item, other));
  return rest.length === list.length ? draft : writeList(draft, key, rest);
};

const toggle = (list: readonly string[], word: string, on: boolean): readonly string[] => {
  const rest = list.filter((other) => other !== word);
  return on ? [...rest, word] : rest;
};

/** Rules stay in the draft under every type; see `leavingRules` for what a change to `manual` does to them. */
export const setLockType = (draft: ConfigurationDraft, type: LockType): ConfigurationDraft =>
  write(draft, 'lock_type', type);

/** The exempt profiles stay in the draft while nobody is exempt; they are sent only with the exception. */
export const setLockedFor = (draft: ConfigurationDraft, word: LockedFor): ConfigurationDraft =>
  choose(draft, 'locked_for', word, (settings) => settings.lockedFor);

export const setPortalUsersLocked = (draft: ConfigurationDraft, locked: boolean): ConfigurationDraft =>
  choose(draft, 'lock_for_portal_users', locked, (settings) => settings.lockForPortalUsers);

/** Blocks or allows an action. `update` stays blocked: Zoho always blocks it. */
export const setActionRestricted = (
  draft: ConfigurationDraft,
  action: string,
  on: boolean,
): ConfigurationDraft =>
  action === 'update' && !on
    ? draft
    : writeList(draft, 'restricted_actions', toggle(draft.settings.restrictedActions, action, on));

export const setCommunicationRestricted = (
  draft: ConfigurationDraft,
  communication: string,
  on: boolean,
): ConfigurationDraft =>
  writeList(
    draft,
    'restricted_communications',
    toggle(draft.settings.restrictedCommunications, communication, on),
  );

/** A profile `{id, name}` that may still edit locked records. */
export const addExcludedProfile = (draft: ConfigurationDraft, profile: ListedItem): ConfigurationDraft =>
  addItem(draft, 'lock_excluded_profiles', draft.settings.excludedProfiles, profile);

export const removeExcludedProfile = (draft: ConfigurationDraft, profile: ListedItem): ConfigurationDraft =>
  removeItem(draft, 'lock_excluded_profiles', draft.settings.excludedProfiles, profile);

/** A field that stays editable. The API name alone is enough for Zoho, and is what its sample sends. */
export const addExcludedField = (draft: ConfigurationDraft, field: FieldReference): ConfigurationDraft =>
  addItem(draft, 'excluded_fields', draft.settings.excludedFields, { ...field }, sameField);

export const removeExcludedField = (draft: ConfigurationDraft, field: FieldReference): ConfigurationDraft =>
  removeItem(draft, 'excluded_fields', draft.settings.excludedFields, { ...field }, sameField);

/** A custom button `{id, name}` that is blocked on locked records. */
export const addRestrictedButton = (draft: ConfigurationDraft, button: ListedItem): ConfigurationDraft =>
  addItem(draft, 'restricted_custom_buttons', draft.settings.restrictedButtons, button);

export const removeRestrictedButton = (draft: ConfigurationDraft, button: ListedItem): ConfigurationDraft =>
  removeItem(draft, 'restricted_custom_buttons', draft.settings.restrictedButtons, button);
