import { useLayoutEffect, useRef } from 'preact/hooks';
import { useEditing } from '../context/editor';
import { useWords } from '../context/words';
import type { PlacedProblem } from '../editing/placed-problem';
import { problemText } from '../words/problem-text';
import { textOr } from '../words/text-or';

interface ProblemSummaryProps {
  readonly onJump: (problem: PlacedProblem) => void;
}

/** Everything that stands in the way of saving, each with a way to its place. Saving moves the focus here. */
export function ProblemSummary({ onJump }: ProblemSummaryProps) {
  const words = useWords();
  const problems = useEditing((editing) => editing.problems);
  const stops = useEditing((editing) => editing.stops);
  const box = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (stops) box.current?.focus();
  }, [stops]);
  if (!problems.length) return null;
  return (
    <section ref={box} class="notice danger" tabIndex={-1} aria-labelledby="problems-title">
      <h2 id="problems-title">{words.t('settings.problems', { count: problems.length })}</h2>
      <ul>
        {problems.map((placed) => (
          <li key={`${placed.elementId} ${placed.problem.code} ${placed.problem.path.join('.')}`}>
            <button type="button" class="link" onClick={() => onJump(placed)}>
              <b>{placed.place && textOr(words, 'settings.setting', placed.place.setting)}</b>{' '}
              {problemText(words, placed.problem)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
