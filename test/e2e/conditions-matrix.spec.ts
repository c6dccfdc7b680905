/** All pages under the conditions that frames and browsers may set: what a person came for works, or the page says why not. */
import type { FrameLocator, Page } from '@playwright/test';
import { expect, test } from './support/fixtures';
import { IN_FULL, tryCell } from './support/matrix-cell';
import { recordWidget } from './support/record-widget';
import { openSelection } from './support/records-page';
import { openDeal } from './support/scenes/scene';
import { settingsPage } from './support/settings-page';
import { WIDGET_FRAME, widget } from './support/widget';

const SLOW = { timeout: 20_000 };

/** Runs before any script of the CRM page: its frames get the `sandbox` attribute before they load. */
const sandboxed = (permissions: string): string => `
if (window === top) {
  const create = Document.prototype.createElementNS;
  Document.prototype.createElementNS = function (...args) {
    const element = create.apply(this, args);
    if (element.localName === 'iframe') element.setAttribute('sandbox', '${permissions}');
    return element;
  };
}`;

/** Runs before any script of the frame. */
const inFrame = (script: string): string => `if (window !== top) { ${script} }`;

const refusing = (property: string): string =>
  inFrame(
    `Object.defineProperty(window, '${property}', { get() { throw new DOMException('Access denied', 'SecurityError'); } });`,
  );

interface Condition {
  /** Set before the page opens. */
  readonly before?: (page: Page) => Promise<void>;
  /** Set once it is open. */
  readonly after?: (page: Page, inside: FrameLocator) => Promise<void>;
  /** Our scripts cannot run: the page says so by itself. */
  readonly stuck?: true;
  /** Tried locally, too. */
  readonly sample?: true;
}

const init = (script: string): Pick<Condition, 'before'> => ({
  before: async (page) => {
    await page.addInitScript(script);
  },
});

const styled = (style: string) => async (page: Page) => {
  await page.locator(WIDGET_FRAME).evaluate((frame, css) => {
    frame.style.cssText += css;
  }, style);
};

/** As a translator of the browser does: into elements of its own, or into the text that is there. */
const translated = (inPlace: boolean) => async (_page: Page, inside: FrameLocator) => {
  await inside.locator('#app').evaluate((root, keep) => {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const nodes: Text[] = [];
    while (texts.nextNode()) if (texts.currentNode.textContent?.trim()) nodes.push(texts.currentNode as Text);
    for (const node of nodes) {
      const text = `${node.data}\u200b`;
      if (keep) node.data = text;
      else node.replaceWith(Object.assign(document.createElement('font'), { textContent: text }));
    }
  }, inPlace);
};

const CONDITIONS: Readonly<Record<string, Condition>> = {
  'scripts and own origin only': { ...init(sandboxed('allow-scripts allow-same-origin')), sample: true },
  'an origin of its own': { ...init(sandboxed('allow-scripts allow-forms')), stuck: true, sample: true },
  'no scripts': { ...init(sandboxed('allow-same-origin allow-forms')), stuck: true },
  'no local storage': init(refusing('localStorage')),
  'no session storage': init(refusing('sessionStorage')),
  'no channels': init(inFrame('delete window.BroadcastChannel;')),
  'refused channels': {
    ...init(
      inFrame(
        `window.BroadcastChannel = class { constructor() { throw new DOMException('Access denied', 'SecurityError'); } };`,
      ),
    ),
    sample: true,
  },
  'no resize observer': { ...init(inFrame('delete window.ResizeObserver;')), sample: true },
  'no intersection observer': init(inFrame('delete window.IntersectionObserver;')),
  'translated by elements': { after: translated(false), sample: true },
  'translated in place': { after: translated(true) },
  'hidden at first': {
    before: async (page) => {
      await page.addInitScript(`if (window === top) addEventListener('DOMContentLoaded', () => {
        const style = document.createElement('style');
        style.id = 'hides';
        style.textContent = 'iframe { display: none; }';
        document.head.append(style);
      });`);
    },
    after: (page) => page.locator('#hides').evaluate((style) => style.remove()),
  },
  'without width at first': {
    before: async (page) => {
      await page.addInitScript(`if (window === top) addEventListener('DOMContentLoaded', () => {
        const style = document.createElement('style');
        style.id = 'hides';
        style.textContent = 'iframe { width: 0 !important; }';
        document.head.append(style);
      });`);
    },
    after: (page) => page.locator('#hides').evaluate((style) => style.remove()),
    sample: true,
  },
  'without height': { after: styled('; max-height: 0;') },
  'zoom 200 %': { before: (page) => page.setViewportSize({ width: 640, height: 450 }) },
  'zoom 400 %': { before: (page) => page.setViewportSize({ width: 320, height: 256 }) },
  'forced colours': { before: (page) => page.emulateMedia({ forcedColors: 'active' }) },
  'less motion': { before: (page) => page.emulateMedia({ reducedMotion: 'reduce' }) },
};

async function saysThatItIsStuck(inside: FrameLocator): Promise<void> {
  const remark = inside.locator('.stuck');
  await expect(remark).toBeAttached(SLOW);
  // The time until it shows is not waited for. Where no script runs, none can be asked to shorten it.
  await remark
    .evaluate((element) => {
      for (const animation of element.getAnimations()) animation.finish();
    })
    .catch(() => {});
  await expect(remark).toBeVisible({ timeout: 17_000 });
}

for (const [name, condition] of Object.entries(CONDITIONS)) {
  if (!IN_FULL && !condition.sample) continue;
  test(`the record page locks under this condition: ${name}`, async ({ page, openRecord, crm, problems }) => {
    test.setTimeout(60_000);
    await tryCell('Conditions', name, 'record page', async () => {
      await condition.before?.(page);
      await openRecord(page, { module: 'Deals', id: openDeal, user: 'sales' });
      if (condition.stuck) return saysThatItIsStuck(widget(page));
      const { status, reason, inside } = recordWidget(page);
      await expect(inside.locator('.icon')).toBeAttached(SLOW);
      await condition.after?.(page, widget(page));
      const act = (text: string) =>
        inside.locator('button', { hasText: text }).first().dispatchEvent('click', {}, SLOW);
      await act('Lock record');
      await reason.fill('Contract is out', { force: true });
      await inside.locator('form .row button').first().dispatchEvent('click');
      await expect(status.locator('h1')).toContainText('Locked', SLOW);
      expect(crm.sandbox.org.lockOf('Deals', openDeal)?.reason).toBe('Contract is out');
      const overflow = await inside
        .locator('html')
        .evaluate((html) => html.scrollWidth - document.documentElement.clientWidth);
      if (name.startsWith('zoom')) expect(overflow).toBeLessThanOrEqual(0);
    });
    if (condition.stuck) problems.length = 0;
  });

  test(`the records page locks under this condition: ${name}`, async ({ page, crm, problems }) => {
    test.setTimeout(60_000);
    await tryCell('Conditions', name, 'records page', async () => {
      await condition.before?.(page);
      const { frame } = await openSelection(page, crm, [openDeal], { user: 'sales' });
      if (condition.stuck) return saysThatItIsStuck(frame);
      const act = (text: string | RegExp) =>
        frame.locator('button', { hasText: text }).first().dispatchEvent('click', {}, SLOW);
      await expect(frame.locator('button', { hasText: 'Lock 1 record' })).toBeAttached(SLOW);
      await condition.after?.(page, frame);
      await act('Lock 1 record');
      await frame.locator('form textarea').fill('Contract is out', { force: true });
      await frame.locator('form .row button').first().dispatchEvent('click');
      await expect(frame.locator('.bar')).toContainText('1 locked.', SLOW);
      expect(crm.sandbox.org.lockOf('Deals', openDeal)?.reason).toBe('Contract is out');
    });
    if (condition.stuck) problems.length = 0;
  });

  if (name.startsWith('translated')) continue;
  test(`the settings page saves under this condition: ${name}`, async ({ page, openSettings, problems }) => {
    test.setTimeout(60_000);
    await tryCell('Conditions', name, 'settings page', async () => {
      await condition.before?.(page);
      await openSettings(page, { user: 'admin' });
      if (condition.stuck) return saysThatItIsStuck(widget(page));
      const { modules, status, frame } = settingsPage(page);
      const deals = modules.getByRole('link', { name: /^Deals/, includeHidden: true });
      await expect(deals).toBeAttached(SLOW);
      await condition.after?.(page, widget(page));
      await deals.dispatchEvent('click');
      const box = frame.getByRole('checkbox', { name: 'Delete', exact: true, includeHidden: true });
      await expect(box).toBeAttached(SLOW);
      await box.dispatchEvent('click');
      await frame.locator('button', { hasText: 'Save changes' }).dispatchEvent('click');
      await frame
        .getByRole('dialog', { includeHidden: true })
        .locator('button', { hasText: /^Save/ })
        .dispatchEvent('click', {}, SLOW);
      await expect(status).toHaveText('Saved', SLOW);
    });
    if (condition.stuck) problems.length = 0;
  });
}
