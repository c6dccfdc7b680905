import { relativeTime } from '../../i18n/relative-time';
import { errorText } from '../view/texts';
import type { ViewContext } from '../view/view-context';
import type { Trail } from './create-trail';
import type { Removed } from './lock-again';

/** Notes that could not be added. That the lock itself was changed stays said above. */
export function MissingNotes({ trail, ui }: { trail: Trail; ui: ViewContext }) {
  const failed = trail.pending().filter(({ error }) => error !== null);
  const [first] = failed;
  if (!first?.error) return null;
  const why =
    first.error.kind === 'noPermission' ? ui.t('record.trail.denied') : errorText(ui, first.error, 'read');
  return (
    <div class="note bad">
      {ui.t('record.trail.notAdded', { count: failed.length })} {why}{' '}
      <button type="button" class="link" onClick={trail.retry}>
        {ui.t('common.retry')}
      </button>
    </div>
  );
}

interface LockAgainProps {
  removed: Removed;
  busy: boolean;
  lockAgain: () => void;
  ui: ViewContext;
}

/** For whoever unlocked the record to make a change. */
export function LockAgain({ removed, busy, lockAgain, ui }: LockAgainProps) {
  const { t } = ui;
  const when = relativeTime(new Date(removed.at).toISOString(), ui.now, ui.tag) ?? '';
  return (
    <div class="note">
      {t('record.trail.youUnlocked', { when })}
      <p class="said" dir="auto">
        {removed.reason}
      </p>
      <button type="button" class="button" aria-disabled={busy} onClick={() => busy || lockAgain()}>
        {t(busy ? 'record.change.locking' : 'record.trail.lockAgain')}
      </button>
    </div>
  );
}
