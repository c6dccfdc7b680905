/** The settings page in its states: what it says, that nothing is in the way of anybody, and that it fits. */
import type { Page } from '@playwright/test';
import { SDK_URL } from '../sandbox/serve/widget-origin';
import { axe } from './support/axe';
import { expect, test } from './support/fixtures';
import { settingsPage } from './support/settings-page';
import { widget } from './support/widget';

const h1 = (page: Page) => widget(page).getByRole('heading', { level: 1 });

test('a sales user reads which right is missing and whom to ask', async ({
  page,
  openSettings,
  apiCalls,
}) => {
  await openSettings(page, { user: 'sales' });
  await expect(h1(page)).toHaveText('Only administrators can configure locking');
  await expect(widget(page).getByRole('main')).toContainText('Customize Zoho CRM');
  await axe(page);
  expect(apiCalls().filter(({ path }) => path.includes('record_locking_configurations')).length).toBeLessThan(
    6,
  );
});

test('an edition without locking says so', async ({ page, crm, openSettings }) => {
  crm.sandbox.reset({ edition: 'without-locking' });
  await openSettings(page, { user: 'admin' });
  await expect(h1(page)).toHaveText('Your edition has no record locking');
  await axe(page);
});

test('without a connection it says so', async ({ page, openSettings }) => {
  await openSettings(page, { user: 'admin', fault: 'offline', faultOn: 'every' });
  await expect(h1(page)).toHaveText('Couldn’t read the modules');
  await axe(page);
});

test('a host that never answers is told', async ({ page, openSettings }) => {
  await openSettings(page, { user: 'admin', fault: 'no-init' });
  await expect(h1(page)).toHaveText('Zoho CRM doesn’t answer', { timeout: 15_000 });
  await axe(page);
});

test('outside of Zoho CRM it says where to open it', async ({ page, crm }) => {
  await page.goto(`${crm.widgetUrl}settings.html`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Not inside Zoho CRM');
  await expect(page.getByRole('main')).toContainText('from the settings of Record Lock');
});

test('the self-check tells an installer what works, from a page that fails too', async ({
  page,
  openSettings,
}) => {
  const ui = settingsPage(page);
  const dialog = ui.frame.getByRole('dialog', { name: 'Self-check' });
  const opener = ui.button('Self-check');
  await openSettings(page, { user: 'admin', mode: 'night' });
  await opener.click();
  await expect(dialog.getByRole('status')).toHaveText(/of 16 checks passed$/);
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Zoho’s script' })).toContainText('Works');
  await axe(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(opener).toBeFocused();
  await openSettings(page, { user: 'sales' });
  await opener.click();
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Locking configuration' })).toContainText(
    'Doesn’t work',
  );
  await axe(page);
});

test('a configuration of Zoho itself can only be read', async ({ page, openSettings }) => {
  const ui = settingsPage(page);
  await openSettings(page, { user: 'admin' });
  await ui.modules.getByRole('link', { name: /^Accounts / }).click();
  await expect(ui.frame.getByText('Zoho CRM manages this configuration. You can read it')).toBeVisible();
  await expect(ui.frame.getByRole('radio', { name: 'Manual' })).toBeDisabled();
  await expect(ui.button('Save changes')).toHaveCount(0);
  await axe(page);
});

for (const mode of ['day', 'night'] as const)
  test(`no accessibility violation in the editor's states (${mode})`, async ({ page, openSettings }) => {
    test.setTimeout(60_000);
    const ui = settingsPage(page);
    const { frame } = ui;
    await openSettings(page, { user: 'admin', mode });
    await expect(frame.getByText('15 modules', { exact: true })).toBeVisible({ timeout: 15_000 });
    await axe(page);
    await ui.open('Deals');
    await axe(page);
    await frame.getByRole('radio', { name: 'Manual' }).check();
    await axe(page);
    await ui.modules.getByRole('link', { name: /^Quotes / }).click();
    await expect(frame.getByRole('dialog')).toBeVisible();
    await axe(page);
    await ui.button('Stay here').click();
    await frame.getByRole('radio', { name: 'Both' }).check();
    await ui.button('Remove Contracts').click();
    await ui.button('Save changes').click();
    await expect(ui.status).toHaveText('Not saved');
    await axe(page);
    await frame.getByRole('combobox', { name: 'Editable fields' }).click();
    await expect(frame.getByRole('option').first()).toBeVisible();
    await axe(page);
    await page.keyboard.press('Escape');
    await ui.button('Discard changes').click();
    await ui.choose('Delete configuration');
    await axe(page);
    await frame.getByRole('dialog').getByRole('textbox').fill('Deals');
    await page.keyboard.press('Enter');
    await expect(ui.status).toHaveText('Deleted');
    await axe(page);
  });

for (const [lang, width] of [
  ['en_US', '280'],
  ['de_DE', '360'],
  ['ar_EG', '280'],
  ['ar_EG', '640'],
] as const)
  test(`nothing is cut off or beside the page: ${lang}, ${width} pixels`, async ({ page, openSettings }) => {
    const { frame } = settingsPage(page);
    await openSettings(page, { user: 'admin', lang, width });
    await frame.locator('a[href="#Deals"]').locator('visible=true').first().click();
    await expect(frame.getByRole('radiogroup')).toHaveCount(2);
    const wide = await frame.locator('body').evaluate((body) => {
      const over = (element: Element) => element.scrollWidth > element.clientWidth + 1;
      const boxes = [
        document.documentElement,
        ...body.querySelectorAll('.settings, .modules, .pane, .bar, section, .card'),
      ];
      return boxes.filter(over).map((element) => element.className || element.tagName);
    });
    expect(wide).toEqual([]);
    await expect(frame.locator('html')).toHaveAttribute('dir', lang === 'ar_EG' ? 'rtl' : 'ltr');
    // A name in another script begins where the page begins its lines.
    const sides = frame.locator('h1').evaluate((heading) => {
      const name = document.createRange();
      name.selectNodeContents(heading);
      const [outer, inner] = [heading.getBoundingClientRect(), name.getClientRects()];
      return [...inner].map((box) => [box.left - outer.left, outer.right - box.right].map(Math.round));
    });
    for (const [left, right] of await sides) expect(lang === 'ar_EG' ? right : left).toBe(0);
    await axe(page);
  });

test('where there is no room for it, the list folds behind a button', async ({ page, openSettings }) => {
  const ui = settingsPage(page);
  await openSettings(page, { user: 'admin', width: '360' });
  await ui.frame.locator('a[href="#Deals"]').locator('visible=true').first().click();
  const fold = ui.modules.getByRole('button', { name: 'Other modules' });
  await expect(fold).toHaveAttribute('aria-expanded', 'false');
  await expect(ui.modules.getByRole('link').first()).toBeHidden();
  await expect(h1(page)).toBeFocused();
  await fold.click();
  await ui.modules.getByRole('link', { name: /^Leads / }).click();
  await expect(h1(page)).toHaveText('Leads');
});

test('the bar that saves stays in sight while the rest scrolls', async ({ page, openSettings }) => {
  const ui = settingsPage(page);
  await openSettings(page, { user: 'admin' });
  await ui.open('Deals');
  await ui.frame.getByRole('region', { name: 'Rules' }).scrollIntoViewIfNeeded();
  await expect(ui.button('Save changes')).toBeInViewport({ ratio: 1 });
  const heights = () => ui.frame.locator('.bar').evaluate((bar) => bar.getBoundingClientRect().height);
  const before = await heights();
  await ui.frame.getByRole('checkbox', { name: 'Tags' }).check();
  expect(await heights()).toBe(before);
});

for (const width of [360, 700, 1_000, 1_280])
  test(`the page begins in the shape that it has in the end, ${width} px wide`, async ({
    page,
    openSettings,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    let arrive: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    await page.route(SDK_URL, async (route) => {
      await held;
      await route.fallback();
    });
    const opened = openSettings(page, { user: 'admin' });
    const { frame } = settingsPage(page);
    const heading = frame.getByRole('heading', { level: 1 });
    const places = async (lines: string) => {
      const found: number[] = [];
      for (const part of [heading, frame.locator('.modules'), frame.locator(lines)]) {
        const box = await part.boundingBox();
        found.push(box?.x ?? -1, box?.y ?? -1);
      }
      return found;
    };
    await expect(frame.locator('.overview .lines')).toBeVisible();
    const before = await places('.overview .lines');
    arrive();
    await opened;
    await expect(frame.getByRole('row').nth(14)).toBeVisible();
    const after = await places('.overview-table tbody');
    for (const [i, at] of after.entries()) expect(Math.abs(at - (before[i] ?? -99))).toBeLessThan(1);
  });
