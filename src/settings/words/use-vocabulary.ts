import { useMemo } from 'preact/hooks';
import type { Field } from '../../locking/configuration/fields';
import type { CriteriaVocabulary } from '../../locking/criteria/describe/describe';
import { criteriaVocabulary } from './vocabulary';
import type { SettingsContext } from './words';

const NONE: readonly Field[] = [];

/** The words for criteria, where they are only read. Without fields their API names stand for them. */
export function useVocabulary(ui: SettingsContext, fields: readonly Field[] = NONE): CriteriaVocabulary {
  return useMemo(
    () => criteriaVocabulary({ ...ui, t: (key, values) => ui.t(`settings.rules.${key}`, values) }, fields),
    [ui, fields],
  );
}
