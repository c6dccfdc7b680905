import { isJson, isList, isObject, type Json } from '../../../base/json';
import type { Path } from '../../configuration/paths';
import { jsonFault } from './json-fault';

/** Of lists and objects; leaves room for criteria of DEEPEST groups. */
const MAX_DEPTH = 100;
const MAX_LIST = 1_000;

/** Names with a meaning for JavaScript objects. Zoho has no such keys. */
const FORBIDDEN = ['__proto__', 'constructor', 'prototype'];

/** Why a file is refused, and where: `at` in its text, or `path` in its content. */
export interface ImportRefusal {
  readonly problem:
    | 'tooLarge'
    | 'notJson'
    | 'tooDeep'
    | 'listTooLong'
    | 'forbiddenKey'
    | 'criteriaTooDeep'
    | 'wrongFormat'
    | 'newerVersion'
    | 'duplicate'
    | 'missing'
    | 'wrongType';
  readonly path: Path;
  /** From 1. */
  readonly at?: { readonly line: number; readonly column: number };
  /** What is allowed, for `tooLarge` (characters), `tooDeep`, `criteriaTooDeep` (groups) and `listTooLong`. */
  readonly limit?: number;
}

export type JsonReading =
  | { readonly ok: true; readonly value: Json }
  | { readonly ok: false; readonly refusal: ImportRefusal };

export const refusal = (
  problem: ImportRefusal['problem'],
  path: Path = [],
  more: Pick<ImportRefusal, 'at' | 'limit'> = {},
): ImportRefusal => ({ problem, path, ...more });

/** The first thing that no honest file contains. */
const hostile = (value: Json, path: Path): ImportRefusal | undefined => {
  if (isList(value)) {
    if (value.length > MAX_LIST) return refusal('listTooLong', path, { limit: MAX_LIST });
  } else if (isObject(value)) {
    const key = Object.keys(value).find((one) => FORBIDDEN.includes(one));
    if (key !== undefined) return refusal('forbiddenKey', [...path, key]);
  } else return undefined;
  const entries: (readonly [string | number, Json])[] = isList(value)
    ? [...value.entries()]
    : Object.entries(value);
  for (const [step, inner] of entries) {
    const found = hostile(inner, [...path, step]);
    if (found) return found;
  }
  return undefined;
};

/** Reads a text that comes from outside as JSON of at most `maxLength` characters. Never throws. */
export const readJson = (text: string, maxLength: number): JsonReading => {
  const no = (reason: ImportRefusal): JsonReading => ({ ok: false, refusal: reason });
  if (text.length > maxLength) return no(refusal('tooLarge', [], { limit: maxLength }));
  // Some editors put a byte order mark at the beginning of a file.
  const plain = text.replace(/^\uFEFF/, '');
  const fault = jsonFault(plain, MAX_DEPTH);
  if (fault) {
    const at = { line: fault.line, column: fault.column };
    return no(
      fault.fault === 'depth'
        ? refusal('tooDeep', [], { at, limit: MAX_DEPTH })
        : refusal('notJson', [], { at }),
    );
  }
  const value: unknown = JSON.parse(plain);
  if (!isJson(value)) return no(refusal('notJson'));
  const bad = hostile(value, []);
  return bad ? no(bad) : { ok: true, value };
};
