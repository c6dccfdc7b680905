import { expect, type Frame, type Page } from '@playwright/test';
import { WIDGET_FRAME } from './widget';

/** Collects what the content policy refuses, in every frame, from the first script on. */
export async function collectViolations(page: Page): Promise<string[]> {
  const violations: string[] = [];
  await page.exposeFunction('violated', (text: string) => violations.push(text));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
      Reflect.get(window, 'violated')(`${violatedDirective} ${blockedURI} ${sample}`),
    );
  });
  return violations;
}

export async function widgetFrame(page: Page): Promise<Frame> {
  const frame = await (await page.locator(WIDGET_FRAME).elementHandle())?.contentFrame();
  if (!frame) throw new Error('The page shows no widget.');
  return frame;
}

/** Expects that no text has become anything but text, and that the page keeps its form. `most`: its height in CSS pixels. */
export async function expectInert(frame: Frame, most: number): Promise<void> {
  const found = await frame.evaluate(() => {
    const { documentElement: html, scripts } = document;
    const all = [...document.querySelectorAll('*')];
    const over = ['.widget', '.settings', '.modules', '.module-list', '.pane', '.bar', '.rule', 'dialog']
      .flatMap((selector) => [...document.querySelectorAll(selector)])
      .filter((box) => box.scrollWidth > box.clientWidth + 1)
      .map((box) => `${box.className || box.tagName} is ${box.scrollWidth - box.clientWidth} px too wide`);
    const tall = ['html', '.pane', '.module-list']
      .flatMap((selector) => [...document.querySelectorAll(selector)])
      .map((box) => box.scrollHeight);
    return {
      harmed: Reflect.get(window, 'harmed'),
      injected: document.querySelectorAll(
        '.harm, iframe, object, embed, base, style, img, form[action], meta[http-equiv]',
      ).length,
      scripts: scripts.length,
      handlers: all.filter((element) => [...element.attributes].some(({ name }) => name.startsWith('on')))
        .length,
      links: [...document.links].filter((link) => !/^#\w*$/.test(link.getAttribute('href') ?? '')).length,
      hidden: getComputedStyle(document.body).display === 'none',
      tooWide: html.scrollWidth > html.clientWidth ? ['html', ...over] : over,
      height: Math.max(...tall),
    };
  });
  const { height, ...rest } = found;
  expect(rest).toEqual({
    harmed: undefined,
    injected: 0,
    // The page's own, its English texts, and Zoho's.
    scripts: 3,
    handlers: 0,
    links: 0,
    hidden: false,
    tooWide: [],
  });
  expect(height).toBeLessThan(most);
}
