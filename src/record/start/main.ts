import { createRequestQueue } from '../../crm/request-queue';
import { retryReads } from '../../crm/retry-reads';
import { browserMemory } from '../../ui/browser-memory';
import { connectToZoho } from '../../zoho/connect';
import { extensionVariables } from '../../zoho/extension-variables';
import { serviceOrigin } from '../../zoho/message-guard';
import { renderRecord } from '../view/render-record';
import { createRecordStore } from './record-store';

/** Set when the extension is built for the Marketplace: see docs/packaging.md. */
declare const NAMESPACE: string;

const origin = serviceOrigin(window) ?? '';
/** Calls under way at once: what is asked about a lock, and what the user does meanwhile. */
const CALLS_AT_ONCE = 2;

const host = connectToZoho(window, {
  onPlacement: (placement) => store.open(placement),
  onProblem: (problem) => store.hostFailed(problem),
  onReady: () => view.hostReady(),
  onLocale: (locale) => view.setLocale(locale),
  onTheme: (theme) => view.setTheme(theme),
  onUser: (user) => view.setUser(user),
});
// A read that waits for the CRM's limit leaves its lane to others.
const send = retryReads(createRequestQueue(host.send, CALLS_AT_ONCE).urgent, (limited) =>
  view.setLimited(limited),
);
const store = createRecordStore(send, Date.now);
const view = renderRecord({
  store,
  send,
  now: Date.now,
  memory: browserMemory(() => localStorage, origin),
  session: browserMemory(() => sessionStorage, origin),
  host,
  ...(NAMESPACE ? { readVariable: extensionVariables(window, NAMESPACE).read } : {}),
});
