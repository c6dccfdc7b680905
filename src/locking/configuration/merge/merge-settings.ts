import { isList, isObject, type Json, type JsonObject, without } from '../../../base/json';
import { type ConfigurationSettings, identityOf, lockedForWord, SERVER_KEYS, sameField } from '../model';
import { type Choose, conflictAt, mergeSets, type Side, settle, type Three } from './three-way';

/** One version of a configuration: its JSON, and the same read. */
export interface Version {
  readonly source: JsonObject;
  readonly settings: ConfigurationSettings;
}

/** `base` is undefined when both sides made the configuration. */
export type Versions = Three<Version | undefined> & { readonly mine: Version; readonly theirs: Version };

const SETS = [
  'excluded_fields',
  'restricted_actions',
  'restricted_communications',
  'restricted_custom_buttons',
];
const PROFILES = 'lock_excluded_profiles';
/** Not merged here: the server writes them, or they are decided together with what depends on them. */
const APART = ['id', 'system_defined', 'locking_rules', 'lock_type', 'locked_for', PROFILES, ...SERVER_KEYS];

/** What an absent key means. */
const DEFAULTS: JsonObject = {
  locked_for: 'all_profiles',
  feature_type: 'record_locking',
  lock_for_portal_users: true,
};

const each = <T, R>({ base, mine, theirs }: Three<T>, of: (one: T) => R): Three<R> => ({
  base: of(base),
  mine: of(mine),
  theirs: of(theirs),
});

const meaning = (version: Version | undefined, key: string): Json | undefined => {
  const value = version && (version.source[key] ?? DEFAULTS[key] ?? null);
  return key === 'locked_for' && typeof value === 'string' ? lockedForWord(value) : value;
};

/** Which side's value of a setting is taken. `because`: something that depends on it makes it a conflict anyway. */
export const settleSetting = (
  versions: Versions,
  key: string,
  choose: Choose,
  because?: 'rules' | 'profiles',
): Side => {
  const values = each(versions, (version) => version?.source[key]);
  const ask = () => choose(conflictAt([key], values, because && { because }));
  return because
    ? ask()
    : settle(
        values,
        each(versions, (version) => meaning(version, key)),
        ask,
      );
};

const put = (source: JsonObject, key: string, value: Json | undefined): JsonObject =>
  value === undefined ? without(source, [key]) : { ...source, [key]: value };

const sameThing = (a: Json, b: Json): boolean =>
  isObject(a) && isObject(b) ? sameField(a, b) || identityOf(a) === identityOf(b) : a === b;

const listIn = (source: JsonObject | undefined, key: string): readonly Json[] => {
  const value = source?.[key];
  return isList(value) ? value : [];
};

/** `lists`: the entries of each side that take part. */
const mergeList = (
  source: JsonObject,
  key: string,
  lists: Three<readonly Json[]>,
  choose: Choose,
): JsonObject => {
  const merged = mergeSets(lists, sameThing, (item, values) => {
    const identity = typeof item === 'string' ? item : (identityOf(item) ?? '');
    return choose(conflictAt([key, identity], values));
  });
  const same = merged.length === 0 ? !listIn(source, key).length : merged === listIn(source, key);
  return same ? source : put(source, key, merged.length ? merged : null);
};

const mergeValue = (source: JsonObject, key: string, versions: Versions, choose: Choose): JsonObject =>
  settleSetting(versions, key, choose) === 'mine' ? put(source, key, versions.mine.source[key]) : source;

const opaque = ({ base, mine, theirs }: Versions, key: string): boolean =>
  [base, mine, theirs].some((version) => version?.settings.opaque.includes(key));

const everybody = (version: Version): boolean => version.settings.lockedFor === 'all_profiles';

const addsProfiles = (version: Version, base: Version): boolean =>
  !everybody(version) &&
  version.settings.excludedProfiles.some(
    (item) => !base.settings.excludedProfiles.some((other) => sameThing(item, other)),
  );

/**
 * Who is locked out. The exempt profiles of a version that exempts nobody do not count. So a side that changes to everybody
 * would undo what the other side added to the profiles: that is a conflict too.
 */
const mergePeople = (source: JsonObject, versions: Versions, choose: Choose): JsonObject => {
  const { base, mine, theirs } = versions;
  const undoes = (one: Version, other: Version): boolean =>
    base !== undefined && !everybody(base) && everybody(one) && addsProfiles(other, base);
  const because = undoes(mine, theirs) || undoes(theirs, mine) ? 'profiles' : undefined;
  const side = settleSetting(versions, 'locked_for', choose, because);
  const merged = side === 'mine' ? put(source, 'locked_for', mine.source.locked_for) : source;
  if (opaque(versions, PROFILES)) return mergeValue(merged, PROFILES, versions, choose);
  if (everybody(versions[side])) return merged;
  const before = base && !everybody(base) ? listIn(base.source, PROFILES) : [];
  const counting = (version: Version): readonly Json[] =>
    everybody(version) ? before : listIn(version.source, PROFILES);
  const lists = { base: before, mine: counting(mine), theirs: counting(theirs) };
  return mergeList(merged, PROFILES, lists, choose);
};

/** Their configuration with my changes to the settings. Lock type and rules stay theirs. */
export const mergeSettings = (versions: Versions, choose: Choose): JsonObject => {
  const { base, mine, theirs } = versions;
  const keys = new Set([base, mine, theirs].flatMap((version) => Object.keys(version?.source ?? {})));
  let { source } = theirs;
  for (const key of keys)
    if (SETS.includes(key) && !opaque(versions, key)) {
      const lists = each(versions, (version) => listIn(version?.source, key));
      source = mergeList(source, key, lists, choose);
    } else if (!APART.includes(key)) source = mergeValue(source, key, versions, choose);
  return mergePeople(source, versions, choose);
};
