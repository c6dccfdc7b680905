/** How the record widget sits in the CRM: size, theme, direction, zoom, and what the person's system asks for. */
import type { Page } from '@playwright/test';
import { readStandInWithoutZrc } from '../sandbox/sdk/build-stand-in';
import { SDK_URL } from '../sandbox/serve/widget-origin';
import { axe } from './support/axe';
import { expect, test } from './support/fixtures';
import { recordWidget } from './support/record-widget';
import { setSwitch } from './support/sandbox-bar';
import { automaticDeal, bothDeal, manualDeal, openDeal, press, setReason } from './support/scenes/scene';
import { WIDGET_FRAME } from './support/widget';

const record = (id: string) => ({ module: 'Deals', id, user: 'admin' }) as const;

/** Nothing is cut off and nothing is empty: the content as wide as the frame at most, the frame as high as the content. */
async function expectToFit(page: Page): Promise<void> {
  const { inside, region } = recordWidget(page);
  const size = () =>
    inside.locator('html').evaluate((html) => {
      const wide = [...html.querySelectorAll<HTMLElement>('body *')].filter(
        (element) =>
          !element.closest('.unseen') && element.getBoundingClientRect().right > html.clientWidth + 0.5,
      );
      return { scrolls: html.scrollWidth - html.clientWidth, wide: wide.map(({ className }) => className) };
    });
  expect(await size()).toEqual({ scrolls: 0, wide: [] });
  await expect
    .poll(async () => {
      const frame = await page.locator(WIDGET_FRAME).boundingBox();
      const content = await region.boundingBox();
      return Math.abs((frame?.height ?? 0) - (content?.height ?? -1));
    })
    .toBeLessThanOrEqual(1);
}

const LONG_WORD = 'Unbroken'.repeat(40);

for (const width of ['280', '360', '1000'] as const)
  for (const lang of ['en_US', 'de_DE', 'ar_EG', 'en_XA'] as const)
    test(`the frame fits every step at ${width} px in ${lang}`, async ({ page, openRecord, crm }) => {
      setReason(crm, bothDeal, `${LONG_WORD}\n${'A long text. '.repeat(40)}`);
      await openRecord(page, { ...record(bothDeal), width, lang });
      const { inside, region } = recordWidget(page);
      await expect(region.locator('dl > div')).toHaveCount(6);
      await expect(region.getByRole('region')).toHaveCount(1);
      await expectToFit(page);
      await inside.locator('[aria-expanded]').first().click();
      await expectToFit(page);
      const [edit, unlock] = [region.locator('.row button').nth(0), region.locator('.row button').nth(1)];
      await edit.click();
      await expect(inside.getByRole('textbox')).toBeFocused();
      await expectToFit(page);
      await page.keyboard.press('Escape');
      await unlock.click();
      await expect(inside.getByRole('group')).toBeVisible();
      await expectToFit(page);
    });

test('a page that can ask nothing still gets the height of its text', async ({ page, openRecord }) => {
  const body = await readStandInWithoutZrc();
  await page.route(SDK_URL, (route) => route.fulfill({ contentType: 'text/javascript', body }));
  await openRecord(page, { ...record(openDeal), width: '280' });
  await expect(recordWidget(page).status).toHaveText('Not available here');
  await expectToFit(page);
});

test('two buttons stand side by side in a narrow frame, in German too', async ({ page, openRecord }) => {
  await openRecord(page, { ...record(manualDeal), width: '280', lang: 'de_DE' });
  const { button } = recordWidget(page);
  const top = async (name: string) => (await button(name).boundingBox())?.y;
  await expect(button('Entsperren')).toBeVisible();
  expect(await top('Entsperren')).toBe(await top('Grund bearbeiten'));
});

test('reasons to choose from do not make the form wider than its frame', async ({ page, openRecord }) => {
  await openRecord(page, { ...record(openDeal), width: '280' });
  const { reason, button } = recordWidget(page);
  await press(page, 'Lock record');
  await reason.fill('A reason that is a good deal longer than a narrow frame is wide');
  await press(page, 'Lock', 'Unlock', 'Unlock record', 'Lock record');
  await expect(button('A reason that is a good deal longer than a narrow frame is wide')).toBeVisible();
  await expectToFit(page);
});

for (const [name, id] of Object.entries({
  unlocked: openDeal,
  locked: manualDeal,
  'locked by a rule': automaticDeal,
}))
  test(`nothing jumps between the skeleton and a record that is ${name}`, async ({ page, openRecord }) => {
    let arrive: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    await page.route(SDK_URL, async (route) => {
      await held;
      await route.fallback();
    });
    const opened = openRecord(page, record(id));
    const { status } = recordWidget(page);
    await expect(status).toHaveText('Checking…');
    const before = await status.boundingBox();
    arrive();
    await opened;
    await expect(status).toContainText(/ocked/);
    const after = await status.boundingBox();
    expect([after?.x, after?.y]).toEqual([before?.x, before?.y]);
  });

test('day and night are the CRM’s, and the next start begins in the same theme', async ({
  page,
  openRecord,
}) => {
  const ground = () =>
    recordWidget(page)
      .inside.locator('body')
      .evaluate((body) => getComputedStyle(body).backgroundColor);
  await openRecord(page, { ...record(openDeal), mode: 'night' });
  await expect(recordWidget(page).status).toHaveText('Unlocked');
  await expect.poll(ground).toBe('rgb(27, 33, 44)');
  await openRecord(page, { ...record(openDeal), mode: 'night', fault: 'no-init' });
  await expect(recordWidget(page).status).toHaveText('Checking…');
  await expect.poll(ground).toBe('rgb(27, 33, 44)');
  await openRecord(page, { ...record(openDeal), mode: 'day' });
  await expect.poll(ground).toBe('rgb(255, 255, 255)');
});

test('Arabic runs from right to left, mirrored', async ({ page, openRecord }) => {
  await openRecord(page, { ...record(manualDeal), lang: 'ar_EG', width: '360' });
  const { inside, region } = recordWidget(page);
  await expect(region).toHaveAttribute('dir', 'rtl');
  await expect(inside.locator('html')).toHaveAttribute('lang', 'ar');
  await expect(region.locator('dl > div')).toHaveCount(2);
  const left = async (selector: string) => (await region.locator(selector).first().boundingBox())?.x ?? 0;
  expect(await left('.mark')).toBeGreaterThan(await left('.state-text'));
  expect(await left('.state-text')).toBeGreaterThan(await left('.icon'));
  expect(await left('dt')).toBeGreaterThan(await left('dd'));
  expect(await left('.row button:first-child')).toBeGreaterThan(await left('.row button:last-child'));
  // The reason keeps the direction of its own language.
  await expect(region.locator('p.reason')).toHaveCSS('direction', 'ltr');
  await axe(page);
});

test('at 200 % zoom in a narrow frame everything is still there', async ({ page, openRecord }) => {
  await openRecord(page, { ...record(bothDeal), width: '360' });
  const { inside, region, button } = recordWidget(page);
  await expect(region.locator('dl > div')).toHaveCount(6);
  await expect(region.getByRole('region')).toHaveCount(1);
  await inside.locator('html').evaluate((html) => {
    html.style.zoom = '2';
  });
  const overflow = () => inside.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
  expect(await overflow()).toBeLessThanOrEqual(0);
  await button('Edit reason').click();
  await expect(button('Save')).toBeInViewport();
  expect(await overflow()).toBeLessThanOrEqual(0);
});

test('who asks for less motion sees none', async ({ page, openRecord }) => {
  const turning = async () => {
    const icon = recordWidget(page).button('Refresh').locator('svg');
    await press(page, 'Refresh');
    return icon.evaluate((svg) => getComputedStyle(svg).animationName);
  };
  await openRecord(page, record(openDeal));
  await expect(recordWidget(page).status).toHaveText('Unlocked');
  await setSwitch(page, 'fault', 'hang');
  expect(await turning()).toBe('turn');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await turning()).toBe('none');
});

test('forced colours keep buttons and notes apart', async ({ page, openRecord }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await openRecord(page, record(manualDeal));
  const { region, button } = recordWidget(page);
  for (const part of [
    button('Edit reason'),
    button('Unlock'),
    region.locator('.quote'),
    region.locator('.mark'),
  ])
    await expect(part).not.toHaveCSS('border-top-width', '0px');
  await press(page, 'Unlock');
  await expect(region.locator('.note')).not.toHaveCSS('border-top-width', '0px');
  await axe(page);
});

test('every control shows where the keyboard is', async ({ page, openRecord }) => {
  await openRecord(page, record(manualDeal));
  const { inside, button } = recordWidget(page);
  await button('Refresh').focus();
  for (const name of ['Edit reason', 'Unlock']) {
    await page.keyboard.press('Tab');
    await expect(button(name)).toBeFocused();
    await expect(inside.locator(':focus-visible')).not.toHaveCSS('outline-style', 'none');
  }
});

for (const width of [280, 360, 1000])
  test(`who waits for a silent host can press Retry in a frame of ${width} × 80 px`, async ({
    page,
    openRecord,
  }) => {
    await page.clock.install();
    await openRecord(page, { ...record(openDeal), fault: 'no-init' });
    await page.locator(WIDGET_FRAME).evaluate((frame, px) => {
      frame.style.cssText += `; width: ${px}px !important; height: 80px !important; min-height: 0; max-height: 80px`;
    }, width);
    const { inside, region, button } = recordWidget(page);
    await expect(async () => {
      await page.clock.fastForward(10_000);
      await expect(button('Retry')).toBeVisible({ timeout: 500 });
    }).toPass({ timeout: 15_000 });
    expect(await inside.locator('html').evaluate(() => innerHeight)).toBe(80);
    await expect(button('Retry')).toBeInViewport({ ratio: 1 });
    await expect(region.getByRole('heading')).toBeInViewport({ ratio: 1 });
    // Nothing hangs out of the frame: text that has no room scrolls within.
    expect(await region.evaluate((box) => box.getBoundingClientRect().height)).toBeLessThanOrEqual(80);
  });
