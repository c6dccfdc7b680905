import { hasAutomaticPart, type Lock } from '../../locking/lock/lock';
import type { ViewContext } from '../view/view-context';
import type { ChangingCommands } from './commands';

interface UnlockDialogProps {
  lock: Lock;
  busy: boolean;
  /** This user is known not to be able to unlock it. */
  barred: boolean;
  /** What came of the last try is told below. */
  problem: boolean;
  commands: Pick<ChangingCommands, 'unlock' | 'cancel'>;
  ui: ViewContext;
}

/** Asks once, in place, below the reason it names. */
export function UnlockDialog({ lock, busy, barred, problem, commands, ui }: UnlockDialogProps) {
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
      onKeyDown={(event) => event.key === 'Escape' && commands.cancel()}
    >
      <p class="note" id="unlock-question">
        {t(key, { name })}
      </p>
      <div class="row">
        <button
          type="button"
          class={barred ? 'button' : 'button primary'}
          aria-disabled={busy || barred}
          aria-describedby={problem ? 'notice' : undefined}
          onClick={() => barred || void commands.unlock()}
        >
          {t(busy ? 'record.change.unlocking' : 'record.unlockRecord')}
        </button>
        <button type="button" class="button" aria-disabled={busy} onClick={commands.cancel}>
          {t('common.cancel')}
        </button>
      </div>
    </fieldset>
  );
}
