import { useLayoutEffect, useRef } from 'preact/hooks';
import type { RunPlan } from '../../locking/bulk/plan-run';
import { cleanReason, REASON_LIMIT, reasonProblem } from '../../locking/lock/reason';
import { mayBeSent, type OfferedReasons } from '../../locking/published/explanation';
import type { Task } from '../start/records-state';
import type { RecordsUi } from '../view/words';
import type { ChangingCommands } from './commands';
import { planText } from './plan-text';

interface ReasonFormProps {
  readonly task: Extract<Task, { draft: string }>;
  readonly plan: RunPlan;
  readonly offered: OfferedReasons;
  /** Reasons sent before, latest first. */
  readonly recent: readonly string[];
  readonly commands: ChangingCommands;
  readonly ui: RecordsUi;
}

const SHOW_LEFT_BELOW = 300;

/** One reason for all the records that are ticked, and what will become of them. */
export function ReasonForm({ task, plan, offered, recent, commands, ui }: ReasonFormProps) {
  const { t } = ui;
  const area = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => area.current?.focus(), []);
  const locking = task.kind === 'locking';
  const left = REASON_LIMIT - cleanReason(task.draft).length;
  const problem = problemText(task, offered, ui);
  const cannot = !plan.tasks.size || plan.left.unread > 0;
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
      class="reason-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!cannot) void commands.submit();
      }}
      onKeyDown={(event) => {
        // These keys belong to whoever is composing a word.
        if (event.isComposing) return;
        if (event.key === 'Escape') commands.cancel();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !cannot) void commands.submit();
      }}
    >
      <label for="reason">{t('records.reason')}</label>
      <textarea
        ref={area}
        id="reason"
        rows={2}
        dir="auto"
        value={task.draft}
        readOnly={!offered.free}
        required
        aria-invalid={problem !== null}
        aria-describedby="reason-help plan"
        onInput={(event) => commands.type(event.currentTarget.value)}
      />
      <p id="reason-help" class={problem ? 'typed bad-text' : 'typed'}>
        {problem ?? (left < SHOW_LEFT_BELOW && t('records.left', { count: left }))}
      </p>
      {chips('records.reasons', offered.reasons)}
      {offered.free && chips('records.recent', recent)}
      <div class="row">
        <button type="submit" class="button primary" aria-disabled={cannot}>
          {t(locking ? 'records.lock' : 'records.save')}
        </button>
        <button type="button" class="button" onClick={commands.cancel}>
          {t('common.cancel')}
        </button>
        <span id="plan" class="muted hint">
          {planText(plan, locking ? 'lock' : 'edit', ui)}
        </span>
      </div>
    </form>
  );
}

/** What is wrong with the text; that there is none only once it was to be sent. */
function problemText(
  { draft, checked }: ReasonFormProps['task'],
  offered: OfferedReasons,
  { t }: RecordsUi,
): string | null {
  if (draft && !mayBeSent(offered, draft)) return t('records.chooseReason');
  const problem = reasonProblem(draft);
  if (problem === 'tooLong')
    return t('records.reasonTooLong', { count: cleanReason(draft).length - REASON_LIMIT });
  if (!problem || !checked) return null;
  return t(offered.free ? 'records.reasonEmpty' : 'records.chooseReason');
}
