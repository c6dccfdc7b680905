import type { ComponentChildren } from 'preact';
import type { OfferedReasons } from '../../locking/published/explanation';
import type { RecordShown } from '../start/record-state';
import type { ViewContext } from '../view/view-context';
import type { Barred } from './barriers';
import type { ChangingCommands } from './commands';
import { NoticeBar, noticeText } from './NoticeBar';
import { ReasonChoice } from './ReasonChoice';
import { problemText, ReasonForm } from './ReasonForm';
import { UnlockDialog } from './UnlockDialog';

interface ChangingViewProps {
  readonly state: RecordShown;
  readonly commands: ChangingCommands;
  readonly checkNow: () => void;
  /** Belongs into the form that locks. */
  readonly whenLocking: ComponentChildren;
  /** Stands in place of the question whether to unlock. */
  readonly unlocking: ComponentChildren;
  readonly barred: Barred;
  readonly offered: OfferedReasons;
  /** Reasons sent before, latest first. */
  readonly recent: readonly string[];
  readonly ui: ViewContext;
}

/** The form or dialog at hand; what came of the last action is below it, so that nothing moves under the pointer. */
export function ChangingView(props: ChangingViewProps) {
  const { state, commands, barred, offered, recent, ui } = props;
  const { task, lock, notice } = state;
  const busy = state.busy === 'writing';
  // The choice says already that somebody was quicker.
  const told = notice && !(task.kind === 'choosing' && !notice.error) ? notice : null;
  return (
    <>
      {'draft' in task && (
        <ReasonForm
          task={task}
          busy={busy}
          barred={barred[task.kind === 'locking' ? 'lock' : 'edit'] !== undefined}
          problem={told !== null}
          offered={offered}
          recent={recent}
          commands={commands}
          ui={ui}
        >
          {task.kind === 'locking' && props.whenLocking}
        </ReasonForm>
      )}
      {task.kind === 'unlocking' &&
        lock &&
        (props.unlocking || (
          <UnlockDialog
            lock={lock}
            busy={busy}
            barred={barred.unlock !== undefined}
            problem={told !== null}
            commands={commands}
            ui={ui}
          />
        ))}
      {task.kind === 'choosing' && (
        <ReasonChoice mine={task.mine} theirs={lock} busy={busy} commands={commands} ui={ui} />
      )}
      {told && <NoticeBar notice={told} busy={busy} undo={commands.undo} checkNow={props.checkNow} ui={ui} />}
    </>
  );
}

/** What to say beside the status: what came of the last action, or what is wrong with the form. */
export const announcement = (
  { notice, task, busy }: RecordShown,
  offered: OfferedReasons,
  ui: ViewContext,
): string | null => {
  // Cleared in between, so that a repeat is announced.
  if (busy) return null;
  if (notice) return noticeText(notice, ui);
  return 'draft' in task && task.checked ? problemText(task, offered, ui) : null;
};
