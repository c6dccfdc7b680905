import { useEffect } from 'preact/hooks';

const SHOWN_MS = 6000;

/** A short message of the CRM; it goes away by itself. */
export function Toast({ notice, onEnd }: { readonly notice: string; readonly onEnd: () => void }) {
  useEffect(() => {
    if (!notice) return undefined;
    const timer = setTimeout(onEnd, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [notice, onEnd]);
  return (
    <p class="toast" role="status" aria-label="CRM message">
      {notice}
    </p>
  );
}
