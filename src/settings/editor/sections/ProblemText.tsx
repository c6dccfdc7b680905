import type { PlacedProblem } from '../../editing/placed-problem';
import { problemText } from '../../words/problem-text';
import type { SettingsContext } from '../../words/words';

interface ProblemTextProps {
  /** The element that the message belongs to describes itself by this id. */
  readonly id: string;
  readonly problems: readonly PlacedProblem[];
  readonly ui: SettingsContext;
}

/** What is wrong with one setting, below it. */
export function ProblemText({ id, problems, ui }: ProblemTextProps) {
  if (!problems.length) return null;
  return (
    <p class="problem" id={id}>
      {[...new Set(problems.map(({ problem }) => problemText(ui, problem)))].join(' ')}
    </p>
  );
}
