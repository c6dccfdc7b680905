import { createRequestQueue } from '../../crm/request-queue';
import { retryReads } from '../../crm/retry-reads';
import { browserMemory } from '../../ui/browser-memory';
import { lateView } from '../../ui/late-view';
import { afterFirstCall } from '../../zoho/after-first-call';
import { connectToZoho } from '../../zoho/connect';
import { extensionVariables } from '../../zoho/extension-variables';
import { serviceOrigin } from '../../zoho/message-guard';
import { createRecordStore } from './record-store';

/*
 * The start of the record page: everything that the first answer needs, in the order in which it happens. The SDK runs right
 * after this script; the view is loaded meanwhile and runs while the answer is on its way.
 */

/** Set when the extension is built for the Marketplace: see docs/packaging.md. */
declare const NAMESPACE: string;

/** Calls under way at once: what is asked about a lock, and what the user does meanwhile. */
const CALLS_AT_ONCE = 2;
/** Milliseconds after which the view is loaded even though nothing could be asked yet: it speaks the user's language. */
const VIEW_BOUND = 1_000;

const origin = serviceOrigin(window) ?? '';
const memory = browserMemory(() => localStorage, origin);

const host = connectToZoho(window, {
  onPlacement: (placement) => store.open(placement),
  onProblem: (problem) => store.hostFailed(problem),
  onReady: () => view.tell((it) => it.hostReady()),
  onLocale: (locale) => view.tell((it) => it.setLocale(locale)),
  onTheme: (theme) => view.tell((it) => it.setTheme(theme)),
  onUser: (user) => view.tell((it) => it.setUser(user)),
});
const calls = createRequestQueue(
  afterFirstCall(window, host.send, () => view.load()),
  CALLS_AT_ONCE,
);
// A read that waits for the CRM's limit leaves its lane to others.
const send = retryReads(calls.urgent, (limited) => view.tell((it) => it.setLimited(limited)));
const store = createRecordStore(send, Date.now);

const view = lateView(async () => {
  const { renderRecord } = await import('../view/render-record');
  return renderRecord({
    store,
    send,
    now: Date.now,
    memory,
    session: browserMemory(() => sessionStorage, origin),
    host,
    crmOrigin: origin,
    ...(NAMESPACE ? { readVariable: extensionVariables(window, NAMESPACE).read } : {}),
  });
});
store.api.subscribe(({ kind }) => kind === 'connecting' || view.load());
setTimeout(view.load, VIEW_BOUND);
