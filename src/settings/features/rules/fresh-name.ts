import type { RuleDraft } from '../../../locking/configuration/draft';
import type { RulesContext } from './rules-context';

/** A name for a copy of a rule that no rule has: names have to be unique. */
export function freshName(rules: readonly RuleDraft[], key: string, t: RulesContext['t']): string {
  const name = rules.find((rule) => rule.key === key)?.name ?? '';
  const taken = new Set(rules.map((rule) => rule.name.trim()));
  for (let count = 1; ; count++) {
    const fresh = t('copyName', { name, count }).trim();
    if (!taken.has(fresh)) return fresh;
  }
}
