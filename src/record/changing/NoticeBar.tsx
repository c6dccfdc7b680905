import type { Notice, NoticeKind } from '../start/record-state';
import { errorText } from '../view/texts';
import type { ViewContext } from '../view/view-context';

const BAD: ReadonlySet<NoticeKind> = new Set([
  'nothingHappened',
  'outcomeUnknown',
  'unconfirmed',
  'contradicted',
  'notRefreshed',
  'failed',
]);

/** The notice in words: what came of the action, and why where that is known. */
export const noticeText = (notice: Notice, ui: ViewContext): string =>
  [
    notice.kind !== 'failed' && ui.t(`record.notice.${notice.kind}`),
    notice.error && errorText(ui, notice.error),
  ]
    .filter(Boolean)
    .join(' ');

/** The state above says it all: these are only spoken. */
const PLAIN: ReadonlySet<NoticeKind> = new Set(['locked', 'reasonChanged', 'checked']);

/** What came of the last action. Spoken by the status header's live region, so it is not one itself. */
export function NoticeBar({ notice, undo, ui }: { notice: Notice; undo: () => void; ui: ViewContext }) {
  if (PLAIN.has(notice.kind)) return null;
  return (
    <div class={BAD.has(notice.kind) ? 'note bad' : 'note'}>
      {noticeText(notice, ui)}
      {notice.undo !== undefined && (
        <button type="button" class="link" onClick={undo}>
          {ui.t('record.undo')}
        </button>
      )}
    </div>
  );
}
