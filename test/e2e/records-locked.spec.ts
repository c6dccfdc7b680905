/** The web tab with all locked records of a module. */
import { axe } from './support/axe';
import { expect, test } from './support/fixtures';
import { openLocked, TAB_FRAME } from './support/records-page';
import { automaticDeal, manualDeal } from './support/scenes/scene';

test('shows every locked deal, finds those of a rule and of a person, and unlocks the manual ones', async ({
  page,
  crm,
  apiCalls,
}) => {
  const { org } = crm.sandbox;
  const locked = org.records('Deals').filter(({ id }) => org.lockOf('Deals', id));
  const manual = locked.filter(({ id }) => org.lockOf('Deals', id)?.source === 'Manual');
  const records = await openLocked(page, crm, 'Deals', { user: 'admin' });
  const { frame, table, results, button } = records;
  const rows = table.getByRole('row');
  await expect(rows).toHaveCount(locked.length + 1);
  expect(apiCalls().map(({ method, path }) => `${method} ${path}`)).toContain('POST /crm/v8/coql');
  await expect(table.getByRole('cell', { name: 'Manual', exact: true }).first()).toBeVisible();
  await axe(page, TAB_FRAME);
  await frame.getByText('Filters').click();
  await frame.getByRole('combobox', { name: 'Rule' }).selectOption({ label: 'Closed Won' });
  await expect(rows.nth(1)).toContainText(/rule/);
  await expect(table.getByRole('cell', { name: 'Manual', exact: true })).toHaveCount(0);
  await frame.getByRole('combobox', { name: 'Rule' }).selectOption({ label: 'Any rule' });
  await frame.getByRole('combobox', { name: 'Locked by' }).selectOption({ label: 'Patricia Boyle' });
  await expect(table.getByRole('cell', { name: 'Rule', exact: true })).toHaveCount(0);
  await axe(page, TAB_FRAME);
  await button('Clear filters').click();
  await frame.getByRole('combobox', { name: 'Source' }).selectOption('Manual');
  await frame.getByRole('checkbox', { name: 'Select all' }).check();
  await button(`Unlock ${manual.length} record${manual.length === 1 ? '' : 's'}`).click();
  await button('Unlock').click();
  await expect(results).toContainText(`${manual.length} unlocked.`);
  expect(org.lockOf('Deals', manualDeal)).toBeUndefined();
  expect(org.lockOf('Deals', automaticDeal)).toBeDefined();
});

test('opens the records of the module that was looked at last, after two calls at most', async ({
  page,
  crm,
  apiCalls,
}) => {
  const { table } = await openLocked(page, crm, 'Deals', { user: 'sales' });
  await expect(table.getByRole('cell', { name: 'Manual', exact: true }).first()).toBeVisible();
  // The last call of the page: which rules there are, to name them.
  await expect
    .poll(() => apiCalls().some(({ path }) => path.endsWith('record_locking_configurations')))
    .toBe(true);
  const before = apiCalls().length;
  await page.reload();
  await expect(table.getByRole('row').nth(1)).toBeVisible();
  expect(apiCalls()[before]?.path).toBe('/crm/v8/coql');
});

test('sorts by a column and says so to screen readers', async ({ page, crm }) => {
  const { table } = await openLocked(page, crm, 'Deals', { user: 'sales' });
  const head = table.getByRole('columnheader', { name: 'Record' });
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  const names = await table.getByRole('row').locator('bdi').first().allTextContents();
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  expect(await table.getByRole('row').locator('bdi').first().allTextContents()).not.toEqual(names);
});
