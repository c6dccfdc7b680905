import type { Problem } from '../../locking/configuration/paths';
import type { PlacedProblem } from '../editing/placed-problem';
import type { SettingsContext } from './words';

export type ProblemTexts = ReadonlyMap<string, string>;

const NO_PROBLEMS: ProblemTexts = new Map();

type Translate = SettingsContext['t'];

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

/** What is wrong, by the id of the element where it is shown; several problems of one place stand one after another. */
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

/** How many problems each rule has, by its key. */
export const countProblems = (
  problems: readonly PlacedProblem[],
): ReadonlyMap<string | undefined, number> => {
  const counts = new Map<string | undefined, number>();
  for (const { place } of problems) counts.set(place?.ruleKey, (counts.get(place?.ruleKey) ?? 0) + 1);
  return counts;
};
