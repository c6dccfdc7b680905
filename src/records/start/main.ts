import { createCallLine } from '../../crm/call-line';
import { browserMemory } from '../../ui/browser-memory';
import { lateView } from '../../ui/late-view';
import { afterFirstCall } from '../../zoho/after-first-call';
import { connectToZoho } from '../../zoho/connect';
import { extensionVariables } from '../../zoho/extension-variables';
import { serviceOrigin } from '../../zoho/message-guard';
import type { Placement } from '../../zoho/placement';
import { createRecordsStore, type Opened } from './records-store';

/*
 * The start of the records page: everything that the first rows need. The SDK runs right after this script; the view is loaded
 * meanwhile and runs while the answer is on its way.
 */

/** Set when the extension is built for the Marketplace: see docs/packaging.md. */
declare const NAMESPACE: string;

/** Milliseconds after which the view is loaded even though nothing could be asked yet: it speaks the user's language. */
const VIEW_BOUND = 1_000;

const origin = serviceOrigin(window) ?? '';
const memory = browserMemory(() => localStorage, origin);
document.documentElement.dataset.theme = memory.get('theme') === 'night' ? 'night' : 'day';

const openedBy = (placement: Placement, popup: boolean): Opened => {
  switch (placement.kind) {
    case 'record':
      return { kind: 'selection', module: placement.module, ids: [placement.id], popup };
    case 'records':
      return { kind: 'selection', module: placement.module, ids: placement.ids, popup };
    case 'none':
      return { kind: 'locked', module: placement.module ?? null, popup };
  }
};

const host = connectToZoho(window, {
  onPlacement: (placement, popup) => store.open(openedBy(placement, popup)),
  onProblem: (problem) => store.hostFailed(problem),
  onReady: () => view.tell((it) => it.hostReady()),
  onLocale: (locale) => view.tell((it) => it.setLocale(locale)),
  onTheme: (theme) => view.tell((it) => it.setTheme(theme)),
  onUser: (user) => view.tell((it) => it.setUser(user)),
});
const line = createCallLine({
  send: afterFirstCall(window, host.send, () => view.load()),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  onLimited: (limited) => view.tell((it) => it.setLimited(limited)),
});
const store = createRecordsStore({
  line,
  memory,
  // What a run did is nobody's business but this tab's.
  session: browserMemory(() => sessionStorage, origin),
  now: Date.now,
});

const view = lateView(async () => {
  const { renderRecords } = await import('../view/render-records');
  return renderRecords({
    store,
    host,
    ...(NAMESPACE ? { readVariable: extensionVariables(window, NAMESPACE).read } : {}),
  });
});
store.api.subscribe(({ kind }) => kind === 'connecting' || view.load());
setTimeout(view.load, VIEW_BOUND);
