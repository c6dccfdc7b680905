import { isObject } from '../../base/json';
import type { FieldLabels } from '../published/labels';
import type { Lock } from './lock';

/** What a module's configuration says about one lock: facts in API names. The views find the words. */
export interface LockExplanation {
  /** Name of the rule that holds the lock; null when no rule does or the configuration no longer has it. */
  readonly ruleName: string | null;
  /** That rule's criteria as Zoho writes them, not checked. */
  readonly criteria: unknown;
  /** Restricted actions, e.g. `update`, `delete`, `change_owner`, and communications, e.g. `send_mail`. */
  readonly blocked: readonly string[];
  /** Names of the custom buttons that are blocked. */
  readonly blockedButtons: readonly string[];
  /** API names of the fields that stay editable. */
  readonly editableFields: readonly string[];
  /** What people see in place of API names and stored values, as far as it was published. */
  readonly labels: FieldLabels;
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const texts = (values: readonly unknown[]): string[] =>
  values.filter((v): v is string => typeof v === 'string');

const namesAt = (items: unknown, key: string): string[] =>
  texts(list(items).map((item) => isObject(item) && item[key]));

/**
 * Explains a lock from its module's configuration, one element of `record_locking_configurations`.
 * Null when another configuration made the lock: this one would explain something else.
 */
export function explainLock(
  lock: Lock,
  configuration: unknown,
  labels: FieldLabels = {},
): LockExplanation | null {
  if (!isObject(configuration)) return null;
  if (lock.configurationId !== null && configuration.id !== lock.configurationId) return null;
  const found = list(configuration.locking_rules).find((r) => isObject(r) && r.id === lock.ruleId);
  const rule = isObject(found) ? found : {};
  return {
    ruleName: typeof rule.name === 'string' ? rule.name : null,
    criteria: rule.criteria ?? null,
    blocked: texts([
      ...list(configuration.restricted_actions),
      ...list(configuration.restricted_communications),
    ]),
    blockedButtons: namesAt(configuration.restricted_custom_buttons, 'name'),
    editableFields: namesAt(configuration.excluded_fields, 'api_name'),
    labels,
  };
}
