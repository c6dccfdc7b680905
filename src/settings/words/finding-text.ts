import type { Finding } from '../../locking/findings/finding';
import type { Words } from '../context/words';

/** A finding as a sentence, and what follows from it. */
export function findingText({ kind, rule, params }: Finding, { t }: Words, module: string) {
  const values = { module, ...params, rule: rule || t('settings.unnamedRule') };
  return {
    says: t(`settings.finding.${kind}.says`, values),
    means: t(`settings.finding.${kind}.means`, values),
  };
}
