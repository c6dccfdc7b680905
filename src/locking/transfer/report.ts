import type { Named } from '../../base/named';
import type { Field, FieldObstacle } from '../configuration/fields';
import type { Configuration } from '../configuration/model';

/** Where a configuration is transferred to. Nothing can be mapped to what is left out here: it is not known. */
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
  /** The record in a lookup: never mapped. */
  | 'record'
  | 'token'
  | 'comparator'
  /** A setting, or a key of a rule or of criteria. */
  | 'setting'
  | 'criteria';

/** Something that has a match in the target. Fields are named by API name, the others by name. */
export interface Mapped {
  readonly kind: ThingKind;
  /** Its key in `choices`. */
  readonly key: string;
  readonly from: string;
  readonly to: string;
  /** `kept`: unknown, but the target already has it in exactly this form. */
  readonly how: 'apiName' | 'value' | 'label' | 'name' | 'chosen' | 'kept';
}

/**
 * Something without a match. `absent`: the target has none; `ambiguous`: it has several; `notListed`: its list is not known;
 * `otherType`: its field has another type; `notOffered`: its module has no such action, comparator or token; `unknown`: a form
 * or name that this software does not know; `empty`: criteria without conditions; `invalid`: not a value of such a field;
 * `onlyClosed`: tasks are locked by their status alone; or why the field cannot be used.
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

/** A rule that is not transferred, because part of its criteria has no match. */
export interface LeftOutRule {
  readonly name: string;
  readonly causes: readonly Missing[];
}

/** What happened to everything that a configuration mentions. */
export interface TransferReport {
  readonly mapped: readonly Mapped[];
  /** Settings, entries of lists and keys that are not transferred. */
  readonly missing: readonly Missing[];
  readonly leftOut: readonly LeftOutRule[];
}

/** What was chosen manually: `key` of a mapped or missing thing → API name of a field, value of a picklist, id of the others. */
export type Choices = ReadonlyMap<string, string>;
