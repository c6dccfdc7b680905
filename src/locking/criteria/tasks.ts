import type { JsonObject } from '../../base/json';
import type { CriteriaNode } from './tree/node';

/** The only criteria that Zoho accepts for tasks, for the editor to begin with. */
export const TASKS_CRITERIA: JsonObject = {
  comparator: 'equal',
  field: { api_name: 'Status' },
  value: 'Closed',
};

const CLOSED = /^(closed|\$\{CLOSED\})$/i;

/** Whether these are the criteria that Zoho accepts for tasks: Status equals closed. */
export const isTasksCriteria = (node: CriteriaNode): boolean =>
  node.kind === 'condition' &&
  (node.field.api_name ?? 'Status') === 'Status' &&
  node.comparator === 'equal' &&
  typeof node.value === 'string' &&
  CLOSED.test(node.value);
