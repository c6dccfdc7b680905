/** The rule editor in a real browser: by keyboard alone, from right to left, narrow, and for a screen reader. */
import type { Page } from '@playwright/test';
import { all, any, leaf } from '../settings/features/rules/criteria';
import { axe } from './support/axe';
import { expect, test } from './support/fixtures';
import { settingsPage } from './support/settings-page';
import { widget } from './support/widget';

/** Types into what has the focus and goes on with a key. */
const say = async (page: Page, text: string, ...keys: string[]) => {
  await page.keyboard.type(text);
  for (const key of keys) await page.keyboard.press(key);
};

test('builds nested criteria by keyboard alone and saves what was meant', async ({
  page,
  crm,
  openSettings,
}) => {
  const ui = settingsPage(page);
  await openSettings(page, { user: 'admin' });
  await ui.open('Deals');
  await ui.button('Add rule').focus();
  await page.keyboard.press('Enter');
  await expect(ui.frame.getByRole('textbox', { name: 'Rule name' })).toBeFocused();
  await say(page, 'Large or lost', 'Tab', 'Tab', 'Tab', 'Tab');
  const one = ui.rule('Large or lost');
  const first = one.getByRole('group', { name: 'Condition 1', exact: true });
  await first.getByRole('combobox', { name: 'Field' }).focus();
  await say(page, 'stage', 'Enter', 'Tab', 'Tab');
  await expect(first.getByRole('combobox', { name: 'Value' })).toBeFocused();
  await say(page, 'closed lost', 'Enter');
  await one.getByRole('button', { name: 'Add group', exact: true }).focus();
  await page.keyboard.press('Enter');
  const second = one.getByRole('group', { name: 'Condition 2', exact: true });
  await expect(second.getByRole('combobox', { name: 'Field' })).toBeFocused();
  await say(page, 'Amount', 'Enter', 'Tab');
  await say(page, 'more', 'Enter', 'Tab');
  await say(page, '50,000');
  await one.getByRole('button', { name: 'Add condition to group 1' }).focus();
  await page.keyboard.press('Enter');
  await say(page, 'closing', 'Enter', 'Tab', 'ArrowDown', 'ArrowDown', 'Enter', 'Tab');
  await page.keyboard.press('Tab');
  await say(page, '12312026');
  await one.getByRole('button', { name: 'Move or group Condition 3' }).focus();
  await page.keyboard.press('Enter');
  await expect(one.getByRole('button', { name: 'Move up' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(one.getByRole('button', { name: 'Move or group Condition 2' })).toBeFocused();
  await expect(
    one.getByText(
      /^Stage is Closed Lost and \(Closing Date is not Dec 31, 2026 or Amount is more than 50,000\)$/,
    ),
  ).toBeVisible();
  await ui.button('Save changes').focus();
  await page.keyboard.press('Enter');
  const review = ui.frame.getByRole('dialog', { name: 'Review changes' });
  await expect(review).toContainText('New rule Large or lost.');
  await ui.button('Save').focus();
  await page.keyboard.press('Enter');
  await expect(ui.status).toHaveText('Saved');
  const saved = crm.sandbox.org.configurationOf('Deals')?.locking_rules?.[1];
  expect(saved?.name).toBe('Large or lost');
  expect(
    JSON.parse(JSON.stringify(saved?.criteria), (key, value) =>
      key === 'field' ? { api_name: value.api_name } : value,
    ),
  ).toEqual(
    all(
      leaf('Stage', 'equal', 'Closed Lost'),
      any(leaf('Closing_Date', 'not_equal', '2026-12-31'), leaf('Amount', 'greater_than', '50000')),
    ),
  );
});

test('finds users and records while a value is entered', async ({ page, openSettings }) => {
  const ui = settingsPage(page);
  await openSettings(page, { user: 'admin' });
  await ui.open('Deals');
  await ui.button('Add rule').click();
  const condition = ui.frame.getByRole('group', { name: 'Condition 1', exact: true });
  await ui.pick(condition.getByRole('combobox', { name: 'Field' }), 'Owner');
  await ui.pick(condition.getByRole('combobox', { name: 'Value' }), 'Patricia');
  await expect(ui.frame.getByText(/Owner is Patricia Boyle$/)).toBeVisible();
});

test('shows a new rule as a whole where there is little room', async ({ page, openSettings }) => {
  const ui = settingsPage(page);
  await page.setViewportSize({ width: 1280, height: 720 });
  await openSettings(page, { user: 'admin', width: '640' });
  await ui.open('Deals');
  await ui.button('Add rule').click();
  await expect(ui.frame.getByRole('textbox', { name: 'Rule name' })).toBeFocused();
  await expect(ui.button('Add condition')).toBeInViewport({ ratio: 1 });
});

for (const lang of ['en', 'de', 'ar'])
  for (const mode of ['day', 'night'] as const)
    test(`has no accessibility violation, closed or open: ${lang}, ${mode}`, async ({
      page,
      openSettings,
    }) => {
      await openSettings(page, { user: 'admin', lang, mode });
      const frame = widget(page);
      await frame
        .getByRole('link', { name: /Quotes/ })
        .first()
        .click();
      const region = frame.getByRole('region', { name: /Confirmed or large/ });
      await expect(region).toBeVisible();
      await axe(page);
      await region.locator('button[aria-expanded]').first().click();
      const boxes = region.getByRole('combobox');
      await expect(boxes.nth(4)).toBeVisible();
      await axe(page);
      await boxes.nth(1).click();
      await expect(region.getByRole('listbox')).toBeVisible();
      await axe(page);
      await page.keyboard.press('Escape');
      await region.getByRole('group').locator('button[aria-expanded]').first().click();
      await axe(page);
    });

test('names what is wrong with a rule, and leads there', async ({ page, openSettings }) => {
  const ui = settingsPage(page);
  await openSettings(page, { user: 'admin' });
  await ui.open('Deals');
  await ui.button('Add rule').click();
  await ui.button('Done').click();
  await ui.button('Save changes').click();
  await expect(ui.frame.getByText('2 problems', { exact: true })).toBeVisible();
  await axe(page);
  await ui.frame.getByRole('button', { name: /Choose a field/ }).click();
  await expect(ui.frame.getByRole('combobox', { name: 'Field', exact: true })).toBeFocused();
  await axe(page);
});

for (const width of ['280', '360', '640'] as const)
  for (const lang of ['en', 'ar'])
    test(`fits ${width} pixels in ${lang}`, async ({ page, openSettings }) => {
      await page.setViewportSize({ width: Number(width), height: 800 });
      await openSettings(page, { user: 'admin', width, lang });
      const frame = widget(page);
      await frame
        .getByRole('link', { name: /Quotes/ })
        .first()
        .click();
      const region = frame.getByRole('region', { name: /Confirmed or large/ });
      await region.locator('button[aria-expanded]').first().click();
      await region.getByRole('combobox').nth(1).click();
      await expect(region.getByRole('listbox')).toBeVisible();
      const over = await frame.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
      expect(over).toBeLessThanOrEqual(0);
      // Nor does what a closed list says to screen readers make the page scroll as a whole.
      await page.keyboard.press('Escape');
      await expect(region.getByRole('listbox')).toHaveCount(0);
      const below = await frame.locator('html').evaluate((html) => html.scrollHeight - html.clientHeight);
      expect(below).toBeLessThanOrEqual(0);
    });
