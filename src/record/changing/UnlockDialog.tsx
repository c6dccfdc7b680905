import { hasAutomaticPart, type Lock } from '../../locking/lock/lock';
import type { ViewContext } from '../view/view-context';
import type { TaskActions } from './actions';

interface UnlockDialogProps {
  lock: Lock;
  busy: boolean;
  actions: TaskActions;
  ui: ViewContext;
}

/** Asks once, in place, below the reason it names. */
export function UnlockDialog({ lock, busy, actions, ui }: UnlockDialogProps) {
  const { t } = ui;
  const name = lock.lockedBy?.name ?? '';
  const key = hasAutomaticPart(lock)
    ? 'record.unlockQuestionRule'
    : name && lock.lockedBy?.id !== ui.userId
      ? 'record.unlockQuestionBy'
      : 'record.unlockQuestion';
  return (
    <fieldset
      aria-labelledby="unlock-question"
      onKeyDown={(event) => event.key === 'Escape' && actions.cancel()}
    >
      <p class="note" id="unlock-question">
        {t(key, { name })}
      </p>
      <div class="row">
        <button type="button" class="button primary" aria-disabled={busy} onClick={actions.unlock}>
          {t('record.unlockRecord')}
        </button>
        <button type="button" class="button" aria-disabled={busy} onClick={actions.cancel}>
          {t('common.cancel')}
        </button>
      </div>
    </fieldset>
  );
}
