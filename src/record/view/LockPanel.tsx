import { relativeTime } from '../../i18n/relative-time';
import { hasAutomaticPart, hasManualPart, type Lock } from '../../locking/lock/lock';
import { Icon } from '../../ui/Icon';
import { inDoubt, type RecordShown } from '../start/record-state';
import { Reason, whoAndWhen } from './LockSummary';
import { StatusHeader } from './StatusHeader';
import { delayText } from './texts';
import type { DeferredViews, RecordProps, StartableTask, ViewContext } from './view-context';

type LockPanelProps = RecordProps<RecordShown> & { deferred: DeferredViews | null };

/** The record's lock and what can be done about it. */
export function LockPanel(props: LockPanelProps) {
  const { state, commands, deferred, ui } = props;
  const { t } = ui;
  const { lock, notice, task, busy } = state;
  // After a write whose outcome nobody could read, what was shown before may be wrong: it is not claimed any more.
  const unknown = inDoubt(notice);
  const delay = delayText(state.slow, ui);
  const known = (!unknown && deferred?.headline(state, ui)) || {};
  return (
    <>
      <StatusHeader
        tone={known.tone ?? (unknown ? 'plain' : lock ? 'locked' : 'open')}
        title={known.title ?? t(unknown ? 'record.failed' : lock ? titleOf(lock) : 'record.unlocked')}
        announcement={delay ?? deferred?.announcement(state, ui)}
        help={delay ?? (unknown ? null : (known.help ?? helpOf(state, ui)))}
      >
        <button
          type="button"
          class={busy === 'reading' ? 'icon turning' : 'icon'}
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
      {!unknown && deferred?.asides(state, ui)}
      {task.kind === 'idle' && !unknown && !deferred?.occupied() && <Buttons {...props} />}
      {!unknown && deferred?.below(state, ui)}
    </>
  );
}

const titleOf = (lock: Lock): string =>
  !hasManualPart(lock)
    ? 'record.lockedAutomatically'
    : hasAutomaticPart(lock)
      ? 'record.lockedBoth'
      : 'record.locked';

/** Milliseconds from which on it is said how old an answer is. */
const TOLD_FROM = 60_000;

function helpOf({ lock, task, checkedAt }: RecordShown, ui: ViewContext): string | null {
  const { t, now, tag } = ui;
  if (task.kind === 'locking') return t('record.sayWhy');
  const old =
    now - checkedAt >= TOLD_FROM &&
    t('record.change.checkedAgo', { when: relativeTime(new Date(checkedAt).toISOString(), now, tag) ?? '' });
  if (!lock) return old || t('record.unlockedHelp');
  return [whoAndWhen(lock, ui), old].filter(Boolean).join(' · ') || null;
}

type Button = readonly [start: StartableTask, label: string];
const LOCK: readonly Button[] = [['startLocking', 'record.lockRecord']];
const CHANGES: readonly Button[] = [
  ['startEditing', 'record.editReason'],
  ['askToUnlock', 'record.unlock'],
];

/** A lock that a rule alone holds, nobody can change here. */
const buttonsFor = (lock: Lock | null): readonly Button[] =>
  lock ? (hasManualPart(lock) ? CHANGES : []) : LOCK;

/** What this user may begin; what they are known not to be able to do is shown as such, and why. */
function Buttons({ state, commands, deferred, ui }: LockPanelProps) {
  const barred = deferred?.barred(state, ui);
  return (
    <>
      <div class="row">
        {buttonsFor(state.lock).map(([start, label]) => {
          const cannot = barred?.tasks.includes(start);
          return (
            <button
              key={start}
              type="button"
              class={state.lock || cannot ? 'button' : 'button primary'}
              aria-disabled={cannot || state.busy === 'writing'}
              aria-describedby={cannot ? 'barred' : undefined}
              onClick={() => cannot || commands.start(start)}
            >
              {ui.t(label)}
            </button>
          );
        })}
        {deferred?.actions(state, ui)}
      </div>
      {barred?.why}
    </>
  );
}
