import type { JsonObject } from '../../base/json';
import type { ConfigurationDraft, RuleDraft } from '../configuration/draft';
import { leaves } from '../configuration/saving/request';
import { type EvaluationContext, evaluateCriteria } from '../criteria/evaluate/evaluate';
import { type NodeTruth, reasonsIn, type Truth, type UnknownReason } from '../criteria/evaluate/truth';

/** One rule of a draft, tried on a record. */
export interface TriedRule {
  readonly rule: RuleDraft;
  readonly truth: Truth;
  /** Every condition and group of the rule in its own shape; null for a rule without criteria. */
  readonly criteria: NodeTruth | null;
}

/** What a draft would do to one record. */
export interface Trial {
  /** `unknown`: no rule certainly locks it, and at least one cannot be told. */
  readonly verdict: 'locked' | 'notLocked' | 'unknown';
  /** The rules that would lock it. */
  readonly by: readonly RuleDraft[];
  /** Why it cannot be told, each reason once; empty unless the verdict is `unknown`. */
  readonly missing: readonly UnknownReason[];
  /** The rules that will be there after saving, in the order of the draft. */
  readonly rules: readonly TriedRule[];
}

/** API names of the fields to read for `tryRecord`, each once. */
export const fieldsToRead = (
  draft: ConfigurationDraft,
  { fields }: Pick<EvaluationContext, 'fields'>,
): readonly string[] => {
  const known = new Map(fields.map(({ id, apiName }) => [id, apiName]));
  const names = new Set<string>();
  const visit = (node: RuleDraft['criteria']): void => {
    if (node?.kind === 'group') node.children.forEach(visit);
    if (node?.kind !== 'condition') return;
    const name = node.field.api_name ?? known.get(node.field.id ?? '');
    if (name !== undefined) names.add(name);
  };
  for (const rule of draft.rules) if (!leaves(draft, rule)) visit(rule.criteria);
  return [...names];
};

/** Tries every rule of a draft on a record. `record` is a row of the API with at least the fields of `fieldsToRead`. */
export const tryRecord = (
  draft: ConfigurationDraft,
  record: JsonObject,
  context: EvaluationContext,
): Trial => {
  const rules = draft.rules
    .filter((rule) => !leaves(draft, rule))
    .map((rule): TriedRule => {
      const criteria = rule.criteria && evaluateCriteria(rule.criteria, record, context);
      return { rule, truth: criteria?.truth ?? 'unknown', criteria };
    });
  const by = rules.filter(({ truth }) => truth === 'met').map(({ rule }) => rule);
  const open = rules.filter(({ truth }) => truth === 'unknown');
  const verdict = by.length ? 'locked' : open.length ? 'unknown' : 'notLocked';
  const reasons = open.flatMap(({ criteria }) => (criteria ? reasonsIn(criteria) : ['form' as const]));
  return { verdict, by, missing: verdict === 'unknown' ? [...new Set(reasons)] : [], rules };
};

/** What is true of the record now. Null where it was not read. */
export interface CurrentLock {
  readonly locked: boolean | null;
  /** A person holds the lock, alone or with a rule. */
  readonly manually?: boolean | null;
}

/**
 * How the present differs from the verdict, and the likely reason; null when it does not, or when either is not known.
 *
 * - `matchedBefore`: not locked although a rule matches: it may have matched before the rule was saved.
 * - `notSaved`: the same, with a rule that is not saved yet.
 * - `manual`: locked by a person, not by a rule. `otherRules`: locked, though no rule of the draft matches any more.
 */
export type TrialDifference = 'matchedBefore' | 'notSaved' | 'manual' | 'otherRules';

export const trialDifference = (
  trial: Trial,
  now: CurrentLock,
  saved: (rule: RuleDraft) => boolean,
): TrialDifference | null => {
  if (now.locked === null || trial.verdict === 'unknown') return null;
  if (trial.verdict === 'locked') {
    if (now.locked) return null;
    return trial.by.some(saved) ? 'matchedBefore' : 'notSaved';
  }
  if (!now.locked) return null;
  return now.manually ? 'manual' : 'otherRules';
};
