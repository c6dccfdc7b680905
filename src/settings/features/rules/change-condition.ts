import { type Json, plainText } from '../../../base/json';
import type { Field } from '../../../locking/configuration/fields';
import { type Root, setComparator, setField, setValue } from '../../../locking/criteria/tree/edit';
import { findNode } from '../../../locking/criteria/tree/find';
import {
  type ComparatorChoice,
  choiceOf,
  comparatorChoices,
  comparatorOf,
  isToken,
  type ValueEditor,
  valueEditor,
} from '../../../locking/criteria/values/comparators';
import { valuesOf } from '../../../locking/criteria/values/values';

const usable = (items: readonly Json[], to: ValueEditor): readonly Json[] =>
  items.filter((item) => item !== '' && (!isToken(item) || to.tokens.includes(String(item))));

/** What of a value can stay when it is to be entered in another way. */
export function transferredValue(value: Json | undefined, from: ValueEditor, to: ValueEditor): Json {
  const alike = from.kind === to.kind || (from.kind === 'picklist' && to.kind === 'text');
  if (!alike || from.kind === 'none') return null;
  const items = usable(valuesOf(from, value), to);
  if (to.arity === 'range') return [items[0] ?? '', items[1] ?? ''];
  if (to.arity === 'one') return items[0] ?? null;
  if (!items.length) return null;
  return to.joined ? items.map(plainText).join(';') : items;
}

const apply = (root: Root, key: string, choice: ComparatorChoice, value: Json): Root => {
  const { comparator, value: fixed } = comparatorOf(choice);
  return setValue(setComparator(root, key, comparator), key, fixed ?? value);
};

/** Another comparator, and as much of the value as still fits. */
export function chooseComparator(
  root: Root,
  key: string,
  field: Field | undefined,
  choice: ComparatorChoice,
): Root {
  const node = findNode(root, key);
  if (node?.kind !== 'condition') return root;
  const before = valueEditor(field, choiceOf(node));
  return apply(root, key, choice, transferredValue(node.value, before, valueEditor(field, choice)));
}

/** Kinds whose values mean the same under another field. */
const MOVABLE: ReadonlySet<ValueEditor['kind']> = new Set([
  'text',
  'number',
  'date',
  'datetime',
  'boolean',
  'user',
]);

/** Another field, sent by its API name alone, with a comparator that it has and as much of the value as still fits. */
export function chooseField(
  root: Root,
  key: string,
  from: Field | undefined,
  to: Field,
  module: string,
): Root {
  const node = findNode(root, key);
  if (node?.kind !== 'condition') return root;
  const next = setField(root, key, { api_name: to.apiName });
  const before = choiceOf(node);
  const choices = comparatorChoices(to, module);
  const choice = before && choices.includes(before) ? before : choices[0];
  if (!choice) return next;
  const editors = [valueEditor(from, before), valueEditor(to, choice)] as const;
  const value = MOVABLE.has(editors[1].kind) ? transferredValue(node.value, ...editors) : null;
  return apply(next, key, choice, value);
}
