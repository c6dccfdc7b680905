/** The page of many records, opened by a button on a list. */
import { axe } from './support/axe';
import { expect, test } from './support/fixtures';
import { openSelection, unlockedDeals } from './support/records-page';
import { automaticDeal, manualDeal } from './support/scenes/scene';

test('ticked deals are shown after one call, locked with one reason, and unlocked again by Undo', async ({
  page,
  crm,
  apiCalls,
}) => {
  const free = unlockedDeals(crm, 3);
  const records = await openSelection(page, crm, [manualDeal, automaticDeal, ...free], { user: 'sales' });
  const { frame, table, results, button } = records;
  await expect(table.getByRole('row')).toHaveCount(6);
  expect(apiCalls()[0]?.path).toBe('/crm/v8/Deals');
  await expect(table.getByRole('cell', { name: 'Manual', exact: true })).toBeVisible();
  await expect(table.getByRole('cell', { name: 'By a rule', exact: true })).toBeVisible();
  await expect(button('Unlock 1 record')).toBeEnabled();
  await axe(page);
  await button('Lock 3 records').click();
  await expect(frame.getByText('3 will be locked. 2 are already locked and stay as they are.')).toBeVisible();
  await frame.getByRole('textbox', { name: 'Reason' }).fill('Year-end audit');
  await button('Lock').click();
  await expect(results).toContainText('3 locked.');
  await expect(records.status).toHaveText('3 locked.');
  await expect(table.getByRole('cell', { name: 'Year-end audit' })).toHaveCount(3);
  for (const id of free) expect(crm.sandbox.org.lockOf('Deals', id)?.reason).toBe('Year-end audit');
  await axe(page);
  await button('Undo').click();
  await expect(results).toContainText('Undo: 3 unlocked.');
  for (const id of free) expect(crm.sandbox.org.lockOf('Deals', id)).toBeUndefined();
  await button('Close').click();
  await expect(page.locator('iframe')).toHaveCount(0);
});

test('unlocking says how many a rule keeps locked, and Undo locks again with the former reason', async ({
  page,
  crm,
}) => {
  const { frame, results, button } = await openSelection(page, crm, [manualDeal, automaticDeal], {
    user: 'sales',
  });
  const reason = crm.sandbox.org.lockOf('Deals', manualDeal)?.reason;
  await button('Unlock 1 record').click();
  const dialog = frame.getByRole('dialog');
  await expect(dialog).toContainText('1 will be unlocked. 1 is held by a rule and stays locked.');
  await axe(page);
  await button('Unlock').click();
  await expect(results).toContainText('1 unlocked.');
  expect(crm.sandbox.org.lockOf('Deals', manualDeal)).toBeUndefined();
  await button('Undo').click();
  await expect(results).toContainText('Undo: 1 locked.');
  expect(crm.sandbox.org.lockOf('Deals', manualDeal)?.reason).toBe(reason);
});

test('everything is done with the keyboard alone', async ({ page, crm }) => {
  const { frame, results, button } = await openSelection(page, crm, unlockedDeals(crm, 4), { user: 'sales' });
  const box = (row: number) => frame.getByRole('row').nth(row).getByRole('checkbox');
  await box(1).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await expect(box(2)).toBeFocused();
  await page.keyboard.press('Space');
  await expect(button('Lock 2 records')).toBeVisible();
  // Past the row's link, to what can be done.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(button('Lock 2 records')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.type('By keyboard');
  await page.keyboard.press('Control+Enter');
  await expect(results).toContainText('2 locked.');
});

test('a run is stopped half-way, survives a reload of the page, goes on and is taken back', async ({
  page,
  crm,
}) => {
  const ids = unlockedDeals(crm, 50);
  const records = await openSelection(page, crm, ids, { user: 'sales', latency: '1000' });
  const { frame, results, button } = records;
  const lockedNow = () => ids.filter((id) => crm.sandbox.org.lockOf('Deals', id)?.reason === 'Audit').length;
  await button('Lock 50 records').click();
  await frame.getByRole('textbox', { name: 'Reason' }).fill('Audit');
  await button('Lock').click();
  await expect(frame.getByRole('progressbar', { name: 'Progress' })).toBeVisible();
  await expect.poll(lockedNow, { intervals: [50] }).toBeGreaterThan(5);
  await button('Stop').click();
  await expect(results).toContainText('weren’t sent');
  const done = lockedNow();
  expect(done).toBeLessThan(50);
  await page.reload();
  await expect(results).toContainText(`${done} locked. ${50 - done} weren’t sent.`, { timeout: 15_000 });
  await button('Continue').click();
  await expect(results).toContainText('50 locked.', { timeout: 15_000 });
  await button('Undo').click();
  await expect(results).toContainText('Undo: 50 unlocked.', { timeout: 15_000 });
  expect(lockedNow()).toBe(0);
});

test('results are downloaded as a table that no spreadsheet calculates', async ({ page, crm }) => {
  const { frame, results, button } = await openSelection(page, crm, unlockedDeals(crm, 2), { user: 'sales' });
  await button('Lock 2 records').click();
  await frame.getByRole('textbox', { name: 'Reason' }).fill('=1+1');
  await button('Lock').click();
  await expect(results).toContainText('2 locked.');
  const [file] = await Promise.all([page.waitForEvent('download'), button('Download results').click()]);
  expect(file.suggestedFilename()).toBe('record-lock-Deals.csv');
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString('utf8');
  expect(text).toMatch(/^\ufeff"Record","Status","Reason"/);
  expect(text).toContain(`"'=1+1"`);
});

test('a person who may not lock is told, and the button stays disabled', async ({ page, crm }) => {
  const { frame, results, button } = await openSelection(page, crm, unlockedDeals(crm, 3), {
    user: 'viewer',
  });
  await button('Lock 3 records').click();
  await frame.getByRole('textbox', { name: 'Reason' }).fill('Audit');
  await button('Lock').click();
  await expect(results).toContainText('You don’t have permission');
  await expect(button('Lock records')).toBeDisabled();
  await expect(frame.getByText('You can’t lock records here.')).toBeVisible();
});

for (const [width, mode, lang] of [
  ['360', 'night', 'en_US'],
  ['360', 'day', 'ar_EG'],
  ['800', 'night', 'de_DE'],
  ['1200', 'day', 'en_US'],
] as const)
  test(`a selection is accessible and fits at ${width} pixels, ${mode}, ${lang}`, async ({ page, crm }) => {
    await page.setViewportSize({ width: 1600, height: 900 });
    const ids = [manualDeal, automaticDeal, ...unlockedDeals(crm, 12)];
    const { frame } = await openSelection(page, crm, ids, { user: 'sales', width, mode, lang });
    await expect(frame.getByRole('table').getByRole('checkbox').nth(3)).toBeVisible();
    await axe(page);
    const overflow = await frame.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
