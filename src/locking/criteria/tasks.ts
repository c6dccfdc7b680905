import type { JsonObject } from '../../base/json';
import type { CriteriaNode } from './tree/node';

/** The only criteria that Zoho takes for tasks, as an editor may offer them. */
export const TASKS_CRITERIA: JsonObject = {
  comparator: 'equal',
  field: { api_name: 'Status' },
  value: 'Closed',
};

const CLOSED = /^(closed|\$\{CLOSED\})$/i;

/** Zoho locks tasks by one rule alone: Status equal to closed. */
export const isTasksCriteria = (node: CriteriaNode): boolean =>
  node.kind === 'condition' &&
  (node.field.api_name ?? 'Status') === 'Status' &&
  node.comparator === 'equal' &&
  typeof node.value === 'string' &&
  CLOSED.test(node.value);
