import { cleanMessage, MESSAGE_LIMIT, messageProblem } from '../../locking/requests/message';
import type { ViewContext } from '../view/view-context';

interface MessageFormProps {
  /** Key of the texts below `record.requests`: what is typed, and what sends it. */
  field: 'message' | 'answer';
  text: string;
  checked: boolean;
  busy: boolean;
  type: (text: string) => void;
  send: () => void;
  cancel: () => void;
  ui: ViewContext;
}

/** Of the characters that are left, only the last are counted down. */
const SHOW_LEFT_BELOW = 100;

/** A short text for somebody else: a request, or the answer to one. */
export function MessageForm({ field, text, checked, busy, type, send, cancel, ui }: MessageFormProps) {
  const { t } = ui;
  const left = MESSAGE_LIMIT - cleanMessage(text).length;
  const problem = messageProblem(text);
  const said =
    problem === 'tooLong'
      ? t('record.reasonTooLong', { count: -left })
      : problem && checked
        ? t(`record.requests.${field}Empty`)
        : null;
  return (
    <form
      aria-busy={busy}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      onKeyDown={(event) => {
        // These keys belong to whoever is composing a word.
        if (event.isComposing) return;
        if (event.key === 'Escape') cancel();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
      }}
    >
      <label for={field}>{t(`record.requests.${field}`)}</label>
      <textarea
        id={field}
        rows={3}
        dir="auto"
        value={text}
        readOnly={busy}
        required
        aria-invalid={said !== null}
        aria-describedby={`${field}-help`}
        onInput={(event) => type(event.currentTarget.value)}
      />
      <p id={`${field}-help`} class={said ? 'typed bad-text' : 'typed'}>
        {said ?? (left < SHOW_LEFT_BELOW && t('record.left', { count: left }))}
      </p>
      <div class="row">
        <button type="button" class="button primary" aria-disabled={busy} onClick={send}>
          {t(`record.requests.${busy ? 'sending' : field === 'message' ? 'send' : 'sendAnswer'}`)}
        </button>
        <button type="button" class="button" aria-disabled={busy} onClick={cancel}>
          {t('common.cancel')}
        </button>
      </div>
    </form>
  );
}
