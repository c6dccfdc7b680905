import { isList, type Json } from '../../../base/json';
import { criteriaFieldObstacle, type Field, fieldKind } from '../../configuration/fields';
import { fieldOfCondition, isPlainCondition } from '../plain-condition';
import type { Condition } from '../tree/node';
import {
  type ComparatorChoice,
  choiceOf,
  comparatorChoices,
  isToken,
  valueEditor,
} from '../values/comparators';
import { withDays } from '../values/day-tokens';
import { normaliseValue } from '../values/values';
import { comparison, isNegative } from './comparison';
import { columnOf } from './literals';

/**
 * Why COQL cannot express a condition with certainty.
 *
 * - `form`: not a plain condition or group, or one with unknown keys.
 * - `tasks`: each org decides which tasks are closed.
 * - `field`: none, or not a field of the module. `fieldType`: COQL does not compare it.
 * - `role`, `group`, `comparator`: COQL has none of these. `token`: a value that Zoho computes.
 * - `value`: missing or malformed. `text`: characters that COQL may read differently. `list`: more than 50 values.
 * - `length`: more conditions than a query takes.
 */
export type UntranslatableReason =
  | 'form'
  | 'tasks'
  | 'field'
  | 'fieldType'
  | 'role'
  | 'group'
  | 'comparator'
  | 'token'
  | 'value'
  | 'text'
  | 'list'
  | 'length';

export type ConditionCoql =
  | {
      readonly ok: true;
      readonly test: string;
      readonly column: string;
      /** Zoho does not say whether it matches an empty field. */
      readonly negative: boolean;
    }
  | { readonly ok: false; readonly reason: UntranslatableReason };

export interface CoqlContext {
  readonly fields: readonly Field[];
  readonly module: string;
  readonly today: string | undefined;
}

const refuse = (reason: UntranslatableReason): ConditionCoql => ({ ok: false, reason });

/** COQL compares no multi-line fields, and tags are not a column. */
const isCompared = (field: Field, module: string): boolean =>
  criteriaFieldObstacle(field, module) === null && field.dataType !== 'textarea' && field.apiName !== 'Tag';

/** Zoho does not say whether `in` asks a multi-select for one of its values or for all of them. */
const isSure = (field: Field, choice: ComparatorChoice, module: string): boolean =>
  comparatorChoices(field, module).includes(choice) && !(isListed(choice) && isMulti(field));

const isListed = (choice: ComparatorChoice): boolean => choice === 'in' || choice === 'not_in';
const isMulti = (field: Field): boolean => fieldKind(field) === 'multiPicklist';

const valuesIn = (value: Json): readonly Json[] => (isList(value) ? value : [value]);

/** The value to compare with, or why it cannot be compared. Spaces around a text may count, although an editor removes them. */
const compared = (
  { value: given = null }: Condition,
  field: Field,
  choice: ComparatorChoice,
  today: string | undefined,
): { readonly value: Json } | { readonly reason: UntranslatableReason } => {
  if (choice === 'empty' || choice === 'not_empty') return { value: null };
  const value = today !== undefined && fieldKind(field) === 'date' ? withDays(given, today) : given;
  if (valuesIn(value).some(isToken)) return { reason: 'token' };
  // A text with commas might be meant as a list.
  if (isListed(choice) && !isList(value)) return { reason: 'value' };
  const normal = normaliseValue(valueEditor(field, choice), value);
  if (!normal.ok) return { reason: 'value' };
  return valuesIn(value).some((text) => typeof text === 'string' && text !== text.trim())
    ? { reason: 'text' }
    : normal;
};

/**
 * One condition in COQL. Zoho describes COQL's operators as the comparators of criteria under other names (`like '%x%'` is
 * "contains"), so both treat upper and lower case alike. A text that could change the query's meaning is refused.
 */
export const conditionToCoql = (condition: Condition, context: CoqlContext): ConditionCoql => {
  const { fields, module, today } = context;
  if (!isPlainCondition(condition)) return refuse('form');
  if (module === 'Tasks') return refuse('tasks');
  const field = fieldOfCondition(condition, fields);
  const column = field && columnOf(field.apiName);
  if (!field || !column) return refuse('field');
  if (!isCompared(field, module)) return refuse('fieldType');
  const choice = choiceOf(condition);
  if (choice === 'equal_role' || choice === 'not_equal_role') return refuse('role');
  if (choice === 'equal_group') return refuse('group');
  if (!choice || !isSure(field, choice, module)) return refuse('comparator');
  const value = compared(condition, field, choice, today);
  if ('reason' in value) return refuse(value.reason);
  const found = comparison(column, field, choice, value.value);
  return found.test === undefined
    ? refuse(found.reason)
    : { ok: true, test: found.test, column, negative: isNegative(choice) };
};
