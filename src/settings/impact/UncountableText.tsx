import type { Field } from '../../locking/configuration/fields';
import type { Untranslatable } from '../../locking/criteria/coql/criteria-to-coql';
import { describeCriteria } from '../../locking/criteria/describe/describe';
import { useVocabulary } from '../words/use-vocabulary';
import type { SettingsContext } from '../words/words';

interface UncountableProps {
  readonly untranslatable: readonly Untranslatable[];
  readonly fields: readonly Field[];
  readonly ui: SettingsContext;
}

/** Which conditions stand in the way of a number, and why. */
export function UncountableText({ untranslatable, fields, ui }: UncountableProps) {
  const { t } = ui;
  const words = useVocabulary(ui, fields);
  return (
    <ul class="muted">
      {untranslatable.map(({ node, reason, path }) => (
        <li key={path.join('.')}>
          {path.length > 0 && `${describeCriteria(node, words)}: `}
          {t(`settings.impact.reason.${reason}`)}
        </li>
      ))}
    </ul>
  );
}
