import { useState } from 'preact/hooks';
import { errorText } from '../view/texts';
import type { ViewContext } from '../view/view-context';
import { copyText } from './copy-text';
import type { RequestNotice } from './requests-state';

const GOOD: ReadonlySet<RequestNotice['kind']> = new Set([
  'sent',
  'alreadyAsked',
  'withdrawn',
  'declined',
  'noted',
]);

/** A request meets the rights and the state of tasks, not of locks. */
function whyText({ error }: RequestNotice, ui: ViewContext): string {
  if (!error) return '';
  if (error.kind === 'noPermission') return ui.t('record.requests.noTasks');
  if (isAboutOwner(error.details)) return ui.t('record.requests.inactive');
  if (error.kind === 'recordLocked') return ui.t('record.requests.lockedForTasks');
  return errorText(ui, error, 'read');
}

const isAboutOwner = (details: { readonly [key: string]: unknown } | undefined): boolean =>
  details?.api_name === 'Owner' ||
  /\.Owner\b/.test(typeof details?.json_path === 'string' ? details.json_path : '');

export const requestNoticeText = (notice: RequestNotice, ui: ViewContext): string =>
  [ui.t(`record.requests.notice.${notice.kind}`, { count: notice.count ?? 0 }), whyText(notice, ui)]
    .filter(Boolean)
    .join(' ');

/** Nobody got the message, or perhaps nobody did: it can go another way. */
const UNSENT: ReadonlySet<RequestNotice['kind']> = new Set(['notSent', 'unknown', 'nobodyToAsk']);

interface RequestNoticeBarProps {
  notice: RequestNotice;
  /** The message that was to be sent. */
  message: string | undefined;
  readAgain: () => void;
  ui: ViewContext;
}

/** What came of the last action. Spoken by the status header's live region, so it is not one itself. */
export function RequestNoticeBar({ notice, message, readAgain, ui }: RequestNoticeBarProps) {
  const { t } = ui;
  const [copied, setCopied] = useState<boolean | null>(null);
  const link = (text: string, act: () => void) => (
    <button type="button" class="link" onClick={act}>
      {text}
    </button>
  );
  // One's own request above says it all: it is only spoken.
  if (notice.kind === 'sent') return null;
  return (
    <div class={GOOD.has(notice.kind) ? 'note' : 'note bad'}>
      {requestNoticeText(notice, ui)} {notice.kind === 'notRead' && link(t('common.retry'), readAgain)}
      {message &&
        UNSENT.has(notice.kind) &&
        link(t('record.requests.copy'), () => void copyText(message).then(setCopied))}
      {copied !== null && (
        <span role="status">{t(`record.requests.${copied ? 'copied' : 'notCopied'}`)}</span>
      )}
    </div>
  );
}
