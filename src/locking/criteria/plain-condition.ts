import { isObject, type JsonObject, without } from '../../base/json';
import { type Field, findField } from '../configuration/fields';
import type { Condition, ConditionGroup } from './tree/node';

const onlyKnown = (source: JsonObject, keys: readonly string[]): boolean =>
  Object.keys(without(source, keys)).length === 0;

/** Whether there is nothing but the comparison: another `type` may mean that the value is the name of a field. */
export const isPlainCondition = ({ source }: Condition): boolean =>
  onlyKnown(source, ['comparator', 'field', 'value', 'type']) &&
  (source.type === undefined || source.type === 'value') &&
  isObject(source.field) &&
  onlyKnown(source.field, ['api_name', 'id']);

/** Whether a group has no other keys than Zoho's two. */
export const isPlainGroup = ({ source }: ConditionGroup): boolean =>
  onlyKnown(source, ['group_operator', 'group']);

/** The field of a condition; undefined when there is none, or when its API name and its id mean two fields. */
export const fieldOfCondition = ({ field }: Condition, fields: readonly Field[]): Field | undefined => {
  const found = findField(fields, field);
  return found && (field.api_name ?? found.apiName) === found.apiName && (field.id ?? found.id) === found.id
    ? found
    : undefined;
};
