import { browserMemory } from '../ui/browser-memory';
import { connectToZoho } from '../zoho/connect';
import { extensionVariables } from '../zoho/extension-variables';
import { hostFacts } from '../zoho/host-facts';
import { renderSettings } from './render-settings';
import { createSettingsStore } from './settings-store';

/** Set when the extension is built for the Marketplace: see docs/packaging.md. */
declare const NAMESPACE: string;

const memory = browserMemory(() => localStorage);
// Unsaved changes hold data of the CRM: they outlive a reload, not the tab.
const drafts = browserMemory(() => sessionStorage);
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
const store = createSettingsStore(host.send, memory, Date.now);
const facts = () => ({ ...hostFacts(window), answered });
const variables = NAMESPACE ? extensionVariables(window, NAMESPACE) : undefined;
const view = renderSettings({ store, memory, drafts, host, facts, variables });
