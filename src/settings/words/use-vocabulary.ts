import { useMemo } from 'preact/hooks';
import type { Field } from '../../locking/configuration/fields';
import type { CriteriaVocabulary } from '../../locking/criteria/describe/describe';
import { useWords } from '../context/words';
import { criteriaVocabulary, ruleWords } from './vocabulary';

const NONE: readonly Field[] = [];

/** The words for criteria, where they are only read. Without fields their API names stand for them. */
export function useVocabulary(fields: readonly Field[] = NONE): CriteriaVocabulary {
  const words = useWords();
  return useMemo(() => criteriaVocabulary(ruleWords(words), fields), [words, fields]);
}
