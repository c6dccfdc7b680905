import { isList, isObject, type Json, type JsonObject, jsonEqual, plainText } from '../../../base/json';
import { lockedForWord, SERVER_KEYS, sameField } from '../model';
import type { Path } from '../paths';

/** Something that was saved differently than it was meant. undefined: absent. Rule numbers are places in what was meant. */
export interface Difference {
  readonly path: Path;
  readonly meant: Json | undefined;
  readonly found: Json | undefined;
}

/** Lists whose order does not matter, and which Zoho stores as null when they are empty. */
const SETS = [
  'excluded_fields',
  'lock_excluded_profiles',
  'restricted_actions',
  'restricted_communications',
  'restricted_custom_buttons',
];

/** What the server may write for an absent key. */
const DEFAULTS: JsonObject = {
  locked_for: 'all_profiles',
  feature_type: 'record_locking',
  system_defined: false,
  lock_for_portal_users: true,
  lock_existing_records: false,
  restricted_actions: ['update'],
  locking_rules: [],
  type: 'value',
};

const NAMES = ['id', 'name', 'api_name'];

/** Whether the server may have added a key: ids, names and times, documented defaults, and nothing at all. */
const isAdded = (key: string, meant: JsonObject, found: Json): boolean =>
  found === null ||
  SERVER_KEYS.includes(key) ||
  key === 'id' ||
  (NAMES.includes(key) && NAMES.some((other) => other in meant)) ||
  jsonEqual(found, DEFAULTS[key]);

const compareList = (meant: readonly Json[], found: readonly Json[], path: Path): Difference[] =>
  Array.from({ length: Math.max(meant.length, found.length) }, (_, i) =>
    compare(meant[i], found[i], [...path, i]),
  ).flat();

const compareObject = (meant: JsonObject, found: JsonObject, path: Path): Difference[] =>
  [...new Set([...Object.keys(meant), ...Object.keys(found)])].flatMap((key) => {
    const value = found[key];
    if (!(key in meant) && value !== undefined && isAdded(key, meant, value)) return [];
    // The server writes the name beside an id.
    if (key === 'name' && 'id' in meant && meant.id === found.id && !('criteria' in meant)) return [];
    return compare(meant[key], value, [...path, key]);
  });

const compare = (meant: Json | undefined, found: Json | undefined, path: Path): Difference[] => {
  if (isObject(meant) && isObject(found)) return compareObject(meant, found, path);
  if (isList(meant) && isList(found)) return compareList(meant, found, path);
  return meant === found || sameBoolean(meant, found, path) ? [] : [{ path, meant, found }];
};

/** In criteria, `true` and `"true"` mean the same, whichever Zoho stores. */
const sameBoolean = (meant: Json | undefined, found: Json | undefined, path: Path): boolean =>
  path.includes('criteria') &&
  path.includes('value') &&
  isBoolean(meant) &&
  isBoolean(found) &&
  plainText(meant) === plainText(found);

const isBoolean = (value: Json | undefined): boolean =>
  value === 'true' || value === 'false' || typeof value === 'boolean';

const sameThing = (a: Json, b: Json): boolean =>
  isObject(a) && isObject(b)
    ? sameField(a, b) || (!('id' in a && 'id' in b) && a.name === b.name && 'name' in a)
    : a === b;

/** Pairs the items of two lists; those without a partner are paired with undefined. */
const pairs = (
  meant: readonly Json[],
  found: readonly Json[],
  same: (a: Json, b: Json) => boolean,
): { meant?: Json; found?: Json; at: number }[] => {
  const left = [...found];
  const paired = meant.map((item, at) => {
    const i = left.findIndex((other) => same(item, other));
    const [partner] = i < 0 ? [] : left.splice(i, 1);
    return partner === undefined ? { meant: item, at } : { meant: item, found: partner, at };
  });
  return [...paired, ...left.map((item, i) => ({ found: item, at: meant.length + i }))];
};

const compareSet = (meant: Json | undefined, found: Json | undefined, path: Path): Difference[] => {
  const [a, b] = [meant ?? [], found ?? []];
  if (!isList(a) || !isList(b)) return compare(meant, found, path);
  return pairs(a, b, sameThing).flatMap((pair) => compare(pair.meant, pair.found, [...path, pair.at]));
};

/** A rule with an id is found again by it, a new one by its name, which is unique. */
const sameRule = (a: Json, b: Json): boolean =>
  isObject(a) && isObject(b) && ('id' in a ? a.id === b.id : a.name === b.name);

const compareRules = (meant: Json | undefined, found: Json | undefined, path: Path): Difference[] => {
  const [a, b] = [meant ?? [], found ?? []];
  if (!isList(a) || !isList(b)) return compare(meant, found, path);
  return pairs(a, b, sameRule).flatMap((pair) => compare(pair.meant, pair.found, [...path, pair.at]));
};

const word = (value: Json | undefined): Json | undefined =>
  typeof value === 'string' ? lockedForWord(value) : value;

/**
 * Compares what was meant (`intendedConfiguration`) with what was read back. What a server adds is no difference: ids,
 * names beside ids, times, documented defaults of absent keys, `type: "value"` on conditions. Nor is the order of keys, of
 * lists that are sets and of rules, or null instead of an empty list. Everything else is.
 */
export const configurationDifferences = (meant: JsonObject, found: JsonObject): Difference[] =>
  [...new Set([...Object.keys(meant), ...Object.keys(found)])].flatMap((key) => {
    const [a, b, path]: [Json | undefined, Json | undefined, Path] = [meant[key], found[key], [key]];
    if (SERVER_KEYS.includes(key)) return [];
    if (!(key in meant) && b !== undefined && isAdded(key, {}, b)) return [];
    if (SETS.includes(key)) return compareSet(a, b, path);
    if (key === 'locking_rules') return compareRules(a, b, path);
    return key === 'locked_for' ? compare(word(a), word(b), path) : compare(a, b, path);
  });
