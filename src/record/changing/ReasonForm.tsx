import { cleanReason, REASON_LIMIT, reasonProblem } from '../../locking/lock/reason';
import { mayBeSent, type OfferedReasons } from '../../locking/published/explanation';
import type { Task } from '../start/record-state';
import type { ViewContext } from '../view/view-context';
import type { ChangingCommands } from './commands';

type FormTask = Extract<Task, { draft: string }>;

interface ReasonFormProps {
  task: FormTask;
  busy: boolean;
  offered: OfferedReasons;
  /** Reasons sent before, latest first. */
  recent: readonly string[];
  commands: Pick<ChangingCommands, 'type' | 'cancel' | 'submit'>;
  ui: ViewContext;
}

/** What is wrong with the text, in words; that there is none only once it was to be sent. */
export function problemText(
  { draft, checked }: FormTask,
  offered: OfferedReasons,
  { t }: ViewContext,
): string | null {
  if (!mayBeSent(offered, draft)) return t('record.explanation.chooseReason');
  const problem = reasonProblem(draft);
  if (problem === 'tooLong')
    return t('record.reasonTooLong', { count: cleanReason(draft).length - REASON_LIMIT });
  return problem && checked ? t('record.reasonEmpty') : null;
}

const SHOW_LEFT_BELOW = 300;
const MAC = /Mac|iP/.test(navigator.platform);

/** Lock and Edit reason: the same form, with other words on its button. */
export function ReasonForm({ task, busy, offered, recent, commands, ui }: ReasonFormProps) {
  const { t } = ui;
  const left = REASON_LIMIT - cleanReason(task.draft).length;
  const message = problemText(task, offered, ui);
  const chips = (label: string, reasons: readonly string[]) =>
    reasons.length > 0 && (
      <ul class="chips" aria-label={t(label)}>
        {reasons.map((reason) => (
          <li key={reason}>
            <button
              type="button"
              class="chip"
              dir="auto"
              title={reason}
              onClick={() => commands.type(reason)}
            >
              {reason}
            </button>
          </li>
        ))}
      </ul>
    );
  return (
    <form
      aria-busy={busy}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        commands.submit();
      }}
      onKeyDown={(event) => {
        // These keys belong to whoever is composing a word.
        if (event.isComposing) return;
        if (event.key === 'Escape') commands.cancel();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) commands.submit();
      }}
    >
      <label for="reason">{t('record.reason')}</label>
      <textarea
        id="reason"
        rows={3}
        dir="auto"
        value={task.draft}
        readOnly={busy || !offered.free}
        required
        aria-invalid={message !== null}
        aria-describedby="reason-help"
        onInput={(event) => commands.type(event.currentTarget.value)}
      />
      <p id="reason-help" class={message ? 'typed bad-text' : 'typed'}>
        {message ?? (left < SHOW_LEFT_BELOW && t('record.left', { count: left }))}
      </p>
      {chips('record.explanation.reasons', offered.reasons)}
      {task.kind === 'locking' && offered.free && chips('record.recent', recent)}
      <div class="row">
        <button type="submit" class="button primary" aria-disabled={busy}>
          {t(task.kind === 'locking' ? 'record.lock' : 'record.save')}
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
