import { isObject, type Json, jsonEqual, without } from '../../../base/json';
import type { Path } from '../paths';

export type Side = 'mine' | 'theirs';

/** One thing as it was before, as I want it and as someone else saved it. undefined: absent. */
export interface Three<T> {
  readonly base: T;
  readonly mine: T;
  readonly theirs: T;
}

/** What both sides changed in different ways. */
export interface Conflict extends Three<Json | undefined> {
  /** The path as text, unique within one merge. */
  readonly key: string;
  /** A setting; a setting and the identity of an entry; `locking_rules`, the rule's id and, unless it is the whole rule, a key of it. */
  readonly path: Path;
  /** The rule's name, when it is about one rule. */
  readonly rule?: string;
  /** One side's value would undo what the other side did to the rules or to the exempt profiles. */
  readonly because?: 'rules' | 'profiles';
}

export type Choose = (conflict: Conflict) => Side;

export const conflictAt = (
  path: Path,
  values: Three<Json | undefined>,
  more: Pick<Conflict, 'rule' | 'because'> = {},
): Conflict => ({ key: JSON.stringify(path), path, ...values, ...more });

/**
 * Which side's value is taken: that of the side that changed it, in form or in meaning. Equal changes count as theirs, so
 * that nothing has to be sent. Asks only when both changed it in different ways.
 */
export const settle = (
  values: Three<Json | undefined>,
  meanings: Three<Json | undefined>,
  ask: () => Side,
): Side => {
  for (const { base, mine, theirs } of [values, meanings]) {
    if (jsonEqual(theirs, base)) return 'mine';
    if (jsonEqual(mine, base) || jsonEqual(mine, theirs)) return 'theirs';
  }
  return ask();
};

/** What an entry says besides which thing it means. The server writes its names. */
const content = (item: Json | undefined): Json | undefined =>
  isObject(item) ? without(item, ['id', 'name', 'api_name']) : item;

/** Merges lists that are sets, entry by entry, in their order: with what a side added, without what a side removed. */
export const mergeSets = (
  { base, mine, theirs }: Three<readonly Json[]>,
  same: (a: Json, b: Json) => boolean,
  ask: (item: Json, values: Three<Json | undefined>) => Side,
): readonly Json[] => {
  const find = (list: readonly Json[], item: Json) => list.find((other) => same(item, other));
  const merged = [...theirs, ...mine.filter((item) => find(theirs, item) === undefined)].flatMap((item) => {
    const values = { base: find(base, item), mine: find(mine, item), theirs: find(theirs, item) };
    const meanings = {
      base: content(values.base),
      mine: content(values.mine),
      theirs: content(values.theirs),
    };
    return values[settle(values, meanings, () => ask(item, values))] ?? [];
  });
  return merged.length === theirs.length && merged.every((item, i) => item === theirs[i]) ? theirs : merged;
};
