import { createLanes } from '../crm/lanes';
import { patientReads } from '../crm/patient-reads';
import { browserMemory } from '../ui/browser-memory';
import { connectToZoho } from '../zoho/connect';
import { serviceOrigin } from '../zoho/message-guard';
import { createRecordStore } from './record-store';
import { renderRecord } from './render-record';

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
const send = patientReads(createLanes(host.send, CALLS_AT_ONCE).urgent, (limited) =>
  view.setLimited(limited),
);
const store = createRecordStore(send, Date.now);
const view = renderRecord({
  store,
  memory: browserMemory(() => localStorage, origin),
  session: browserMemory(() => sessionStorage, origin),
  host,
});
