/** A value of a JSON document. Replies are kept in this form, so that whatever they hold can be sent back unchanged. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json;
}

/** `Array.isArray` loses readonly arrays when it narrows; this does not. */
export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** An object with unknown keys. */
export interface UnknownObject {
  readonly [key: string]: unknown;
}

/** The objects among the values of a type; for `unknown`, any object. */
type ObjectsOf<T> = T extends UnknownObject ? T : NonNullable<unknown> extends T ? T & UnknownObject : never;

/** Whether a value is an object with keys: not null and not a list. */
export const isObject = <T>(value: T): value is ObjectsOf<T> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Lists and objects inside one another: more would exhaust the stack of whatever follows them step by step. */
const DEEPEST_JSON = 1_000;

/** Whether a value that came from outside is JSON all through, and not nested deeper than any honest reply. */
export const isJson = (value: unknown): value is Json => isJsonWithin(value, DEEPEST_JSON);

const isJsonWithin = (value: unknown, levels: number): boolean => {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null)
    return value === null || typeof value === 'string' || typeof value === 'boolean';
  const inside: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
  return levels > 0 && inside.every((item) => isJsonWithin(item, levels - 1));
};

/** The string under a key, or undefined when there is none or it is of another type. */
export const stringAt = (object: UnknownObject, key: string): string | undefined => {
  const value = object[key];
  return typeof value === 'string' ? value : undefined;
};

/**
 * Any value of a reply or a file as text. `String()` throws for an object that has a `toString` or `valueOf` of its own, which
 * a hostile one may have.
 */
export const plainText = (value: unknown): string =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);

/** The same object when it holds none of the keys, else a copy without them, order kept. */
export const without = (object: JsonObject, keys: readonly string[]): JsonObject =>
  keys.some((key) => Object.hasOwn(object, key))
    ? Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)))
    : object;

/** Equal as JSON: the order of keys does not count, the order of lists does. Absent and null differ. */
export const jsonEqual = (a: Json | undefined, b: Json | undefined): boolean => {
  if (a === b) return true;
  if (isList(a) && isList(b)) return a.length === b.length && a.every((item, i) => jsonEqual(item, b[i]));
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && jsonEqual(a[key], b[key]))
  );
};
