import { useEffect, useState } from 'preact/hooks';

/** Rows that a slow machine renders well within a frame that does not feel late. */
const STEP = 5;

/** How many of a tree's rows to render: a few at first, so that it opens at once, and more with every frame. */
export function useGradually(total: number): number {
  const [shown, setShown] = useState(STEP);
  useEffect(() => {
    if (shown === Number.POSITIVE_INFINITY) return;
    const next = shown + STEP;
    if (shown >= total) return setShown(Number.POSITIVE_INFINITY);
    const frame = requestAnimationFrame(() => setShown(next));
    return () => cancelAnimationFrame(frame);
  }, [shown, total]);
  return shown >= total ? Number.POSITIVE_INFINITY : shown;
}
