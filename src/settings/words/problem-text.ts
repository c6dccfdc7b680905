import type { Translator } from '../../i18n/translator';
import type { Problem } from '../../locking/configuration/paths';
import { ruleProblemText } from './rule-problem-text';

/** What is wrong, as a sentence. Zoho's own text where only Zoho knows. */
export function problemText({ t }: Translator, problem: Problem): string {
  const { code, params, path } = problem;
  if (path[0] === 'locking_rules') return ruleProblemText(problem, t);
  if (code === 'api') return t('settings.refused.api', { message: String(params.message || params.code) });
  if (code === 'fieldNotExcludable') return t(`settings.obstacle.${params.obstacle}`);
  return t(`settings.problem.${code}`, params);
}
