import type { Browser, Frame, Page } from '@playwright/test';

const CPU_SLOWDOWN = 4;
const PATIENCE_MS = 20_000;

/** One opening of a page, in a fresh browser context (nothing cached); all times since the frame began to load, in milliseconds. */
export interface Visit {
  /** Until the first call to the CRM's API reached the host. */
  readonly firstCall: number;
  /** Until the content was painted. */
  readonly content: number;
  /** Files that were asked for before the content was painted: the page, what it loads, and the SDK. */
  readonly files: number;
  /** The page's longest task between the arrival of the SDK and the first call; 0 when none took more than 50 ms. */
  readonly longestTask: number;
}

/** What is waited for: the text that makes an element's content the page's first. */
export interface Content {
  readonly selector: string;
  readonly text: RegExp;
}

/** Opens the CRM page of this address, which holds the page in a frame, on a slowed-down CPU. */
export async function visit(browser: Browser, url: string, content: Content): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-US' });
  try {
    const page = await context.newPage();
    const painted = new Promise<void>((resolve, reject) => {
      page.exposeFunction('contentPainted', () => resolve()).catch(reject);
      setTimeout(() => reject(new Error(`${url} shows no content.`)), PATIENCE_MS).unref();
    });
    await page.addInitScript(watch(content));
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
    await page.goto(url);
    await painted;
    const firstCall = await page.evaluate<number>('window.firstCall');
    return await widgetOf(page).evaluate<Visit>(`summary(${firstCall})`);
  } finally {
    await context.close();
  }
}

function widgetOf(page: Page): Frame {
  const [widget] = page.mainFrame().childFrames();
  if (!widget) throw new Error('The page shows no widget.');
  return widget;
}

/**
 * Runs before any other script: in the CRM page, notes when the first call arrived; in the widget's frame, when the content
 * was there at the end of a painted frame. A text, because a function would carry helpers of the TypeScript runner that the
 * page does not have.
 */
const watch = ({ selector, text }: Content): string => `
if (window === top) {
  addEventListener('message', ({ data }) => {
    if (data?.data?.category === 'ZRC_REQUEST') window.firstCall ??= performance.timeOrigin + performance.now();
  });
} else {
  let content = 0;
  const tasks = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: 'longtask', buffered: true });
  const look = () => {
    if (!${text}.test(document.querySelector('${selector}')?.textContent ?? '')) return requestAnimationFrame(look);
    // The task after an animation frame's callbacks runs once that frame has been painted.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      content = performance.now();
      contentPainted();
    };
    port2.postMessage(undefined);
  };
  requestAnimationFrame(look);
  window.summary = (calledAt) => {
    const firstCall = calledAt - performance.timeOrigin;
    const files = performance.getEntriesByType('resource').filter(({ startTime }) => startTime < content);
    const sdk = files.find(({ name }) => name.includes('EmbededAppSDK'));
    const between = tasks.filter(
      ({ name, startTime }) => name === 'self' && startTime > sdk.responseEnd && startTime < firstCall,
    );
    const longestTask = Math.max(0, ...between.map(({ duration }) => duration));
    return { firstCall, content, files: files.length + 1, longestTask };
  };
}
`;
