import type { ComponentChildren } from 'preact';
import { useWords } from '../context/words';

interface MessageProps {
  readonly title: string;
  readonly children: ComponentChildren;
  /** Offered where asking again may help. */
  readonly retry?: (() => void) | undefined;
  readonly busy?: boolean;
  /** What else may help. */
  readonly more?: ComponentChildren;
}

/** What is shown where there is nothing to edit: what is the matter, what to do, and Retry. */
export function Message({ title, children, retry, busy = false, more }: MessageProps) {
  const { t } = useWords();
  return (
    <div class="whole">
      <h1 tabIndex={-1}>
        <bdi>{title}</bdi>
      </h1>
      <p>{children}</p>
      {retry && (
        <button type="button" class="button" aria-disabled={busy} onClick={retry}>
          {t('common.retry')}
        </button>
      )}
      {more}
    </div>
  );
}
