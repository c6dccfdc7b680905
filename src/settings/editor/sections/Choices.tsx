import { clipped } from '../../../i18n/isolate';
import { useReadOnly } from '../../context/editor';
import { useProblemText } from '../../words/use-problem-text';
import { ProblemText } from './ProblemText';

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly help?: string;
}

interface ChoicesProps {
  readonly id: string;
  /** Id of the heading that names the group. */
  readonly labelledBy: string;
  readonly choices: readonly Choice[];
  readonly value: string;
  readonly onChoose: (value: string) => void;
}

/** One of a few, as cards; a word that is newer than this software is a card of its own as long as it is chosen. */
export function Choices(props: ChoicesProps) {
  const { id, choices, value } = props;
  const readOnly = useReadOnly();
  const wrong = useProblemText(id) !== undefined;
  const known = choices.some((choice) => choice.value === value);
  const shown = known || !value ? choices : [...choices, { value, label: clipped(value) }];
  return (
    <>
      <div
        id={id}
        class="cards"
        role="radiogroup"
        tabIndex={-1}
        aria-labelledby={props.labelledBy}
        aria-describedby={wrong ? `${id}-problem` : undefined}
        aria-invalid={wrong}
      >
        {shown.map((choice) => (
          <div class="card" key={choice.value}>
            <input
              type="radio"
              id={`${id}-${choice.value}`}
              name={id}
              checked={choice.value === value}
              disabled={readOnly}
              aria-describedby={choice.help ? `${id}-${choice.value}-help` : undefined}
              onChange={() => props.onChoose(choice.value)}
            />
            <label for={`${id}-${choice.value}`}>{choice.label}</label>
            {choice.help && (
              <small class="muted" id={`${id}-${choice.value}-help`}>
                {choice.help}
              </small>
            )}
          </div>
        ))}
      </div>
      <ProblemText of={id} />
    </>
  );
}
