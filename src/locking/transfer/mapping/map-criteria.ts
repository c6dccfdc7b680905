import { isList, isObject, type Json, plainText } from '../../../base/json';
import { criteriaFieldObstacle, type Field, fieldKind } from '../../configuration/fields';
import { isTasksCriteria } from '../../criteria/tasks';
import { type Condition, type CriteriaNode, parseCriteria } from '../../criteria/tree/node';
import {
  type ComparatorChoice,
  choiceOf,
  comparatorChoices,
  DATE_TOKENS,
  isToken,
  type ValueEditor,
  valueEditor,
} from '../../criteria/values/comparators';
import { normaliseValue, valuesOf } from '../../criteria/values/values';
import type { ExportedField } from '../export/export-configuration';
import type { Mapped, Missing } from '../report';
import {
  exportedField,
  type Match,
  matchField,
  matchNamed,
  matchValue,
  missed,
  type Transfer,
} from './names';

/** The criteria as the target says them, unless something is missing: then nothing of them can be used. */
export interface CarriedCriteria {
  readonly criteria: Json;
  readonly mapped: readonly Mapped[];
  readonly missing: readonly Missing[];
}

const nothing = (...missing: readonly { readonly missing: Missing }[]): CarriedCriteria => ({
  criteria: null,
  mapped: [],
  missing: missing.map((one) => one.missing),
});

/** A key that is not known may change the meaning of what it stands beside. */
const strangeKey = (source: object, known: readonly string[]): string | undefined =>
  Object.keys(source).find((key) => !known.includes(key));

const textOf = (value: Json | undefined): string =>
  typeof value === 'string' ? value : JSON.stringify(value ?? null);

const tokenFits = ({ exported, target }: Transfer, { kind, tokens }: ValueEditor, token: Json): boolean =>
  exported.module.api_name === target.module.apiName ||
  ((kind === 'date' || kind === 'datetime') && DATE_TOKENS.some((known) => known === token)) ||
  tokens.some((known) => known === token);

/** One value: its counterpart, or the very value where it means the same everywhere. */
const transferOne = (
  transfer: Transfer,
  field: Field,
  source: ExportedField | undefined,
  editor: ValueEditor,
  value: Json,
): Match<Json> | { readonly to: Json } => {
  const { kind } = editor;
  const text = textOf(value);
  if (isToken(value))
    return tokenFits(transfer, editor, value) ? { to: value } : missed('token', text, 'notOffered');
  if (kind === 'picklist') return matchValue(transfer, field, source, value);
  if (!isObject(value)) return { to: value };
  const name = textOf(value.name ?? value.id);
  if (kind !== 'user' && kind !== 'role' && kind !== 'group') return missed('record', name, 'absent');
  const match = matchNamed(transfer, kind, value);
  return 'missing' in match ? match : { ...match, to: { name: match.to.name, id: match.to.id } };
};

const transferValue = (
  transfer: Transfer,
  field: Field,
  source: ExportedField | undefined,
  choice: ComparatorChoice,
  value: Json | undefined,
): CarriedCriteria => {
  const editor = valueEditor(field, choice);
  if (editor.kind === 'none') return { criteria: value ?? null, mapped: [], missing: [] };
  const several = isList(value) || (editor.joined && !isToken(value));
  const items = (several ? valuesOf(editor, value) : [value ?? null]).map((item) =>
    transferOne(transfer, field, source, editor, item),
  );
  const missing = items.flatMap((item) => ('missing' in item ? [item] : []));
  if (missing.length) return nothing(...missing);
  const carried = items.flatMap((item) => ('to' in item ? [item.to] : []));
  const criteria = !several
    ? (carried[0] ?? null)
    : isList(value)
      ? carried
      : carried.map(plainText).join(';');
  return normaliseValue(editor, criteria).ok
    ? { criteria, mapped: items.flatMap((item) => ('mapped' in item ? [item.mapped] : [])), missing: [] }
    : nothing(missed('value', textOf(value), 'invalid', source?.api_name ?? field.apiName));
};

/** Percentages and amounts are both numbers, but ten of one are not ten of the other. */
export const comparesAlike = (a: string, b: string): boolean =>
  fieldKind({ dataType: a }) === fieldKind({ dataType: b }) && (a === 'percent') === (b === 'percent');

const transferCondition = (transfer: Transfer, condition: Condition): CarriedCriteria => {
  const { source, field: reference, comparator, value } = condition;
  const { module } = transfer.target;
  const strange =
    strangeKey(source, ['comparator', 'field', 'value', 'type']) ??
    (source.type === undefined || source.type === 'value' ? undefined : 'type');
  if (strange !== undefined) return nothing(missed('setting', strange, 'unknown'));
  const match = matchField(transfer, reference);
  if ('missing' in match) return nothing(match);
  const { to: field, mapped } = match;
  const known = exportedField(transfer, reference);
  const { from } = mapped;
  if (known?.data_type && !comparesAlike(known.data_type, field.dataType))
    return nothing(missed('field', from, 'otherType'));
  const obstacle = criteriaFieldObstacle(field, module.apiName);
  if (obstacle) return nothing(missed('field', from, obstacle));
  const choice = choiceOf(condition);
  if (!choice) return nothing(missed('comparator', comparator, 'unknown'));
  if (!comparatorChoices(field, module.apiName).includes(choice))
    return nothing(missed('comparator', comparator, 'notOffered', from));
  const carried = transferValue(transfer, field, known, choice, value);
  return {
    ...carried,
    criteria: { comparator, field: { api_name: field.apiName }, value: carried.criteria },
    mapped: [mapped, ...carried.mapped],
  };
};

const transferNode = (transfer: Transfer, node: CriteriaNode): CarriedCriteria => {
  if (node.kind === 'opaque') return nothing(missed('criteria', textOf(node.source), 'unknown'));
  if (node.kind === 'condition') return transferCondition(transfer, node);
  const strange = strangeKey(node.source, ['group_operator', 'group']);
  if (strange !== undefined) return nothing(missed('setting', strange, 'unknown'));
  if (!node.children.length) return nothing(missed('criteria', node.operator, 'empty'));
  const parts = node.children.map((child) => transferNode(transfer, child));
  return {
    criteria: { group_operator: node.operator, group: parts.map((part) => part.criteria) },
    mapped: parts.flatMap((part) => part.mapped),
    missing: parts.flatMap((part) => part.missing),
  };
};

/** Says criteria with the fields, values and people of the target. No id goes along but the target's own. */
export const transferCriteria = (transfer: Transfer, node: CriteriaNode | null): CarriedCriteria => {
  if (!node) return nothing(missed('criteria', '', 'empty'));
  const carried = transferNode(transfer, node);
  if (carried.missing.length || transfer.target.module.apiName !== 'Tasks') return carried;
  return !isTasksCriteria(parseCriteria(carried.criteria, () => ''))
    ? nothing(missed('criteria', '', 'onlyClosed'))
    : carried;
};
