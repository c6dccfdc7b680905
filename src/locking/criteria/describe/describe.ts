import { isList, type Json } from '../../../base/json';
import type { Condition, CriteriaNode, FieldReference, GroupOperator } from '../tree/node';
import { type ComparatorChoice, choiceOf, isToken } from '../values/comparators';

/** The words of one language. All texts that come in are already in that language. */
export interface CriteriaVocabulary {
  /** The label of a field, or words for one that is unknown or not chosen yet. */
  field(field: FieldReference): string;
  /** One literal value: text, or an object of a user or lookup. Null: nothing entered yet. */
  value(value: Json, field: FieldReference): string;
  /** A token such as `${TODAY}`, known or not. */
  token(token: string, field: FieldReference): string;
  /** "Amount is more than 50,000". Two values for a range, any number for a list, none for `empty` and `not_empty`. */
  compare(
    choice: ComparatorChoice,
    field: string,
    values: readonly string[],
    reference: FieldReference,
  ): string;
  /** A comparison with an unknown comparator, shown as it is. */
  unknownComparator(comparator: string, field: string, values: readonly string[]): string;
  /** "A and B", "either A or B"; at least two parts. */
  join(operator: GroupOperator, parts: readonly string[]): string;
  /** Marks a group inside a group, for example with brackets. */
  bracket(text: string): string;
  /** A node of an unknown form, shown as it is. */
  unknown(source: Json): string;
  /** No criteria at all. */
  nothing(): string;
}

const valueText = (words: CriteriaVocabulary, field: FieldReference, value: Json): string =>
  typeof value === 'string' && isToken(value) ? words.token(value, field) : words.value(value, field);

const describeCondition = (condition: Condition, words: CriteriaVocabulary): string => {
  const { comparator, field, value } = condition;
  const choice = choiceOf(condition);
  const none = choice === 'empty' || choice === 'not_empty';
  const values = none ? [] : isList(value) ? value : [value ?? null];
  const texts = values.map((item) => valueText(words, field, item));
  return choice
    ? words.compare(choice, words.field(field), texts, field)
    : words.unknownComparator(comparator, words.field(field), texts);
};

const describeNode = (node: CriteriaNode, words: CriteriaVocabulary, inside: boolean): string => {
  if (node.kind === 'opaque') return words.unknown(node.source);
  if (node.kind === 'condition') return describeCondition(node, words);
  const [first, ...others] = node.children;
  if (!first) return words.nothing();
  if (!others.length) return describeNode(first, words, inside);
  const text = words.join(
    node.operator,
    node.children.map((child) => describeNode(child, words, true)),
  );
  return inside ? words.bracket(text) : text;
};

/** The criteria as one plain sentence without a full stop. A group inside another is put in brackets. */
export const describeCriteria = (criteria: CriteriaNode | null, words: CriteriaVocabulary): string =>
  criteria ? describeNode(criteria, words, false) : words.nothing();
