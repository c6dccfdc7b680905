import { hasManualPart, type Lock } from '../../locking/lock/lock';
import { Icon } from '../../ui/Icon';
import { inDoubt, type RecordShown } from '../start/record-state';
import { Reason, whoAndWhen } from './LockSummary';
import { StatusHeader } from './StatusHeader';
import { delayText } from './texts';
import type { DeferredViews, RecordProps, StartableTask } from './view-context';

/** The record's lock and what can be done about it. */
export function LockPanel(props: RecordProps<RecordShown> & { deferred: DeferredViews | null }) {
  const { state, commands, deferred, ui } = props;
  const { t } = ui;
  const { lock, notice, task, busy } = state;
  // After a write whose outcome nobody could read, what was shown before may be wrong: it is not claimed any more.
  const unknown = inDoubt(notice);
  const delay = delayText(state.slow, ui);
  const help = lock
    ? whoAndWhen(lock, ui)
    : t(task.kind === 'locking' ? 'record.sayWhy' : 'record.unlockedHelp');
  return (
    <>
      <StatusHeader
        tone={unknown ? 'plain' : lock ? 'locked' : 'open'}
        title={t(unknown ? 'record.failed' : lock ? TITLES[lock.source] : 'record.unlocked')}
        announcement={delay ?? deferred?.announcement(state, ui)}
        help={delay ?? (unknown ? null : help)}
      >
        <button
          type="button"
          class={busy ? 'icon turning' : 'icon'}
          aria-label={t('record.refresh')}
          title={t('record.refresh')}
          aria-disabled={busy !== null}
          onClick={commands.refresh}
        >
          <Icon name="refresh" />
        </button>
      </StatusHeader>
      {lock && !unknown && task.kind !== 'choosing' && task.kind !== 'editing' && (
        <>
          {lock.reason && (
            <Reason text={lock.reason} unfolded={state.unfolded} toggle={commands.toggleReason} ui={ui} />
          )}
          {deferred ? deferred.details(state, ui) : <div class="coming" />}
        </>
      )}
      {deferred?.changing(state, ui)}
      {task.kind === 'idle' && !unknown && (!lock || hasManualPart(lock)) && (
        <div class="row">
          {(lock ? CHANGES : LOCK).map(([start, label]) => (
            <button
              key={start}
              type="button"
              class={lock ? 'button' : 'button primary'}
              aria-disabled={busy === 'writing'}
              onClick={() => commands.start(start)}
            >
              {t(label)}
            </button>
          ))}
        </div>
      )}
    </>
  );
}

const TITLES: Readonly<Record<Lock['source'], string>> = {
  manual: 'record.locked',
  unknown: 'record.locked',
  automatic: 'record.lockedAutomatically',
  both: 'record.lockedBoth',
};

type Button = readonly [start: StartableTask, label: string];
const LOCK: readonly Button[] = [['startLocking', 'record.lockRecord']];
const CHANGES: readonly Button[] = [
  ['startEditing', 'record.editReason'],
  ['askToUnlock', 'record.unlock'],
];
