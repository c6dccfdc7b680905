import type { Browser } from '@playwright/test';

const CPU_SLOWDOWN = 4;
const PATIENCE_MS = 20_000;

/**
 * Milliseconds from the navigation of the widget's frame to the end of the frame in which its status is painted, in a
 * fresh browser context (nothing cached) on a slowed-down CPU. `url` is the CRM page that shows the widget.
 */
export async function timeToStatus(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    const painted = new Promise<number>((resolve, reject) => {
      page.exposeFunction('statusPainted', resolve).catch(reject);
      setTimeout(() => reject(new Error(`${url} shows no status.`)), PATIENCE_MS).unref();
    });
    await page.addInitScript(WATCH_STATUS);
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
    await page.goto(url);
    return await painted;
  } finally {
    await context.close();
  }
}

/**
 * Runs inside the widget's frame before its own scripts: tells when a status was there at the end of a painted frame.
 * A text, because a function would carry helpers of the TypeScript runner that the page does not have.
 */
const WATCH_STATUS = `
const look = () => {
  const status = document.querySelector('[role="status"]');
  if (!/\\b(Unl|L)ocked\\b/.test(status?.textContent ?? '')) return requestAnimationFrame(look);
  // The task after an animation frame's callbacks runs once that frame has been painted.
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => statusPainted(performance.now());
  port2.postMessage(undefined);
};
if (window !== top) requestAnimationFrame(look);
`;
