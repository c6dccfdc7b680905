import { retryReads } from '../../crm/retry-reads';
import { browserMemory } from '../../ui/browser-memory';
import { lateView } from '../../ui/late-view';
import { afterFirstCall } from '../../zoho/after-first-call';
import { connectToZoho } from '../../zoho/connect';
import { extensionVariables } from '../../zoho/extension-variables';
import { hostFacts } from '../../zoho/host-facts';
import { serviceOrigin } from '../../zoho/message-guard';
import { createPage } from '../editing/page-store';

/*
 * The start of the settings page: everything that the first answer needs. The SDK runs right after this script; the view is
 * loaded meanwhile and runs while the answer is on its way.
 */

/** Set when the extension is built for the Marketplace: see docs/packaging.md. */
declare const NAMESPACE: string;

/** Milliseconds after which the view is loaded even though nothing could be asked yet: it speaks the user's language. */
const VIEW_BOUND = 1_000;

const origin = serviceOrigin(window) ?? '';
const memory = browserMemory(() => localStorage, origin);
// Unsaved changes hold data of the CRM: they outlive a reload, not the tab.
const drafts = browserMemory(() => sessionStorage, origin);

let answered = false;
const host = connectToZoho(window, {
  onPlacement: (placement) => page.host.open(placement),
  onProblem: (problem) => page.host.failed(problem),
  onReady() {
    answered = true;
    view.tell((it) => it.hostReady());
  },
  onLocale: (locale) => view.tell((it) => it.setLocale(locale)),
  onTheme: (theme) => view.tell((it) => it.setTheme(theme)),
  onUser: (user) => view.tell((it) => it.setUser(user)),
});
const send = retryReads(
  afterFirstCall(window, host.send, () => view.load()),
  (limited) => view.tell((it) => it.setLimited(limited)),
);
const page = createPage(send, drafts);

const view = lateView(async () => {
  const { renderSettings } = await import('../page/render-settings');
  return renderSettings({
    page,
    memory,
    drafts,
    host,
    facts: () => ({ ...hostFacts(window), answered, droppedMessages: host.droppedMessages() }),
    variables: NAMESPACE ? extensionVariables(window, NAMESPACE) : undefined,
  });
});
page.state.subscribe(({ kind }) => kind === 'connecting' || view.load());
setTimeout(view.load, VIEW_BOUND);
