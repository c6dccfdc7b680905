import type { Translator } from '../../i18n/translator';
import type { Problem } from '../../locking/configuration/paths';
import type { PlacedProblem } from '../editing/placed-problem';

/** What is wrong, as a sentence. Zoho's own text where only Zoho knows. */
export function problemText({ t }: Translator, problem: Problem): string {
  const { code, params, path } = problem;
  if (path[0] === 'locking_rules') return ruleProblemText(problem, t);
  if (code === 'api') return t('settings.refused.api', { message: String(params.message || params.code) });
  if (code === 'fieldNotExcludable') return t(`settings.obstacle.${params.obstacle}`);
  return t(`settings.problem.${code}`, params);
}

/** A problem of the rules (its path begins with `locking_rules`) in words, for its place and for a summary. */
function ruleProblemText({ code, params }: Problem, t: Translator['t']): string {
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

/** What is wrong in one place, as one text; undefined when nothing is. Elements describe themselves by the place's id. */
export function placeText(
  words: Translator,
  problems: readonly PlacedProblem[],
  elementId: string,
): string | undefined {
  const texts = problems
    .filter((placed) => placed.elementId === elementId)
    .map(({ problem }) => problemText(words, problem));
  return texts.length ? [...new Set(texts)].join(' ') : undefined;
}
