import type { RunPlan } from '../../locking/bulk/plan-run';
import { Dialog } from '../../ui/Dialog';
import type { RecordsUi } from '../view/words';
import type { ChangingCommands } from './commands';
import { planText } from './plan-text';

interface UnlockDialogProps {
  readonly plan: RunPlan;
  /** Locks that are still being read. */
  readonly left: number;
  readonly commands: ChangingCommands;
  readonly ui: RecordsUi;
}

/** Asks once, and says what will become of how many. */
export function UnlockDialog({ plan, left, commands, ui }: UnlockDialogProps) {
  const { t } = ui;
  // How many there are to unlock shows only once all are read.
  const unread = plan.left.unread > 0;
  const cannot = !plan.tasks.size || unread;
  return (
    <Dialog
      title={t('records.unlockTitle', { count: unread ? 0 : plan.tasks.size })}
      onCancel={commands.cancel}
    >
      <p>{unread && left ? t('records.detailsLeft', { count: left }) : planText(plan, 'unlock', ui)}</p>
      {!cannot && <p class="muted">{t('records.unlockHelp')}</p>}
      <div class="row">
        <button
          type="button"
          class="button primary"
          aria-disabled={cannot}
          onClick={() => !cannot && void commands.unlock()}
        >
          {t('records.unlock')}
        </button>
        <button type="button" class="button" onClick={commands.cancel}>
          {t('common.cancel')}
        </button>
      </div>
    </Dialog>
  );
}
