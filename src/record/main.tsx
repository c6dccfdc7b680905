import { browserMemory } from '../ui/browser-memory';
import { connectToZoho } from '../zoho/connect';
import { serviceOrigin } from '../zoho/message-guard';
import { createRecordStore } from './record-store';
import { renderRecord } from './render-record';

const origin = serviceOrigin(window) ?? '';
const host = connectToZoho(window, {
  onPlacement: (placement) => store.open(placement),
  onProblem: (problem) => store.hostFailed(problem),
  onReady: () => view.hostReady(),
  onLocale: (locale) => view.setLocale(locale),
  onTheme: (theme) => view.setTheme(theme),
  onUser: (user) => view.setUser(user),
});
const store = createRecordStore(host.send, Date.now);
const view = renderRecord({
  store,
  memory: browserMemory(() => localStorage, origin),
  session: browserMemory(() => sessionStorage, origin),
  host,
});
