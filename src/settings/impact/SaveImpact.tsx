import type { ComponentChildren } from 'preact';
import { useWords } from '../context/words';
import { type SaveCountProps, saveCountText, useSaveCount } from './use-save-count';

interface SaveImpactProps extends SaveCountProps {
  /** Shown until it is counted. */
  readonly children?: ComponentChildren;
}

/** How many records are locked at once when the draft is saved, in one line. */
export function SaveImpact({ children, ...counted }: SaveImpactProps) {
  const words = useWords();
  const { locks, count } = useSaveCount(counted);
  if (!locks) return <>{children}</>;
  return (
    <span class="save-impact" aria-live="polite">
      {count ? saveCountText(count, counted.module, words) : children}
    </span>
  );
}
