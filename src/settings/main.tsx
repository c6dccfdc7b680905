import { retryReads } from '../crm/retry-reads';
import { browserMemory } from '../ui/browser-memory';
import { connectToZoho } from '../zoho/connect';
import { extensionVariables } from '../zoho/extension-variables';
import { hostFacts } from '../zoho/host-facts';
import { serviceOrigin } from '../zoho/message-guard';
import { createSettingsStore } from './editing/page-store';
import { renderSettings } from './page/render-settings';

/** Set when the extension is built for the Marketplace: see docs/packaging.md. */
declare const NAMESPACE: string;

const origin = serviceOrigin(window) ?? '';
const memory = browserMemory(() => localStorage, origin);
// Unsaved changes hold data of the CRM: they outlive a reload, not the tab.
const drafts = browserMemory(() => sessionStorage, origin);
let answered = false;
const host = connectToZoho(window, {
  onPlacement: (placement) => store.open(placement),
  onProblem: (problem) => store.hostFailed(problem),
  onReady() {
    answered = true;
    view.hostReady();
  },
  onLocale: (locale) => view.setLocale(locale),
  onTheme: (theme) => view.setTheme(theme),
  onUser: (user) => view.setUser(user),
});
const send = retryReads(host.send, (limited) => view.setLimited(limited));
const store = createSettingsStore(send, memory, Date.now);
const facts = () => ({
  ...hostFacts(window),
  answered,
  droppedMessages: host.droppedMessages(),
});
const variables = NAMESPACE ? extensionVariables(window, NAMESPACE) : undefined;
const view = renderSettings({ store, memory, drafts, host, facts, variables });
