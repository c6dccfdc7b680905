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

/** The criteria in the target's terms. When something is missing they cannot be used. */
export interface TransferredCriteria {
  readonly criteria: Json;
  readonly mapped: readonly Mapped[];
  readonly missing: readonly Missing[];
}

const nothing = (...missing: readonly { readonly missing: Missing }[]): TransferredCriteria => ({
  criteria: null,
  mapped: [],
  missing: missing.map((one) => one.missing),
});

/** An unknown key, which may change the meaning of the keys beside it. */
const unknownKey = (source: object, known: readonly string[]): string | undefined =>
  Object.keys(source).find((key) => !known.includes(key));

const textOf = (value: Json | undefined): string =>
  typeof value === 'string' ? value : JSON.stringify(value ?? null);

const tokenFits = ({ exported, target }: Transfer, { kind, tokens }: ValueEditor, token: Json): boolean =>
  exported.module.api_name === target.module.apiName ||
  ((kind === 'date' || kind === 'datetime') && DATE_TOKENS.some((known) => known === token)) ||
  tokens.some((known) => known === token);

/** What matches one value in the target, or the same value where it means the same everywhere. */
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
): TransferredCriteria => {
  const editor = valueEditor(field, choice);
  if (editor.kind === 'none') return { criteria: value ?? null, mapped: [], missing: [] };
  const several = isList(value) || (editor.joined && !isToken(value));
  const items = (several ? valuesOf(editor, value) : [value ?? null]).map((item) =>
    transferOne(transfer, field, source, editor, item),
  );
  const missing = items.flatMap((item) => ('missing' in item ? [item] : []));
  if (missing.length) return nothing(...missing);
  const transferred = items.flatMap((item) => ('to' in item ? [item.to] : []));
  const criteria = !several
    ? (transferred[0] ?? null)
    : isList(value)
      ? transferred
      : transferred.map(plainText).join(';');
  const result = normaliseValue(editor, criteria);
  return result.ok
    ? {
        criteria: editor.kind === 'boolean' ? result.value : criteria,
        mapped: items.flatMap((item) => ('mapped' in item ? [item.mapped] : [])),
        missing: [],
      }
    : nothing(missed('value', textOf(value), 'invalid', source?.api_name ?? field.apiName));
};

/** Whether two types can be compared with the same values. Percentages and amounts are both numbers, but 10 % is not 10. */
export const comparesAlike = (a: string, b: string): boolean =>
  fieldKind({ dataType: a }) === fieldKind({ dataType: b }) && (a === 'percent') === (b === 'percent');

const transferCondition = (transfer: Transfer, condition: Condition): TransferredCriteria => {
  const { source, field: reference, comparator, value } = condition;
  const { module } = transfer.target;
  const unknown =
    unknownKey(source, ['comparator', 'field', 'value', 'type']) ??
    (source.type === undefined || source.type === 'value' ? undefined : 'type');
  if (unknown !== undefined) return nothing(missed('setting', unknown, 'unknown'));
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
  const transferred = transferValue(transfer, field, known, choice, value);
  return {
    ...transferred,
    criteria: { comparator, field: { api_name: field.apiName }, value: transferred.criteria },
    mapped: [mapped, ...transferred.mapped],
  };
};

const transferNode = (transfer: Transfer, node: CriteriaNode): TransferredCriteria => {
  if (node.kind === 'opaque') return nothing(missed('criteria', textOf(node.source), 'unknown'));
  if (node.kind === 'condition') return transferCondition(transfer, node);
  const unknown = unknownKey(node.source, ['group_operator', 'group']);
  if (unknown !== undefined) return nothing(missed('setting', unknown, 'unknown'));
  if (!node.children.length) return nothing(missed('criteria', node.operator, 'empty'));
  const parts = node.children.map((child) => transferNode(transfer, child));
  return {
    criteria: { group_operator: node.operator, group: parts.map((part) => part.criteria) },
    mapped: parts.flatMap((part) => part.mapped),
    missing: parts.flatMap((part) => part.missing),
  };
};

/** Translates criteria to the fields, values and people of the target. The result holds no ids but the target's own. */
export const transferCriteria = (transfer: Transfer, node: CriteriaNode | null): TransferredCriteria => {
  if (!node) return nothing(missed('criteria', '', 'empty'));
  const transferred = transferNode(transfer, node);
  if (transferred.missing.length || transfer.target.module.apiName !== 'Tasks') return transferred;
  return !isTasksCriteria(parseCriteria(transferred.criteria, () => ''))
    ? nothing(missed('criteria', '', 'onlyClosed'))
    : transferred;
};
