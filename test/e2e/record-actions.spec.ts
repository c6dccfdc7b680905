/** Locking, correcting and unlocking by one person: with the keyboard alone, once only, and without losing a text. */
import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures';
import { recordWidget } from './support/record-widget';
import { setSwitch } from './support/sandbox-bar';
import { manualDeal, openDeal, press } from './support/scenes/scene';

const OPEN = { module: 'Deals', id: openDeal, user: 'sales' } as const;
const LOCKED = { module: 'Deals', id: manualDeal, user: 'sales' } as const;
const PRESENT = 'Prices are being checked.\nPlease do not change the amount before Friday.';

const methods = (calls: readonly { readonly method: string }[]) =>
  calls.map(({ method }) => method).join(' ');

/** Tab, until this is reached: no control may be out of the keyboard's reach. */
async function tabTo(page: Page, name: string): Promise<void> {
  const wanted = recordWidget(page).button(name);
  await expect(wanted).toBeVisible();
  for (let n = 0; n < 12; n++) {
    if (await wanted.evaluate((button) => button === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(wanted).toBeFocused();
}

/** Into the frame, as a person who tabs through the CRM comes into it. */
const enter = (page: Page) => recordWidget(page).button('Refresh').focus();

test('lock, correct, unlock and undo with the keyboard alone', async ({ page, openRecord, apiCalls }) => {
  await openRecord(page, OPEN);
  const { inside, region, status, reason } = recordWidget(page);
  await expect(status).toHaveText('Unlocked');
  await enter(page);
  await tabTo(page, 'Lock record');
  await page.keyboard.press('Enter');
  await expect(reason).toBeFocused();
  await page.keyboard.type('Waiting for');
  await page.keyboard.press('Enter');
  await page.keyboard.type('the contract');
  await page.keyboard.press('Control+Enter');
  await expect(status).toContainText('Locked The record is locked.');
  await expect(region.locator('.reason')).toHaveText('Waiting for\nthe contract', { useInnerText: true });
  await expect.poll(() => methods(apiCalls())).toBe('GET POST GET GET');

  await tabTo(page, 'Edit reason');
  await page.keyboard.press('Space');
  await expect(reason).toBeFocused();
  await expect(reason).toHaveValue('Waiting for\nthe contract');
  await page.keyboard.type(' until Friday');
  await page.keyboard.press('Meta+Enter');
  await expect(status).toContainText('The reason is saved.');
  await expect(region.locator('.reason')).toHaveText(/contract until Friday/);
  await expect.poll(() => methods(apiCalls())).toBe('GET POST GET GET GET PUT GET');

  await tabTo(page, 'Unlock');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Unlock record');
  await page.keyboard.press('Enter');
  await expect(status).toContainText('Unlocked The record is unlocked.');
  expect(methods(apiCalls())).toBe('GET POST GET GET GET PUT GET DELETE GET');

  await tabTo(page, 'Undo');
  await page.keyboard.press('Enter');
  await expect(status).toContainText('Locked The record is locked.');
  await expect(region.locator('.reason')).toHaveText(/contract until Friday/);
  await expect(inside.locator(':focus')).toHaveCount(1);
});

test('Escape leaves the forms and the question, and the keyboard stays where it was', async ({
  page,
  openRecord,
  apiCalls,
}) => {
  await openRecord(page, LOCKED);
  const { inside, reason, button } = recordWidget(page);
  await button('Edit reason').click();
  await expect(reason).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(button('Edit reason')).toBeVisible();
  await expect(inside.locator('button:focus')).toHaveCount(1);
  await tabTo(page, 'Unlock');
  await page.keyboard.press('Enter');
  await expect(button('Unlock record')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(button('Unlock record')).toHaveCount(0);
  await expect(inside.locator('button:focus')).toHaveCount(1);
  expect(methods(apiCalls())).toBe('GET POST');
});

test('a double click locks once', async ({ page, openRecord, apiCalls }) => {
  await openRecord(page, { ...OPEN, latency: '200' });
  const { status, reason, button } = recordWidget(page);
  await button('Lock record').click();
  await reason.fill('Audit');
  await button('Lock').dblclick();
  await expect(status).toContainText('is locked.');
  await expect.poll(() => methods(apiCalls())).toBe('GET POST GET GET');
});

test('only a reason of 1 to 3,000 characters is sent, without white space around it', async ({
  page,
  openRecord,
  apiCalls,
  crm,
}) => {
  await openRecord(page, OPEN);
  const { inside, status, reason, button } = recordWidget(page);
  await button('Lock record').click();
  await reason.fill(' \n ');
  await button('Lock').click();
  await expect(reason).toHaveAccessibleDescription('Enter a reason.');
  await reason.fill(`${'x'.repeat(3_001)}`);
  await button('Lock').click();
  await expect(reason).toHaveAccessibleDescription('1 character too many.');
  await expect(inside.locator('[aria-invalid="true"]')).toHaveCount(1);
  expect(methods(apiCalls())).toBe('GET');
  await reason.fill(`  ${'x'.repeat(3_000)}\n`);
  await button('Lock').click();
  await expect(status).toContainText('is locked.');
  expect(crm.sandbox.org.lockOf('Deals', openDeal)?.reason).toBe('x'.repeat(3_000));
});

test('an edit that changes nothing costs nothing', async ({ page, openRecord, apiCalls }) => {
  await openRecord(page, LOCKED);
  const { button, reason } = recordWidget(page);
  await button('Edit reason').click();
  await expect(reason).toHaveValue(PRESENT);
  await button('Save').click();
  await expect(button('Unlock')).toBeVisible();
  expect(methods(apiCalls())).toBe('GET POST');
});

test('a text that is being typed survives a reload, and one that was cancelled stays at hand', async ({
  page,
  openRecord,
}) => {
  await openRecord(page, OPEN);
  const { status, reason, button } = recordWidget(page);
  await button('Lock record').click();
  await reason.fill('Half a reas');
  await page.reload();
  await expect(reason).toHaveValue('Half a reas');
  await button('Cancel').click();
  await page.reload();
  await expect(status).toHaveText('Unlocked');
  await expect(reason).toHaveCount(0);
  await button('Lock record').click();
  await expect(reason).toHaveValue('Half a reas');
  await button('Lock').click();
  await expect(status).toContainText('is locked.');
  await press(page, 'Unlock', 'Unlock record', 'Lock record');
  await expect(reason).toHaveValue('');
});

test('the text of an edit survives a reload', async ({ page, openRecord }) => {
  await openRecord(page, LOCKED);
  const { reason, button } = recordWidget(page);
  await button('Edit reason').click();
  await reason.fill('Prices are checked');
  await page.reload();
  await expect(reason).toHaveValue('Prices are checked');
  await expect(button('Save')).toBeVisible();
});

test('a refused request leaves the text where it was typed, also after a reload', async ({
  page,
  openRecord,
}) => {
  await openRecord(page, { ...OPEN, user: 'viewer', lang: 'en_US' });
  const { inside, status, reason, button } = recordWidget(page);
  await button('Lock record').click();
  await reason.fill('Audit');
  await button('Lock').click();
  await expect(inside.getByText(/You don’t have permission/).last()).toBeVisible();
  await expect(status).toContainText('Unlocked');
  await expect(reason).toHaveValue('Audit');
  await page.reload();
  await expect(reason).toHaveValue('Audit');
});

test('reasons of this browser are offered, the latest first', async ({ page, openRecord }) => {
  await openRecord(page, OPEN);
  const { inside, status, reason, button } = recordWidget(page);
  for (const text of ['Audit', 'Waiting for the contract']) {
    await button('Lock record').click();
    await reason.fill(text);
    await button('Lock').click();
    await press(page, 'Unlock', 'Unlock record');
  }
  await button('Lock record').click();
  const offered = inside.getByRole('list', { name: 'Recent reasons' }).getByRole('button');
  await expect(offered).toHaveText(['Waiting for the contract', 'Audit']);
  await offered.nth(1).click();
  await expect(reason).toHaveValue('Audit');
  await button('Lock').click();
  await expect(status).toContainText('is locked.');
});

test('an undo that fails leaves the reason in the form', async ({ page, openRecord }) => {
  await openRecord(page, LOCKED);
  const { status, reason, button } = recordWidget(page);
  await press(page, 'Unlock', 'Unlock record');
  await expect(status).toContainText('Unlocked');
  await setSwitch(page, 'fault', '429');
  await button('Undo').click();
  await expect(status).toContainText('is limiting requests');
  await expect(reason).toHaveValue(PRESENT);
  await setSwitch(page, 'fault', 'none');
  await button('Lock').click();
  await expect(status).toContainText('is locked.');
});

for (const [platform, keys] of [
  ['Win32', 'Ctrl + Enter'],
  ['MacIntel', '⌘ + Enter'],
] as const)
  test(`the form names the keys of ${platform}`, async ({ page, openRecord }) => {
    await page.addInitScript((value) => {
      Object.defineProperty(navigator, 'platform', { get: () => value });
    }, platform);
    await openRecord(page, OPEN);
    await press(page, 'Lock record');
    await expect(recordWidget(page).inside.getByText(keys)).toBeVisible();
  });
