import { cleanReason, REASON_LIMIT, reasonProblem } from '../../locking/lock/reason';
import { mayBeSent, type Offer } from '../explanation/offered-reasons';
import type { Task } from '../start/record-state';
import type { ViewContext } from '../view/view-context';
import type { TaskActions } from './actions';

type FormTask = Extract<Task, { draft: string }>;

interface ReasonFormProps {
  task: FormTask;
  busy: boolean;
  offer: Offer;
  /** Reasons sent before, latest first. */
  recent: readonly string[];
  actions: TaskActions;
  ui: ViewContext;
}

/** What is wrong with the text, in words; that there is none only once it was to be sent. */
export function problemText({ draft, checked }: FormTask, offer: Offer, { t }: ViewContext): string | null {
  if (!mayBeSent(offer, draft)) return t('record.explanation.chooseReason');
  const problem = reasonProblem(draft);
  if (problem === 'tooLong')
    return t('record.reasonTooLong', { count: cleanReason(draft).length - REASON_LIMIT });
  return problem && checked ? t('record.reasonEmpty') : null;
}

const SHOW_LEFT_BELOW = 300;
const MAC = /Mac|iP/.test(navigator.platform);

/** Lock and Edit reason: the same form, with other words on its button. */
export function ReasonForm({ task, busy, offer, recent, actions, ui }: ReasonFormProps) {
  const { t } = ui;
  const left = REASON_LIMIT - cleanReason(task.draft).length;
  const message = problemText(task, offer, ui);
  const chips = (label: string, reasons: readonly string[]) =>
    reasons.length > 0 && (
      <ul class="chips" aria-label={t(label)}>
        {reasons.map((reason) => (
          <li key={reason}>
            <button type="button" class="chip" dir="auto" title={reason} onClick={() => actions.type(reason)}>
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
        actions.submit();
      }}
      onKeyDown={(event) => {
        // These keys belong to whoever is composing a word.
        if (event.isComposing) return;
        if (event.key === 'Escape') actions.cancel();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) actions.submit();
      }}
    >
      <label for="reason">{t('record.reason')}</label>
      <textarea
        id="reason"
        rows={3}
        dir="auto"
        value={task.draft}
        readOnly={busy || !offer.free}
        required
        aria-invalid={message !== null}
        aria-describedby="reason-help"
        onInput={(event) => actions.type(event.currentTarget.value)}
      />
      <p id="reason-help" class={message ? 'typed bad-text' : 'typed'}>
        {message ?? (left < SHOW_LEFT_BELOW && t('record.left', { count: left }))}
      </p>
      {chips('record.explanation.reasons', offer.reasons)}
      {task.kind === 'locking' && offer.free && chips('record.recent', recent)}
      <div class="row">
        <button type="submit" class="button primary" aria-disabled={busy}>
          {t(task.kind === 'locking' ? 'record.lock' : 'record.save')}
        </button>
        <button type="button" class="button" aria-disabled={busy} onClick={actions.cancel}>
          {t('common.cancel')}
        </button>
        <span class="keys" aria-hidden="true">
          {t(MAC ? 'record.keysMac' : 'record.keys')}
        </span>
      </div>
    </form>
  );
}
