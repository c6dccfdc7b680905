/** The page of many records, opened by a button on a list. */
import type { FrameLocator, Page } from '@playwright/test';
import { axe } from './support/axe';
import { expect, test } from './support/fixtures';
import { type Address, addressOf } from './support/places';
import { automaticDeal, manualDeal } from './support/scenes/scene';
import { widget } from './support/widget';

type Crm = Parameters<typeof idsOf>[0];

/** Deals without a lock, in the order of the CRM. */
function idsOf(
  crm: {
    readonly sandbox: {
      readonly org: {
        records(module: string): { id: string }[];
        lockOf(module: string, id: string): unknown;
      };
    };
  },
  count: number,
): string[] {
  const { org } = crm.sandbox;
  return org
    .records('Deals')
    .filter(({ id }) => !org.lockOf('Deals', id))
    .slice(0, count)
    .map(({ id }) => id);
}

async function openSelection(
  page: Page,
  crm: Crm & { readonly crmUrl: string },
  ids: readonly string[],
  address: Address,
): Promise<FrameLocator> {
  const url = new URL(addressOf(crm.crmUrl, '/crm/tab/Deals', { placement: 'list-button', ...address }));
  url.searchParams.set('ids', ids.join());
  await page.goto(url.href);
  return widget(page);
}

const button = (frame: FrameLocator, name: string) => frame.getByRole('button', { name, exact: true });

test('ticked deals are shown after one call, locked with one reason, and unlocked again by Undo', async ({
  page,
  crm,
  apiCalls,
}) => {
  const free = idsOf(crm, 3);
  const frame = await openSelection(page, crm, [manualDeal, automaticDeal, ...free], { user: 'sales' });
  const table = frame.getByRole('table', { name: 'Records' });
  await expect(table.getByRole('row')).toHaveCount(6);
  expect(apiCalls()[0]?.path).toBe('/crm/v8/Deals');
  await expect(table.getByRole('cell', { name: 'Manual', exact: true })).toBeVisible();
  await expect(table.getByRole('cell', { name: 'By a rule', exact: true })).toBeVisible();
  await expect(button(frame, 'Unlock 1 record')).toBeEnabled();
  await axe(page);
  await button(frame, 'Lock 3 records').click();
  await expect(frame.getByText('3 will be locked. 2 are already locked and stay as they are.')).toBeVisible();
  await frame.getByRole('textbox', { name: 'Reason' }).fill('Year-end audit');
  await button(frame, 'Lock').click();
  const results = frame.getByRole('region', { name: 'Results' });
  await expect(results).toContainText('3 locked.');
  await expect(frame.getByRole('status')).toHaveText('3 locked.');
  await expect(table.getByRole('cell', { name: 'Year-end audit' })).toHaveCount(3);
  for (const id of free) expect(crm.sandbox.org.lockOf('Deals', id)?.reason).toBe('Year-end audit');
  await axe(page);
  await button(frame, 'Undo').click();
  await expect(results).toContainText('Undo: 3 unlocked.');
  for (const id of free) expect(crm.sandbox.org.lockOf('Deals', id)).toBeUndefined();
});

test('unlocking says how many a rule keeps locked, and Undo locks again with the former reason', async ({
  page,
  crm,
}) => {
  const frame = await openSelection(page, crm, [manualDeal, automaticDeal], { user: 'sales' });
  const reason = crm.sandbox.org.lockOf('Deals', manualDeal)?.reason;
  await button(frame, 'Unlock 1 record').click();
  const dialog = frame.getByRole('dialog');
  await expect(dialog).toContainText('1 will be unlocked. 1 is held by a rule and stays locked.');
  await axe(page);
  await button(frame, 'Unlock').click();
  await expect(frame.getByRole('region', { name: 'Results' })).toContainText('1 unlocked.');
  expect(crm.sandbox.org.lockOf('Deals', manualDeal)).toBeUndefined();
  await button(frame, 'Undo').click();
  await expect(frame.getByRole('region', { name: 'Results' })).toContainText('Undo: 1 locked.');
  expect(crm.sandbox.org.lockOf('Deals', manualDeal)?.reason).toBe(reason);
});

test('everything is done with the keyboard alone', async ({ page, crm }) => {
  const frame = await openSelection(page, crm, idsOf(crm, 4), { user: 'sales' });
  const first = frame.getByRole('row').nth(1).getByRole('checkbox');
  await first.focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await expect(frame.getByRole('row').nth(2).getByRole('checkbox')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(button(frame, 'Lock 2 records')).toBeVisible();
  // Past the row's link, to what can be done.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(button(frame, 'Lock 2 records')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.type('By keyboard');
  await page.keyboard.press('Control+Enter');
  await expect(frame.getByRole('region', { name: 'Results' })).toContainText('2 locked.');
});

for (const [width, mode, lang] of [
  ['360', 'night', 'en_US'],
  ['360', 'day', 'ar_EG'],
  ['800', 'night', 'de_DE'],
  ['1200', 'day', 'en_US'],
] as const)
  test(`a selection is accessible and fits at ${width} pixels, ${mode}, ${lang}`, async ({ page, crm }) => {
    await page.setViewportSize({ width: 1600, height: 900 });
    const ids = [manualDeal, automaticDeal, ...idsOf(crm, 12)];
    const frame = await openSelection(page, crm, ids, { user: 'sales', width, mode, lang });
    await expect(frame.getByRole('row')).not.toHaveCount(0);
    await expect(frame.getByRole('table').getByRole('checkbox').nth(3)).toBeVisible();
    await axe(page);
    const overflow = await frame.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
