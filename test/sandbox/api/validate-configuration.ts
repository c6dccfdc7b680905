import {
  dependentMissing,
  invalid,
  limitExceeded,
  mandatory,
  notSupported,
  ROOT,
  unknownValue,
  wrongType,
} from './configuration-errors';
import { LIMITS } from './features';
import { isArray, isObject, type Json, type JsonObject, textAt } from './json';
import type { Org } from './org';
import type { Configuration, FieldRef, LockType, Module, Ref } from './types';
import { resolveField } from './validate-criteria';

/** The settings of a configuration, its rules and its stamps apart. */
export type Settings = Pick<
  Configuration,
  | 'lock_type'
  | 'locked_for'
  | 'excluded_fields'
  | 'lock_excluded_profiles'
  | 'restricted_actions'
  | 'restricted_communications'
  | 'restricted_custom_buttons'
  | 'lock_for_portal_users'
  | 'feature_type'
>;

const LOCK_TYPES = ['manual', 'automatic', 'both'] as const;
const EXCEPT = 'all_profiles_except_excluded_profiles';
const LOCKED_FOR = ['all_profiles', EXCEPT];
const ACTIONS = ['convert', 'update', 'delete', 'change_owner', 'tags'];
const COMMUNICATIONS = ['send_mail', 'send_survey', 'send_portal_invitation'];

const at = (key: keyof Settings): string => `${ROOT}.${key}`;

function lockType(given: Json): LockType {
  if (given === null) throw mandatory(at('lock_type'));
  const found = LOCK_TYPES.find((type) => type === given);
  if (!found) throw unknownValue(at('lock_type'), 'lock_type not found', LOCK_TYPES);
  return found;
}

function lockedFor(given: Json): string {
  if (typeof given === 'string' && LOCKED_FOR.includes(given)) return given;
  throw unknownValue(at('locked_for'), 'locked_for not found', LOCKED_FOR);
}

/** A list of at most so many entries; null and an empty list are both "none". */
function list(given: Json, key: keyof Settings, what: string, limit: number): Json[] | null {
  if (given === null) return null;
  if (!isArray(given)) throw wrongType(at(key), 'jsonarray');
  if (given.length > limit) throw limitExceeded(at(key), what, limit, limit);
  return given.length ? given : null;
}

/** `update` is always restricted, whether or not it is named; `convert` exists for Leads only. */
function actions(given: Json, module: Module): string[] {
  const supported = ACTIONS.filter((action) => action !== 'convert' || module.api_name === 'Leads');
  const wanted = list(given, 'restricted_actions', 'restricted actions', Number.MAX_SAFE_INTEGER) ?? [];
  const names = wanted.map((action, index) => {
    if (typeof action === 'string' && supported.includes(action)) return action;
    throw unknownValue(`${at('restricted_actions')}[${index}]`, 'action not found', supported);
  });
  return [...new Set(names.includes('update') ? names : ['update', ...names])];
}

/** Mail is the only communication that a lock can restrict today, and only where a module sends mail. */
function communications(given: Json, module: Module): string[] | null {
  const key = 'restricted_communications';
  const wanted = list(given, key, 'restricted communications', Number.MAX_SAFE_INTEGER);
  return (
    wanted?.map((name, index) => {
      if (typeof name !== 'string' || !COMMUNICATIONS.includes(name))
        throw unknownValue(`${at(key)}[${index}]`, 'communications not found', COMMUNICATIONS);
      if (name !== 'send_mail' || !module.mail) throw notSupported(at(key), 'communications not found');
      return name;
    }) ?? null
  );
}

function references(
  given: Json[] | null,
  key: keyof Settings,
  find: (id: string) => Ref | undefined,
  what: string,
) {
  return (
    given?.map((one, index): Ref => {
      const path = `${at(key)}[${index}]`;
      if (!isObject(one)) throw wrongType(path, 'jsonobject');
      const found = find(textAt(one, 'id') ?? '');
      if (!found) throw invalid(`${path}.id`, `${what} not found`);
      return { name: found.name, id: found.id };
    }) ?? null
  );
}

function excludedFields(given: Json, module: Module): FieldRef[] | null {
  const wanted = list(given, 'excluded_fields', 'excluded fields', LIMITS.excluded_fields);
  return (
    wanted?.map((one, index) => {
      const path = `${at('excluded_fields')}[${index}]`;
      const [field, reference] = resolveField(module, one, path);
      if (field.read_only || field.api_name === 'Tag' || field.api_name === 'Owner')
        throw notSupported(`${path}.api_name`, 'Field not supported');
      return reference;
    }) ?? null
  );
}

/**
 * The settings that a body asks for, laid over `base` (the present ones, or the defaults). Checks run in the order of
 * the keys below, each one's type, limit and entries in turn, and what depends on another key last.
 */
export function validateSettings(
  org: Org,
  module: Module,
  body: JsonObject,
  base: Partial<Settings>,
): Settings {
  const given = (key: keyof Settings, fallback: Json): Json =>
    body[key] ?? (key in body ? null : (base[key] ?? fallback));
  const feature = given('feature_type', 'record_locking');
  const settings: Settings = {
    lock_type: lockType(given('lock_type', null)),
    locked_for: lockedFor(given('locked_for', 'all_profiles')),
    lock_for_portal_users: true,
    feature_type: 'record_locking',
    restricted_actions: actions(given('restricted_actions', null), module),
    restricted_communications: communications(given('restricted_communications', null), module),
    restricted_custom_buttons: references(
      list(
        given('restricted_custom_buttons', null),
        'restricted_custom_buttons',
        'restricted custom buttons',
        LIMITS.restricted_custom_buttons,
      ),
      'restricted_custom_buttons',
      (id) => org.button(module.api_name, id),
      'custom button',
    ),
    excluded_fields: excludedFields(given('excluded_fields', null), module),
    lock_excluded_profiles: references(
      list(
        given('lock_excluded_profiles', null),
        'lock_excluded_profiles',
        'excluded profiles',
        LIMITS.excluded_profiles,
      ),
      'lock_excluded_profiles',
      (id) => org.profile(id),
      'lock_excluded_profiles',
    ),
  };
  const portal = given('lock_for_portal_users', true);
  if (typeof portal !== 'boolean') throw wrongType(at('lock_for_portal_users'), 'boolean');
  if (feature !== null && feature !== 'record_locking') throw invalid(at('feature_type'));
  if (settings.locked_for === EXCEPT && !settings.lock_excluded_profiles)
    throw dependentMissing(
      at('lock_excluded_profiles'),
      'locked_for',
      `lock_excluded_profiles should have been given when locked_for is given as ${EXCEPT} `,
    );
  return { ...settings, lock_for_portal_users: portal };
}

export function refuseMissingRules(): never {
  throw dependentMissing(
    `${ROOT}.locking_rules`,
    'lock_type',
    'locking_rules should have been given when lock_type is given as automatic or both',
  );
}
