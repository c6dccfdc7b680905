import { comparable, implies } from '../criteria/implication/implies';
import type { ConfigurationDraft } from './draft';
import type { Field } from './fields';
import { leaves } from './saving/request';

/**
 * The rules that lock nothing of their own, by key, each with the name of a rule that locks all they lock. Judged by the form of the
 * criteria: a rule that is not in it may be implied all the same. Rules that say the very same are refused, so they are no hint.
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
    // Itself it implies both ways.
    const wider = rules.find(
      (other) => implies(form, other.form, fields) && !implies(other.form, form, fields),
    );
    if (wider) found.set(key, wider.name);
  }
  return found;
}
