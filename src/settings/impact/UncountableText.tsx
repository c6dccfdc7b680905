import type { Field } from '../../locking/configuration/fields';
import type { Untranslatable } from '../../locking/criteria/coql/criteria-to-coql';
import { describeCriteria } from '../../locking/criteria/describe/describe';
import { useWords } from '../context/words';
import { useVocabulary } from '../words/use-vocabulary';

interface UncountableProps {
  readonly untranslatable: readonly Untranslatable[];
  readonly fields: readonly Field[];
}

/** Which conditions stand in the way of a number, and why. */
export function UncountableText({ untranslatable, fields }: UncountableProps) {
  const { t } = useWords();
  const vocabulary = useVocabulary(fields);
  return (
    <ul class="muted">
      {untranslatable.map(({ node, reason, path }) => (
        <li key={path.join('.')}>
          {path.length > 0 && `${describeCriteria(node, vocabulary)}: `}
          {t(`settings.impact.reason.${reason}`)}
        </li>
      ))}
    </ul>
  );
}
