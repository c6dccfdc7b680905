import { isJson, isList, isObject, type Json, type JsonObject, stringAt } from '../../base/json';
import {
  type CriteriaNode,
  fieldReference,
  keySource,
  type NewKey,
  parseCriteria,
} from '../criteria/tree/node';

export type LockType = 'manual' | 'automatic' | 'both';
export type LockedFor = 'all_profiles' | 'all_profiles_except_excluded_profiles';

export const LOCK_TYPES: readonly LockType[] = ['manual', 'automatic', 'both'];
/** The actions that a configuration can block; `update` is always blocked, `convert` exists for Leads only. */
export const RESTRICTED_ACTIONS: readonly string[] = ['update', 'delete', 'change_owner', 'tags', 'convert'];
export const COMMUNICATIONS: readonly string[] = ['send_mail', 'send_survey', 'send_portal_invitation'];

/** Keys that only the server writes. */
export const SERVER_KEYS = ['created_time', 'created_by', 'modified_time', 'modified_by'];

/** An entry of a list of profiles, buttons or fields, as it is in the configuration (unknown keys included). */
export type ListedItem = JsonObject;

/** What a configuration says, read from its JSON. An absent key reads as Zoho's default. */
export interface ConfigurationSettings {
  /** One of LOCK_TYPES, or a word that is newer than this software; '' when there is none. */
  readonly lockType: string;
  /** One of LockedFor (Zoho's pages also print it with singulars: read as the plural), or an unknown word. */
  readonly lockedFor: string;
  readonly excludedProfiles: readonly ListedItem[];
  readonly excludedFields: readonly ListedItem[];
  readonly restrictedActions: readonly string[];
  readonly restrictedCommunications: readonly string[];
  readonly restrictedButtons: readonly ListedItem[];
  readonly lockForPortalUsers: boolean;
  /** Known keys with a value of an unknown shape: they read as empty, are kept, and should be shown as they are. */
  readonly opaque: readonly string[];
}

export interface LockingRule {
  /** Unique on this page; a rule keeps it through all edits. */
  readonly key: string;
  /** undefined: not saved yet. */
  readonly id: string | undefined;
  readonly name: string;
  readonly lockExisting: boolean;
  /** null: none yet. */
  readonly criteria: CriteriaNode | null;
  /** The rule's JSON as read or edited; its criteria may be out of date, see `ruleJson`. */
  readonly source: JsonObject;
}

/** The locking configuration of one module. `source` is what Zoho sent, all of it. */
export interface Configuration {
  readonly source: JsonObject;
  readonly id: string | undefined;
  /** Zoho refuses to change or delete a configuration of its own. */
  readonly systemDefined: boolean;
  readonly settings: ConfigurationSettings;
  readonly rules: readonly LockingRule[];
}

/** Why a value is not a configuration. `notAnObject`: not JSON or not an object. `badId`: an id that is not text (a number would have lost digits). */
export interface ParseProblem {
  readonly problem: 'notAnObject' | 'badId';
}

export const isParseProblem = (value: Configuration | ParseProblem): value is ParseProblem =>
  'problem' in value;

const EXCEPTION = /^all_profiles?_except_excluded_profiles?$/;

/** The word Zoho expects: it prints the exception in the singular, too. */
export const lockedForWord = (word: string): string =>
  EXCEPTION.test(word) ? 'all_profiles_except_excluded_profiles' : word;

/** What identifies an entry of a list: its id, else its API name, else its name. */
export const identityOf = (item: Json): string | undefined =>
  isObject(item) ? (stringAt(item, 'id') ?? stringAt(item, 'api_name') ?? stringAt(item, 'name')) : undefined;

const isItem = (value: Json): value is JsonObject => identityOf(value) !== undefined;
const isText = (value: Json): value is string => typeof value === 'string';

/** Reads the settings of a configuration's JSON; never fails, see `opaque`. */
export const readSettings = (source: JsonObject): ConfigurationSettings => {
  const opaque: string[] = [];
  const scalar = <T extends Json>(key: string, is: (value: Json) => value is T, missing: T): T => {
    const value = source[key];
    if (value === undefined || value === null) return missing;
    if (is(value)) return value;
    opaque.push(key);
    return missing;
  };
  const list = <T extends Json>(key: string, is: (value: Json) => value is T): readonly T[] => {
    const value = source[key];
    if (value === undefined || value === null) return [];
    if (isList(value) && value.every(is)) return value.filter(is);
    opaque.push(key);
    return [];
  };
  list('locking_rules', isObject);
  return {
    lockType: scalar('lock_type', isText, ''),
    lockedFor: lockedForWord(scalar('locked_for', isText, 'all_profiles')),
    excludedProfiles: list('lock_excluded_profiles', isItem),
    excludedFields: list('excluded_fields', isItem),
    restrictedActions: list('restricted_actions', isText),
    restrictedCommunications: list('restricted_communications', isText),
    restrictedButtons: list('restricted_custom_buttons', isItem),
    lockForPortalUsers: scalar('lock_for_portal_users', (value) => typeof value === 'boolean', true),
    opaque,
  };
};

/** A rule read from its JSON. */
export const ruleOf = (key: string, source: JsonObject, criteria: CriteriaNode | null): LockingRule => ({
  key,
  id: stringAt(source, 'id'),
  name: stringAt(source, 'name') ?? '',
  lockExisting: source.lock_existing_records === true,
  criteria,
  source,
});

const readRules = (rules: Json | undefined, newKey: NewKey): LockingRule[] =>
  isList(rules) && rules.every(isObject)
    ? rules.map((source) => {
        const { criteria } = source;
        return ruleOf(
          newKey(),
          source,
          criteria === undefined || criteria === null ? null : parseCriteria(criteria, newKey),
        );
      })
    : [];

/**
 * Reads one element of `record_locking_configurations`. Nothing is dropped: unknown keys stay in `source`. An editor passes
 * its own source of keys; the default (`read1` …) has a prefix of its own, so that keys never clash.
 */
export const parseConfiguration = (
  value: unknown,
  newKey: NewKey = keySource('read'),
): Configuration | ParseProblem => {
  if (!isJson(value) || !isObject(value)) return { problem: 'notAnObject' };
  const { id } = value;
  if (id !== undefined && typeof id !== 'string') return { problem: 'badId' };
  return {
    source: value,
    id,
    systemDefined: value.system_defined === true,
    settings: readSettings(value),
    rules: readRules(value.locking_rules, newKey),
  };
};

/** Whether two references mean the same field: by id where both have one, else by API name. */
export const sameField = (a: JsonObject, b: JsonObject): boolean => {
  const [left, right] = [fieldReference(a), fieldReference(b)];
  if (left.id !== undefined && right.id !== undefined) return left.id === right.id;
  return left.api_name !== undefined && left.api_name === right.api_name;
};
