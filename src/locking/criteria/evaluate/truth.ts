import type { Json } from '../../../base/json';
import type { GroupOperator } from '../tree/node';

/** Whether a record meets something; `unknown`: it cannot be told. */
export type Truth = 'met' | 'notMet' | 'unknown';

/**
 * Why it cannot be told.
 *
 * - `form`: a node or a key of an unknown form. `field`: none, or not a field of the module. `fieldType`: criteria cannot use it.
 * - `notRead`: the record was read without this field.
 * - `comparator`: unknown, or not one of the field's. `value`: the condition's value is missing or malformed.
 * - `role`, `group`: the record does not hold the roles and groups of its users. `token`: a value that only Zoho can compute.
 * - `stage`: it is not known which stages are open, won or lost. `tasks`: it is not known which statuses are closed.
 * - `calendar`: it depends on the first day of the week or of the fiscal year.
 * - `emptyField`, `letterCase`, `severalValues`, `precision`: Zoho does not say how it compares an empty field by a negative
 *   comparator, upper and lower case and outer spaces, the values of a multi-select, numbers with very many digits.
 */
export type UnknownReason =
  | 'form'
  | 'field'
  | 'fieldType'
  | 'notRead'
  | 'comparator'
  | 'value'
  | 'role'
  | 'group'
  | 'token'
  | 'stage'
  | 'tasks'
  | 'calendar'
  | 'emptyField'
  | 'letterCase'
  | 'severalValues'
  | 'precision';

/** Yes, no, or why neither. */
export type Answer = boolean | UnknownReason;

export const truthOf = (answer: Answer): Truth =>
  answer === true ? 'met' : answer === false ? 'notMet' : 'unknown';

/** The answer that every possible reading gives, or why they differ. */
export const agreed = (readings: readonly Answer[], otherwise: UnknownReason): Answer => {
  const [first] = readings;
  if (first === undefined) return otherwise;
  return readings.every((reading) => reading === first) ? first : otherwise;
};

export const not = (answer: Answer): Answer => (typeof answer === 'boolean' ? !answer : answer);

/** Whether one of several holds: what is certain goes before what is not. */
export const someOf = (answers: readonly Answer[]): Answer =>
  answers.includes(true) ? true : (answers.find((answer) => answer !== false) ?? false);

/** What became of one node of the criteria, in the shape of the criteria. */
export type NodeTruth =
  | {
      readonly kind: 'condition' | 'opaque';
      /** Key of the criteria's node. */
      readonly key: string;
      readonly truth: Truth;
      /** With the truth `unknown` only. */
      readonly why?: UnknownReason;
      /** The record's own value; undefined when it was not read. */
      readonly held?: Json | undefined;
    }
  | {
      readonly kind: 'group';
      readonly key: string;
      readonly operator: GroupOperator;
      readonly truth: Truth;
      /** Of a group with unknown keys, or with nothing in it. */
      readonly why?: UnknownReason;
      readonly children: readonly NodeTruth[];
    };

/** Every reason for which something below a node cannot be told, each once. */
export const reasonsIn = (node: NodeTruth): readonly UnknownReason[] => [
  ...new Set([
    ...(node.why ? [node.why] : []),
    ...(node.kind === 'group' ? node.children.flatMap(reasonsIn) : []),
  ]),
];
