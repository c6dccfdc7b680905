import type { ComponentChildren } from 'preact';
import { cleanReason, REASON_LIMIT, reasonProblem } from '../../locking/lock/reason';
import { mayBeSent, type OfferedReasons } from '../../locking/published/explanation';
import type { Task } from '../start/record-state';
import type { ViewContext } from '../view/view-context';
import type { ChangingCommands } from './commands';
import { ReasonField } from './ReasonField';

type FormTask = Extract<Task, { draft: string }>;

interface ReasonFormProps {
  task: FormTask;
  busy: boolean;
  /** This user is known not to be able to send it. */
  barred: boolean;
  /** What came of the last try is told below. */
  problem: boolean;
  offered: OfferedReasons;
  /** Reasons sent before, latest first. */
  recent: readonly string[];
  commands: Pick<ChangingCommands, 'type' | 'cancel' | 'submit'>;
  ui: ViewContext;
  children?: ComponentChildren;
}

/** What is wrong with the text, in words; that there is none only once it was to be sent. */
export function problemText(
  { draft, checked }: FormTask,
  offered: OfferedReasons,
  { t }: ViewContext,
): string | null {
  const problem = reasonProblem(draft);
  if (!offered.free)
    return (checked || problem !== 'empty') && !mayBeSent(offered, draft)
      ? t('record.explanation.chooseReason')
      : null;
  if (problem === 'tooLong')
    return t('record.reasonTooLong', { count: cleanReason(draft).length - REASON_LIMIT });
  return problem && checked ? t('record.reasonEmpty') : null;
}

const MAC = /Mac|iP/.test(navigator.platform);

/** Lock and Edit reason: the same form, with other words on its button. */
export function ReasonForm(props: ReasonFormProps) {
  const { task, busy, barred, problem, offered, recent, commands, ui } = props;
  const { t } = ui;
  const locking = task.kind === 'locking';
  const submit = () => {
    if (!busy && !barred) commands.submit();
  };
  const label = locking
    ? busy
      ? 'record.change.locking'
      : 'record.lock'
    : busy
      ? 'record.change.saving'
      : 'record.save';
  return (
    <form
      aria-busy={busy}
      noValidate
      // Where the frame may not send forms, the click below still counts.
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        // These keys belong to whoever is composing a word.
        if (event.isComposing) return;
        if (event.key === 'Escape') commands.cancel();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
      }}
    >
      <ReasonField
        draft={task.draft}
        offered={offered}
        recent={locking ? recent : []}
        problem={problemText(task, offered, ui)}
        busy={busy}
        type={commands.type}
        ui={ui}
      />
      {props.children}
      <div class="row">
        <button
          type="button"
          class={barred ? 'button' : 'button primary'}
          aria-disabled={busy || barred}
          aria-describedby={problem ? 'notice' : undefined}
          onClick={submit}
        >
          {t(label)}
        </button>
        <button type="button" class="button" aria-disabled={busy} onClick={commands.cancel}>
          {t('common.cancel')}
        </button>
        <span class="keys" aria-hidden="true">
          {t(MAC ? 'record.keysMac' : 'record.keys')}
        </span>
      </div>
    </form>
  );
}
