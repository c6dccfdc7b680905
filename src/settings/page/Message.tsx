import type { ComponentChildren } from 'preact';
import type { SettingsContext } from '../words/words';

interface MessageProps {
  readonly title: string;
  readonly children: ComponentChildren;
  /** Offered where asking again may help. */
  readonly retry?: (() => void) | undefined;
  readonly busy?: boolean;
  /** What else may help. */
  readonly more?: ComponentChildren;
  readonly ui: SettingsContext;
}

/** What stands where there is nothing to edit: what is the matter, what to do, and Retry. */
export function Message({ title, children, retry, busy = false, more, ui }: MessageProps) {
  return (
    <div class="whole">
      <h1 tabIndex={-1}>
        <bdi>{title}</bdi>
      </h1>
      <p>{children}</p>
      {retry && (
        <button type="button" class="button" aria-disabled={busy} onClick={retry}>
          {ui.t('common.retry')}
        </button>
      )}
      {more}
    </div>
  );
}
