import { jsonEqual } from '../../base/json';
import { type ConfigurationDraft, draftOf } from '../../locking/configuration/draft';
import { ruleJson } from '../../locking/configuration/rules';
import { leaves } from '../../locking/configuration/saving/request';
import type { Offered } from './publishing/published';

/** How many settings and rules saving changes, for a figure beside the button: which ones is for a review to say. */
export function countChanges(draft: ConfigurationDraft): number {
  const before = draft.base?.source ?? draftOf(null).source;
  const keys = new Set([...Object.keys(before), ...Object.keys(draft.source)]);
  keys.delete('locking_rules');
  const settings = [...keys].filter((key) => !jsonEqual(before[key], draft.source[key]));
  const rules = draft.rules.filter((rule) => {
    const first = draft.base?.rules.find(({ id }) => id !== undefined && id === rule.id);
    return first ? leaves(draft, rule) || !jsonEqual(ruleJson(rule), first.source) : !leaves(draft, rule);
  });
  return settings.length + rules.length;
}

/** How many of the things that are decided beside the configuration have changed. */
export function countOffered(before: Offered, after: Offered): number {
  const { switches, ...lists } = before;
  const names = Object.keys(switches) as readonly (keyof typeof switches)[];
  const parts = Object.keys(lists) as readonly (keyof typeof lists)[];
  return (
    parts.filter((part) => !jsonEqual(before[part], after[part])).length +
    names.filter((name) => !jsonEqual(switches[name], after.switches[name])).length
  );
}
