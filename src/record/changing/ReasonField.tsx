import { cleanReason, REASON_LIMIT, sameReason } from '../../locking/lock/reason';
import type { OfferedReasons } from '../../locking/published/explanation';
import type { ViewContext } from '../view/view-context';

interface ReasonFieldProps {
  draft: string;
  offered: OfferedReasons;
  /** Reasons sent before, latest first; offered beside those of the administrator. */
  recent: readonly string[];
  /** What is wrong with the text. */
  problem: string | null;
  busy: boolean;
  type: (text: string) => void;
  ui: ViewContext;
}

/** Where the reason comes from: typed, with others to start from, or chosen where only certain ones may be given. */
export function ReasonField(props: ReasonFieldProps) {
  return props.offered.free ? <FreeReason {...props} /> : <FixedReasons {...props} />;
}

/** Of the characters that are left, only the last are counted down. */
const SHOW_LEFT_BELOW = 300;

function FreeReason({ draft, offered, recent, problem, busy, type, ui }: ReasonFieldProps) {
  const { t } = ui;
  const left = REASON_LIMIT - cleanReason(draft).length;
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
              aria-pressed={sameReason(reason, draft)}
              aria-disabled={busy}
              onClick={() => type(reason)}
            >
              {reason}
            </button>
          </li>
        ))}
      </ul>
    );
  return (
    <>
      <label for="reason">{t('record.reason')}</label>
      <textarea
        id="reason"
        rows={3}
        dir="auto"
        value={draft}
        readOnly={busy}
        required
        aria-invalid={problem !== null}
        aria-describedby="reason-help"
        onInput={(event) => type(event.currentTarget.value)}
      />
      <p id="reason-help" class={problem ? 'typed bad-text' : 'typed'}>
        {problem ?? (left < SHOW_LEFT_BELOW && t('record.left', { count: left }))}
      </p>
      {chips('record.explanation.reasons', offered.reasons)}
      {chips('record.recent', recent)}
    </>
  );
}

function FixedReasons({ draft, offered, problem, busy, type, ui }: ReasonFieldProps) {
  const { t } = ui;
  const listed = offered.reasons.some((reason) => sameReason(reason, draft));
  return (
    <div class="choices" role="radiogroup" aria-labelledby="reasons" aria-describedby="reason-help">
      <span class="label" id="reasons">
        {t('record.reason')}
      </span>
      {offered.reasons.map((reason) => (
        <label key={reason} class="choice">
          <input
            type="radio"
            name="reason"
            checked={sameReason(reason, draft)}
            disabled={busy}
            onChange={() => type(reason)}
          />
          <span dir="auto">{reason}</span>
        </label>
      ))}
      {/* Typed before the reasons were known: it is not lost, only not to be sent. */}
      {draft.trim() && !listed && (
        <p class="typed">
          {t('record.change.typed')} <bdi>{draft}</bdi>
        </p>
      )}
      <p id="reason-help" class={problem ? 'typed bad-text' : 'typed'}>
        {problem}
      </p>
    </div>
  );
}
