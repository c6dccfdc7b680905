import { browserMemory } from '../ui/browser-memory';
import { connectToZoho } from '../zoho/connect';
import { extensionVariables } from '../zoho/extension-variables';
import { createRecordStore } from './record-store';
import { renderRecord } from './render-record';

/** Set when the extension is built for the Marketplace: see docs/packaging.md. */
declare const NAMESPACE: string;

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
  memory: browserMemory(() => localStorage),
  session: browserMemory(() => sessionStorage),
  host,
  ...(NAMESPACE ? { readVariable: extensionVariables(window, NAMESPACE).read } : {}),
});
