import { patientReads } from '../crm/patient-reads';
import { browserMemory } from '../ui/browser-memory';
import { connectToZoho } from '../zoho/connect';
import { renderSettings } from './render-settings';
import { createSettingsStore } from './settings-store';

const memory = browserMemory(() => localStorage);
// Unsaved changes hold data of the CRM: they outlive a reload, not the tab.
const drafts = browserMemory(() => sessionStorage);
const host = connectToZoho(window, {
  onPlacement: (placement) => store.open(placement),
  onProblem: (problem) => store.hostFailed(problem),
  onReady: () => view.hostReady(),
  onLocale: (locale) => view.setLocale(locale),
  onTheme: (theme) => view.setTheme(theme),
  onUser: (user) => view.setUser(user),
});
const send = patientReads(host.send, (limited) => view.setLimited(limited));
const store = createSettingsStore(send, memory, Date.now);
const view = renderSettings({ store, memory, drafts, host });
