import type { RuleDraft } from '../../locking/configuration-draft';
import type { Problem } from '../../locking/configuration-path';
import type { CriteriaNode } from '../../locking/criteria/node';
import type { PlacedProblem } from '../problems/placed-problem';
import type { RulesContext } from './rules-context';

export type ProblemTexts = ReadonlyMap<string, string>;

const NO_PROBLEMS: ProblemTexts = new Map();

type Translate = RulesContext['t'];

/** A problem of the rules (its path begins with `locking_rules`) in words, for its place and for a summary. */
export function ruleProblemText({ code, params }: Problem, t: Translate): string {
  const place = Number(params.rule) + 1;
  switch (code) {
    case 'fieldNotSupported':
      return t(`settings.rules.obstacle.${params.obstacle}`, params);
    case 'valueInvalid':
      return t(`settings.rules.invalid.${params.problem}`);
    case 'nameDuplicate':
    case 'criteriaDuplicate':
      return t(`settings.rules.problem.${code}`, {
        name: params.name || t('settings.rules.unnamed', { place }),
        place,
      });
    case 'api':
      return t('settings.rules.problem.api', { message: params.message || String(params.code) });
    default:
      return t(`settings.rules.problem.${code}`, params);
  }
}

/** What to show at which element, by its id; several problems of one place stand one after another. */
export function problemTexts(problems: readonly PlacedProblem[], t: Translate): ProblemTexts {
  if (!problems.length) return NO_PROBLEMS;
  const texts = new Map<string, string>();
  for (const { problem, elementId } of problems)
    if (problem.path[0] === 'locking_rules') {
      const before = texts.get(elementId);
      const text = ruleProblemText(problem, t);
      texts.set(elementId, before ? `${before} ${text}` : text);
    }
  return texts;
}

const keysIn = (node: CriteriaNode | null): readonly string[] =>
  node ? [`node-${node.key}`, ...(node.kind === 'group' ? node.children.flatMap(keysIn) : [])] : [];

/** How many places in a rule have a problem. */
export function countProblems(texts: ProblemTexts, rule: Pick<RuleDraft, 'key' | 'criteria'>): number {
  if (!texts.size) return 0;
  const keys = [`rule-${rule.key}`, ...keysIn(rule.criteria)];
  const parts = ['', '-name', '-field', '-comparator', '-value'];
  return keys.flatMap((key) => parts.filter((part) => texts.has(key + part))).length;
}
