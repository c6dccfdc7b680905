import { comparable, implies } from '../criteria/implication/implies';
import type { ConfigurationDraft } from './draft';
import type { Field } from './fields';
import { leaves } from './saving/request';

/**
 * The rules that lock nothing by themselves, by key, each with the name of a rule that locks everything they lock. Found by
 * the form of the criteria, so a rule may be implied without being listed here. Equal rules are a problem, not a hint.
 */
export function impliedRules(
  draft: ConfigurationDraft,
  fields: readonly Field[],
): ReadonlyMap<string, string> {
  const rules = draft.rules.flatMap((rule) =>
    rule.criteria && !leaves(draft, rule) ? { ...rule, form: comparable(rule.criteria, fields) } : [],
  );
  const found = new Map<string, string>();
  for (const { key, form } of rules) {
    // A rule and itself imply each other.
    const wider = rules.find((other) => implies(form, other.form) && !implies(other.form, form));
    if (wider) found.set(key, wider.name);
  }
  return found;
}
