/** Two people at one record, each in a browser of their own. */
import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures';
import { recordWidget } from './support/record-widget';
import { automaticDeal, manualDeal, openDeal, press } from './support/scenes/scene';

const record = (id: string, user: string) => ({ module: 'Deals', id, user });

async function lock(page: Page, reason: string): Promise<void> {
  await press(page, 'Lock record');
  await recordWidget(page).reason.fill(reason);
  await press(page, 'Lock');
  await expect(recordWidget(page).status).toContainText('is locked.');
}

async function correct(page: Page, reason: string): Promise<void> {
  await press(page, 'Edit reason');
  await recordWidget(page).reason.fill(reason);
  await press(page, 'Save');
}

async function unlock(page: Page): Promise<void> {
  await press(page, 'Unlock', 'Unlock record');
  await expect(recordWidget(page).status).toContainText('is unlocked.');
}

const reasonOf = (page: Page) => recordWidget(page).region.locator('p.reason');

test('one locks, the other sees by whom and why, corrects the reason and unlocks', async ({
  page: sales,
  otherBrowser,
  openRecord,
}) => {
  const admin = await otherBrowser();
  await openRecord(sales, record(openDeal, 'sales'));
  await openRecord(admin, record(openDeal, 'admin'));
  await expect(recordWidget(admin).status).toHaveText('Unlocked');
  await lock(sales, 'Waiting for the contract');
  await press(admin, 'Refresh');
  await expect(recordWidget(admin).inside.getByText('By Patricia Boyle, now')).toBeVisible();
  await expect(reasonOf(admin)).toHaveText('Waiting for the contract');
  await correct(admin, 'Contract is signed, waiting for the payment');
  await expect(recordWidget(admin).status).toContainText('The reason is saved.');
  await press(sales, 'Refresh');
  await expect(reasonOf(sales)).toHaveText('Contract is signed, waiting for the payment');
  await press(admin, 'Unlock');
  await expect(recordWidget(admin).inside.getByText(/Patricia Boyle locked it/)).toBeVisible();
  await press(admin, 'Unlock record');
  await expect(recordWidget(admin).status).toContainText('Unlocked');
  await press(sales, 'Refresh');
  await expect(recordWidget(sales).status).toHaveText('Unlocked');
});

for (const [choice, kept] of [
  ['Use my reason', 'Mine: waiting for the signature'],
  ['Keep the current reason', 'Theirs: waiting for the payment'],
] as const)
  test(`both correct the reason: ${choice}`, async ({ page: sales, otherBrowser, openRecord, crm }) => {
    const admin = await otherBrowser();
    await openRecord(sales, record(manualDeal, 'sales'));
    await openRecord(admin, record(manualDeal, 'admin'));
    await press(sales, 'Edit reason');
    await recordWidget(sales).reason.fill('Mine: waiting for the signature');
    await correct(admin, 'Theirs: waiting for the payment');
    await expect(recordWidget(admin).status).toContainText('The reason is saved.');
    await press(sales, 'Save');
    const { inside, region } = recordWidget(sales);
    await expect(inside.getByText(/The reason changed while you were editing/)).toBeVisible();
    await expect(region.locator('dd.quote')).toHaveText([
      'Theirs: waiting for the payment',
      'Mine: waiting for the signature',
    ]);
    await press(sales, choice);
    await expect(reasonOf(sales)).toHaveText(kept);
    expect(crm.sandbox.org.lockOf('Deals', manualDeal)?.reason).toBe(kept);
    await sales.reload();
    await expect(reasonOf(sales)).toHaveText(kept);
  });

for (const [choice, kept] of [
  ['Lock with my reason', 'Mine: waiting for the signature'],
  ['Leave it unlocked', undefined],
] as const)
  test(`one unlocks while the other corrects the reason: ${choice}`, async ({
    page: sales,
    otherBrowser,
    openRecord,
    crm,
  }) => {
    const admin = await otherBrowser();
    await openRecord(sales, record(manualDeal, 'sales'));
    await openRecord(admin, record(manualDeal, 'admin'));
    await press(sales, 'Edit reason');
    await recordWidget(sales).reason.fill('Mine: waiting for the signature');
    await unlock(admin);
    await press(sales, 'Save');
    await expect(
      recordWidget(sales).inside.getByText(/The record was unlocked while you were editing/),
    ).toBeVisible();
    await expect(recordWidget(sales).region.locator('dd.quote')).toHaveText([
      'Mine: waiting for the signature',
    ]);
    await press(sales, choice);
    await expect(recordWidget(sales).button(kept ? 'Unlock' : 'Lock record')).toBeVisible();
    expect(crm.sandbox.org.lockOf('Deals', manualDeal)?.reason).toBe(kept);
  });

test('both lock: the second sees the first one, and the typed text is kept', async ({
  page: sales,
  otherBrowser,
  openRecord,
}) => {
  const admin = await otherBrowser();
  await openRecord(sales, record(openDeal, 'sales'));
  await openRecord(admin, record(openDeal, 'admin'));
  await press(sales, 'Lock record');
  await recordWidget(sales).reason.fill('Waiting for the contract');
  await lock(admin, 'Audit');
  await press(sales, 'Lock');
  const { status, region } = recordWidget(sales);
  await expect(status).toContainText('Someone else locked this record first.');
  await expect(region.locator('dd.quote')).toHaveText(['Audit', 'Waiting for the contract']);
  await press(sales, 'Keep the current reason');
  await expect(reasonOf(sales)).toHaveText('Audit');
});

test('both unlock: the second is told that it was done already', async ({
  page: sales,
  otherBrowser,
  openRecord,
}) => {
  const admin = await otherBrowser();
  await openRecord(sales, record(manualDeal, 'sales'));
  await openRecord(admin, record(manualDeal, 'admin'));
  await press(sales, 'Unlock');
  await unlock(admin);
  await press(sales, 'Unlock record');
  await expect(recordWidget(sales).status).toContainText('Unlocked Someone else unlocked this record first.');
});

test('a lock that was replaced is not taken away with the old one', async ({
  page: sales,
  otherBrowser,
  openRecord,
  crm,
}) => {
  const admin = await otherBrowser();
  await openRecord(sales, record(manualDeal, 'sales'));
  await openRecord(admin, record(manualDeal, 'admin'));
  await press(sales, 'Unlock');
  await unlock(admin);
  await lock(admin, 'Audit');
  await press(sales, 'Unlock record');
  await expect(recordWidget(sales).status).toContainText('Locked Someone else changed this lock first.');
  await expect(reasonOf(sales)).toHaveText('Audit');
  await expect(recordWidget(sales).inside.getByText(/^By John Smith/)).toBeVisible();
  expect(crm.sandbox.org.lockOf('Deals', manualDeal)?.reason).toBe('Audit');
});

test('the right to lock was taken away meanwhile', async ({ page, openRecord, context, crm }) => {
  await openRecord(page, record(manualDeal, 'sales'));
  await press(page, 'Unlock');
  await context.addCookies([{ name: 'sandbox-user', value: 'viewer', url: crm.crmUrl }]);
  await press(page, 'Unlock record');
  const { status, button, region } = recordWidget(page);
  await expect(status).toContainText('Not unlocked. You don’t have permission');
  // The question stays where it is, so that nothing else comes under the pointer.
  await expect(button('Unlock record')).toHaveAttribute('aria-disabled', 'true');
  await press(page, 'Cancel');
  await expect(button('Unlock')).toHaveAttribute('aria-disabled', 'true');
  await expect(region).toContainText('You don’t have permission to unlock this record.');
});

test('another window of this browser changed the lock: this one shows it by itself', async ({
  page,
  context,
  openRecord,
}) => {
  const second = await context.newPage();
  await openRecord(page, record(openDeal, 'sales'));
  await openRecord(second, record(openDeal, 'sales'));
  await expect(recordWidget(page).status).toHaveText('Unlocked');
  await lock(second, 'Audit');
  await expect(reasonOf(page)).toHaveText('Audit');
});

for (const [user, rule] of [
  ['admin', true],
  ['sales', false],
] as const)
  test(`a deal that is won becomes locked by the rule, which ${rule ? 'is named to an administrator' : 'a sales user may not read'}`, async ({
    page,
    openRecord,
    apiCalls,
  }) => {
    await openRecord(page, record(openDeal, user));
    const { inside, status, button } = recordWidget(page);
    await expect(status).toHaveText('Unlocked');
    await page.getByRole('button', { name: 'Edit Stage', exact: true }).click();
    await page.getByRole('combobox', { name: 'Stage' }).selectOption('Closed Won');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Locked record', { exact: true })).toBeAttached();
    await button('Refresh').click();
    await expect(status).toContainText(rule ? 'Locked by “Closed Won”' : 'Locked automatically');
    await expect(inside.getByText(/You can’t unlock it: a rule locked it/)).toBeVisible();
    await expect(inside.getByText('You can’t edit it.')).toBeVisible();
    await expect(button('Unlock')).toHaveCount(0);
    const calls = rule ? 4 : 3;
    expect(apiCalls()).toHaveLength(calls);
    await button('Refresh').click();
    // All is asked anew, what is published at its source, together with what the lock means.
    await expect.poll(() => apiCalls().length).toBe(calls + (rule ? 3 : 2));
  });

test('a refusal to read the rules is remembered for the browser session', async ({
  page,
  openRecord,
  apiCalls,
}) => {
  await openRecord(page, record(automaticDeal, 'sales'));
  await expect(recordWidget(page).inside.getByText('You can’t edit it.')).toBeVisible();
  const { inside } = recordWidget(page);
  // Nothing is published, which the second load knows: it asks for the rules, and the third for neither.
  for (const calls of [2, 5, 7]) {
    await expect(recordWidget(page).inside.getByText('You can’t edit it.')).toBeVisible();
    await expect.poll(() => apiCalls().length).toBe(calls);
    // What is published is read besides, and kept.
    const kept = () => inside.locator('html').evaluate(() => Object.keys(sessionStorage).join());
    await expect.poll(kept).toContain('summary.Deals');
    if (calls < 7) await page.reload();
  }
  expect(apiCalls().filter(({ path }) => path.includes('configurations'))).toHaveLength(1);
});
