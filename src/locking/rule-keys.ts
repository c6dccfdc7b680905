import type { Configuration, LockingRule } from './configuration';

const nameOf = ({ name }: LockingRule): string => name.trim().toLowerCase();

/**
 * A configuration that was read again, its rules under the keys they had before, so that whoever looks at a rule goes on looking
 * at it. A rule is found again by its id; one that has just got its id, by its name.
 */
export function keepRuleKeys(found: Configuration, before: readonly LockingRule[]): Configuration {
  const used = new Set<string>();
  const rules = found.rules.map((rule) => {
    const same =
      before.find(({ id }) => id !== undefined && id === rule.id) ??
      before.find((other) => other.id === undefined && nameOf(other) === nameOf(rule));
    const key = same && !used.has(same.key) ? same.key : rule.key;
    used.add(key);
    return { ...rule, key };
  });
  return { ...found, rules };
}
