import type { RuleDraft } from '../../../locking/configuration/draft';
import type { RuleWords } from '../../words/vocabulary';

/** Takes the name's place in the message, which would mark a name of the other direction. The marks would be saved. */
const PLACE = '\ue000';

/** A name for a copy of a rule that no rule has: names must be unique. */
export function freshName(rules: readonly RuleDraft[], key: string, t: RuleWords['t']): string {
  const name = rules.find((rule) => rule.key === key)?.name ?? '';
  const taken = new Set(rules.map((rule) => rule.name.trim()));
  for (let count = 1; ; count++) {
    const fresh = t('copyName', { name: PLACE, count })
      .replace(PLACE, () => name)
      .trim();
    if (!taken.has(fresh)) return fresh;
  }
}
