import { isObject } from '../../base/json';

/** The names of the rules of a configuration, by id: one that was read, or the published part of one. */
export function ruleNamesIn(configuration: unknown): ReadonlyMap<string, string> {
  const rules: unknown = isObject(configuration) ? configuration.locking_rules : undefined;
  const found = new Map<string, string>();
  for (const rule of Array.isArray(rules) ? rules : [])
    if (isObject(rule) && typeof rule.id === 'string' && typeof rule.name === 'string')
      found.set(rule.id, rule.name);
  return found;
}
