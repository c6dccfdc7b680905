import type { OfferedReasons } from '../../locking/published/explanation';
import { ReasonField } from '../changing/ReasonField';
import type { RecordShown } from '../start/record-state';
import type { ViewContext } from '../view/view-context';
import type { Trail } from './create-trail';

interface UnlockReasonProps {
  state: RecordShown;
  trail: Trail;
  offered: OfferedReasons;
  barred: boolean;
  cancel: () => void;
  ui: ViewContext;
}

const PROBLEMS = { empty: 'record.trail.whyEmpty', notOffered: 'record.explanation.chooseReason' } as const;

/** Asks for the reason before a record is unlocked. */
export function UnlockReason({ state, trail, offered, barred, cancel, ui }: UnlockReasonProps) {
  const { t } = ui;
  const busy = state.busy === 'writing';
  const problem = trail.problem();
  const send = () => {
    if (!busy && !barred) trail.unlockWithReason();
  };
  return (
    <form
      aria-busy={busy}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      onKeyDown={(event) => {
        if (event.isComposing) return;
        if (event.key === 'Escape') cancel();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
      }}
    >
      <p class="note">{t('record.trail.question')}</p>
      <ReasonField
        draft={trail.why()}
        offered={offered}
        recent={[]}
        problem={
          problem &&
          (problem === 'tooLong'
            ? t('record.reasonTooLong', { count: trail.tooMany() })
            : t(PROBLEMS[problem]))
        }
        busy={busy}
        type={trail.typeWhy}
        ui={ui}
      />
      <div class="row">
        <button type="button" class="button primary" aria-disabled={busy || barred} onClick={send}>
          {t(busy ? 'record.change.unlocking' : 'record.unlockRecord')}
        </button>
        <button type="button" class="button" aria-disabled={busy} onClick={cancel}>
          {t('common.cancel')}
        </button>
      </div>
    </form>
  );
}
