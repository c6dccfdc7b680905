import type { Named } from '../../base/named';
import type { Field, FieldObstacle } from '../configuration/fields';
import type { Configuration } from '../configuration/model';

/** Where a configuration is to go. What is left out is not known there, and nothing can be mapped to it. */
export interface TransferTarget {
  readonly module: { readonly apiName: string };
  readonly fields: readonly Field[];
  readonly profiles: readonly Named[];
  readonly buttons?: readonly Named[] | undefined;
  /** For criteria that speak of users, roles or groups. */
  readonly users?: readonly Named[] | undefined;
  readonly roles?: readonly Named[] | undefined;
  readonly groups?: readonly Named[] | undefined;
  /** What the module has now; null when it has no configuration. */
  readonly configuration: Configuration | null;
}

export type NamedKind = 'profile' | 'button' | 'user' | 'role' | 'group';
export type ThingKind =
  | NamedKind
  | 'field'
  | 'value'
  | 'action'
  | 'communication'
  /** The record that a lookup leads to: never mapped. */
  | 'record'
  | 'token'
  | 'comparator'
  /** A setting, or a key of a rule or of criteria. */
  | 'setting'
  | 'criteria';

/** Something that has a counterpart. Fields are called by API name, the others by name. */
export interface Mapped {
  readonly kind: ThingKind;
  /** Stands for it in `choices`. */
  readonly key: string;
  readonly from: string;
  readonly to: string;
  /** `kept`: nothing is known of it, but the target has it in just this form. */
  readonly how: 'apiName' | 'value' | 'label' | 'name' | 'chosen' | 'kept';
}

/**
 * Something that has none. `absent`: not there; `ambiguous`: there several times; `notListed`: what is there is not known;
 * `otherType`: the field holds something else; `notOffered`: the module has no such action, comparator or token; `unknown`: of
 * a form or name that this software does not know; `empty`: criteria without conditions; `invalid`: no value for such a field;
 * `onlyClosed`: tasks are locked by their status alone; or why the field cannot be used for it.
 */
export interface Missing {
  readonly kind: ThingKind;
  readonly key: string;
  readonly name: string;
  readonly reason:
    | 'absent'
    | 'ambiguous'
    | 'notListed'
    | 'otherType'
    | 'notOffered'
    | 'unknown'
    | 'empty'
    | 'invalid'
    | 'onlyClosed'
    | FieldObstacle;
}

/** A rule that does not go along, since not all of its criteria can be said in the target. */
export interface LeftOutRule {
  readonly name: string;
  readonly causes: readonly Missing[];
}

/** What became of everything that a configuration speaks of. */
export interface TransferReport {
  readonly mapped: readonly Mapped[];
  /** Settings, entries of lists and keys that do not go along. */
  readonly missing: readonly Missing[];
  readonly leftOut: readonly LeftOutRule[];
}

/** What was chosen by hand: `key` of a mapped or missing thing → API name of a field, value of a picklist, id of the others. */
export type Choices = ReadonlyMap<string, string>;
