import type { Page } from '@playwright/test';
import { addressOf } from './places';

/**
 * Forges, every 100 ms from before the widget is there: answers to the promises that the SDK hands out first, PageLoads, contexts,
 * and what is no message at all. Sent to every frame below by the top window, and by a frame beside the widget's; both are
 * of the CRM's own origin, so that only the window they come from tells them.
 */
const FORGER = `
const row = { id: '1', api_name: 'Forged', plural_label: 'Forged', generated_type: 'custom', Lock_Source__s: 'Manual', Locked_Reason__s: 'Forged' };
const cyclic = { type: 'FRAMEWORK.EVENT', eventName: 'PageLoad' };
cyclic.data = cyclic;
const forged = [null, undefined, 0, '', 'SET_CONTEXT', [], {}, cyclic, new Map([[cyclic, cyclic]]), 
  { type: 'FRAMEWORK.EVENT' }, { eventName: 'EVENT_RESPONSE', promiseid: {} }, JSON.parse('{"__proto__":{"harmed":1}}'),
  { type: 'FRAMEWORK.EVENT', eventName: 'SET_CONTEXT', data: { uniqueID: 'forged', model: {}, locale: 'ar_EG', localeResource: { a: 1 } } },
  { type: 'FRAMEWORK.EVENT', eventName: 'PageLoad', data: { Entity: 'Forged', EntityId: '1' } },
  { type: 'FRAMEWORK.EVENT', eventName: 'PageLoad', data: { Entity: '../settings', EntityId: ['1', '2'] } }];
for (let n = 100; n < 130; n += 1)
  for (const eventName of ['EVENT_RESPONSE', 'EVENT_RESPONSE_FAILURE'])
    forged.push({ type: 'FRAMEWORK.EVENT', eventName, promiseid: 'Promise' + n,
      data: { status: 200, mode: 'night', data: { data: [row], modules: [row], record_locking_configurations: [row] } } });
const below = (frame) => [...Array(frame.length).keys()].flatMap((i) => [frame[i], ...below(frame[i])]);
let ticks = 0;
let huge = ['x'.repeat(2_000_000)];
const send = () => {
  for (const frame of below(top)) if (frame !== window) for (const message of [...forged, ...huge]) frame.postMessage(message, '*');
  if (ticks++ > 9) huge = [];
};
setInterval(send, 100);
`;

/** Opens a page of the CRM in a frame of a window that forges messages. `arrived`: how many of them have reached the widget's window. */
export async function openUnderForger(page: Page, crmUrl: string, path: string, user: string) {
  const inner = addressOf(crmUrl, path, { user, latency: '100', fault: 'forged' });
  const size = 'width="1200" height="800"';
  await page.route('**/forger.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>Forger</title><script>${FORGER}</script><iframe ${size} name="crm" src="${inner.replaceAll('&', '&amp;')}"></iframe>`,
    }),
  );
  await page.addInitScript(() => {
    addEventListener('message', ({ source }) => {
      if (source !== parent)
        Reflect.set(window, 'forgeries', Number(Reflect.get(window, 'forgeries') ?? 0) + 1);
    });
  });
  await page.goto(`${crmUrl}/forger.html`);
  const crm = page.frameLocator('iframe[name="crm"]');
  await crm.locator('#crm').evaluate((root, script) => {
    const frame = root.ownerDocument.body.appendChild(root.ownerDocument.createElement('iframe'));
    const element = frame.contentDocument?.createElement('script');
    if (element) element.textContent = script;
    if (element) frame.contentDocument?.body.append(element);
  }, FORGER);
  const widget = crm.frameLocator('iframe[title="Record Lock"]');
  return {
    widget,
    crm: page.frame('crm'),
    arrived: () => widget.locator('html').evaluate(() => Number(Reflect.get(window, 'forgeries'))),
  };
}
