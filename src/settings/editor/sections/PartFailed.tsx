import { errorText } from '../../error-text';
import type { SettingsContext } from '../../settings-context';
import type { Loaded } from '../editor-state';

interface PartFailedProps {
  readonly part: Loaded<unknown>;
  /** What this means for the user. */
  readonly text: string;
  readonly ui: SettingsContext;
  readonly onRetry: () => void;
}

/** Says that a list of things to choose from could not be read, and what still works. */
export function PartFailed({ part, text, ui, onRetry }: PartFailedProps) {
  if (part.kind !== 'failed') return null;
  return (
    <p class="notice warning" role="note">
      {text} <span class="muted">{errorText(ui, part.error)}</span>{' '}
      <button type="button" class="link" onClick={onRetry}>
        {ui.t('common.retry')}
      </button>
    </p>
  );
}
