import { inDoubt, type Notice, type NoticeKind } from '../start/record-state';
import { ErrorDetails, errorText } from '../view/texts';
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
export function noticeText({ kind, action, error }: Notice, ui: ViewContext): string {
  const came = kind === 'failed' ? action && `record.change.not.${action}` : `record.notice.${kind}`;
  const texts = [came && ui.t(came), error && errorText(ui, error, action ?? 'read')];
  return texts.filter(Boolean).join(' ');
}

/** The state above says it all: these are only spoken. */
const PLAIN: ReadonlySet<NoticeKind> = new Set(['locked', 'reasonChanged', 'checked']);

interface NoticeBarProps {
  notice: Notice;
  busy: boolean;
  undo: () => void;
  checkNow: () => void;
  ui: ViewContext;
}

/** What came of the last action. Spoken by the status header's live region, so it is not one itself. */
export function NoticeBar({ notice, busy, undo, checkNow, ui }: NoticeBarProps) {
  if (PLAIN.has(notice.kind)) return null;
  const { t } = ui;
  const link = (text: string, act: () => void) => (
    <button type="button" class="link" aria-disabled={busy} onClick={act}>
      {text}
    </button>
  );
  return (
    <div class={BAD.has(notice.kind) ? 'note bad' : 'note'} id="notice">
      {noticeText(notice, ui)}
      {notice.undo !== undefined && link(t(busy ? 'record.change.locking' : 'record.undo'), undo)}
      {inDoubt(notice) && link(t('record.change.checkNow'), checkNow)}
      {notice.error && <ErrorDetails error={notice.error} action={notice.action ?? 'read'} ui={ui} />}
    </div>
  );
}
