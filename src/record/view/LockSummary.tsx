import { relativeTime } from '../../i18n/relative-time';
import type { Lock } from '../../locking/lock/lock';
import type { ViewContext } from './view-context';

const FOLD_AFTER = 240;

interface ReasonProps {
  text: string;
  unfolded: boolean;
  toggle: () => void;
  ui: ViewContext;
}

/** The reason as it was typed: line breaks kept, never markup, its own direction, folded when long. */
export function Reason({ text, unfolded, toggle, ui }: ReasonProps) {
  const long = text.length > FOLD_AFTER || text.split('\n').length > 5;
  return (
    <div>
      {/* The stripe at its side follows the page, the text its own language. */}
      <div class="quote">
        <p key={text} class={long && !unfolded ? 'reason folded' : 'reason'} dir="auto">
          {text}
        </p>
      </div>
      {long && (
        <button type="button" class="link" aria-expanded={unfolded} onClick={toggle}>
          {ui.t(unfolded ? 'record.showLess' : 'record.showAll')}
        </button>
      )}
    </div>
  );
}

/** Who locked it and how long ago; null for a lock that nobody made by hand. */
export function whoAndWhen({ lockedBy, lockedAt }: Lock, ui: ViewContext): string | null {
  const when = lockedAt && relativeTime(lockedAt, ui.now, ui.tag);
  if (!lockedBy?.name) return when;
  if (!when) return ui.t('record.byNobody', { name: lockedBy.name });
  return ui.t(lockedBy.id === ui.userId ? 'record.byYou' : 'record.by', { name: lockedBy.name, when });
}
