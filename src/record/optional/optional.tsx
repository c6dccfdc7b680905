import { addStyles } from '../../ui/add-styles';
import { ReminderField, ReminderNotes } from '../reminders/ReminderField';
import { requestNoticeText } from '../requests/RequestNoticeBar';
import { RequestsView } from '../requests/RequestsView';
import { mayAsk, rolesIn } from '../requests/roles';
import type { RecordShown } from '../start/record-state';
import type { LockChange } from '../trail/change';
import { removedHere } from '../trail/lock-again';
import { LockAgain, MissingNotes } from '../trail/TrailView';
import { UnlockReason } from '../trail/UnlockReason';
import type { ViewContext } from '../view/view-context';
import { createOptional } from './create-optional';
import styles from './optional.css?inline';
import type { OptionalPorts } from './ports';
import type { OptionalViews } from './views';

export interface OptionalParts extends OptionalViews {
  /** The lock was changed from here. */
  changed(change: LockChange): void;
}

interface StartPorts extends OptionalPorts {
  /** Whether the user is known not to be able to unlock the record. */
  readonly cannotUnlock: (state: RecordShown) => boolean;
}

/** What an administrator may turn on, and locking again: loaded only where there is something of it. */
export function startOptional(ports: StartPorts): OptionalParts {
  const { store, memory, now, published, commands, cannotUnlock } = ports;
  addStyles(styles);
  const { requests, trail, reminders, changed } = createOptional(ports);

  function lockAgainOf(state: RecordShown, ui: ViewContext) {
    const record = store.record();
    // Right after an unlock, Undo does the same.
    const removed = record && !state.lock && !state.notice?.undo && state.task.kind === 'idle';
    const found = removed ? removedHere(memory, record, now()) : null;
    return (
      found && (
        <LockAgain
          removed={found}
          busy={state.busy === 'writing'}
          lockAgain={() => commands.lockAgain(found.reason)}
          ui={ui}
        />
      )
    );
  }

  return {
    changed,
    asides: (state, ui) => (
      <>
        <RequestsView state={state} requests={requests} ui={ui} cannotUnlock={cannotUnlock(state)} />
        <MissingNotes trail={trail} ui={ui} />
        <ReminderNotes reminders={reminders} ui={ui} />
        {lockAgainOf(state, ui)}
      </>
    ),
    actions(state, ui) {
      const { lock, access, asking } = state;
      const allowed = published.kept(state.module)?.switches.requests && lock && !asking;
      if (!allowed || !mayAsk(lock, access, ui.userId) || rolesIn(requests.state(), ui.userId).mine)
        return null;
      return (
        <button
          type="button"
          class={cannotUnlock(state) ? 'button primary' : 'button'}
          onClick={requests.startAsking}
        >
          {ui.t('record.requests.ask')}
        </button>
      );
    },
    unlocking: (state, ui) =>
      trail.needsReason() ? (
        <UnlockReason
          state={state}
          trail={trail}
          offered={published.offered(state.module)}
          barred={cannotUnlock(state)}
          cancel={commands.cancel}
          ui={ui}
        />
      ) : null,
    whenLocking: (_state, ui) => reminders.offered() && <ReminderField reminders={reminders} ui={ui} />,
    occupied: () => requests.state().asking !== null || requests.state().answering !== null,
    announcement(ui) {
      const { notice } = requests.state();
      return notice && requestNoticeText(notice, ui);
    },
  };
}
