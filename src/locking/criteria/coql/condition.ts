import { isList, isObject, type Json, type JsonObject, without } from '../../../base/json';
import { criteriaFieldObstacle, type Field, fieldKind, findField } from '../../configuration/fields';
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
 * Why COQL cannot say a condition for sure.
 *
 * - `form`: not a plain condition or group, or with keys whose meaning is not known.
 * - `tasks`: which tasks count as closed is the org's own.
 * - `field`: none, or not one of the module's. `fieldType`: COQL does not compare it.
 * - `role`, `group`, `comparator`: COQL has nothing for it. `token`: a value that Zoho works out by itself.
 * - `value`: missing or malformed. `text`: characters that COQL may read otherwise. `list`: more than 50 values.
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
      /** It is open whether the rule also holds for an empty field. */
      readonly negative: boolean;
    }
  | { readonly ok: false; readonly reason: UntranslatableReason };

export interface CoqlContext {
  readonly fields: readonly Field[];
  readonly module: string;
  readonly today: string | undefined;
}

const refuse = (reason: UntranslatableReason): ConditionCoql => ({ ok: false, reason });

const onlyKnown = (source: JsonObject, keys: readonly string[]): boolean =>
  Object.keys(without(source, keys)).length === 0;

/** Whether nothing is said beside the comparison: `type` may also tell that the value is another field. */
const isPlain = ({ source }: Condition): boolean =>
  onlyKnown(source, ['comparator', 'field', 'value', 'type']) &&
  (source.type === undefined || source.type === 'value') &&
  isObject(source.field) &&
  onlyKnown(source.field, ['api_name', 'id']);

const fieldOf = ({ field }: Condition, fields: readonly Field[]): Field | undefined => {
  const found = findField(fields, field);
  return found && (field.api_name ?? found.apiName) === found.apiName && (field.id ?? found.id) === found.id
    ? found
    : undefined;
};

/** Zoho excepts multi-line fields from the conditions of COQL, and tags are no column. */
const isCompared = (field: Field, module: string): boolean =>
  criteriaFieldObstacle(field, module) === null && field.dataType !== 'textarea' && field.apiName !== 'Tag';

/** Whether `in` asks a multi-select for one of the values or for all it holds is said nowhere. */
const isSure = (field: Field, choice: ComparatorChoice, module: string): boolean =>
  comparatorChoices(field, module).includes(choice) && !(isListed(choice) && isMulti(field));

const isListed = (choice: ComparatorChoice): boolean => choice === 'in' || choice === 'not_in';
const isMulti = (field: Field): boolean => fieldKind(field) === 'multiPicklist';

const valuesIn = (value: Json): readonly Json[] => (isList(value) ? value : [value]);

/** The value as it is compared, or why it cannot be. Blanks at the ends of a text may count, though an editor cuts them. */
const compared = (
  { value: given = null }: Condition,
  field: Field,
  choice: ComparatorChoice,
  today: string | undefined,
): { readonly value: Json } | { readonly reason: UntranslatableReason } => {
  if (choice === 'empty' || choice === 'not_empty') return { value: null };
  const value = today !== undefined && fieldKind(field) === 'date' ? withDays(given, today) : given;
  if (valuesIn(value).some(isToken)) return { reason: 'token' };
  // A text might be meant as a list by its commas.
  if (isListed(choice) && !isList(value)) return { reason: 'value' };
  const normal = normaliseValue(valueEditor(field, choice), value);
  if (!normal.ok) return { reason: 'value' };
  return valuesIn(value).some((text) => typeof text === 'string' && text !== text.trim())
    ? { reason: 'text' }
    : normal;
};

/**
 * One condition in COQL. Zoho describes COQL's operators as the comparators of criteria under other names (`like '%x%'` is
 * "contains"), so upper and lower case count there as they do in the rule; what the text of a value could change is refused.
 */
export const conditionToCoql = (condition: Condition, context: CoqlContext): ConditionCoql => {
  const { fields, module, today } = context;
  if (!isPlain(condition)) return refuse('form');
  if (module === 'Tasks') return refuse('tasks');
  const field = fieldOf(condition, fields);
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
