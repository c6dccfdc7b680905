import type { PlacedProblem } from '../editing/placed-problem';
import { problemText } from '../words/problem-text';
import { textOr } from '../words/text-or';
import type { SettingsContext } from '../words/words';

interface ProblemSummaryProps {
  readonly problems: readonly PlacedProblem[];
  readonly ui: SettingsContext;
  readonly onJump: (problem: PlacedProblem) => void;
}

/** Everything that stands in the way of saving, each with a way to its place. Saving moves the focus here. */
export function ProblemSummary({ problems, ui, onJump }: ProblemSummaryProps) {
  if (!problems.length) return null;
  return (
    <section class="notice danger" id="problems" tabIndex={-1} aria-labelledby="problems-title">
      <h2 id="problems-title">{ui.t('settings.problems', { count: problems.length })}</h2>
      <ul>
        {problems.map((placed) => (
          <li key={`${placed.elementId} ${placed.problem.code} ${placed.problem.path.join('.')}`}>
            <button type="button" class="link" onClick={() => onJump(placed)}>
              <b>{placed.place && textOr(ui, 'settings.setting', placed.place.setting)}</b>{' '}
              {problemText(ui, placed.problem)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
