/** Where the record widget can stand, and the modules it can meet there. */
import { axe } from './support/axe';
import { expect, test } from './support/fixtures';
import { addressOf } from './support/places';
import { recordWidget } from './support/record-widget';
import { firstOf, manualDeal, openDeal, press } from './support/scenes/scene';

for (const placement of ['panel', 'popup'] as const)
  test(`a ${placement} locks and unlocks like the related list`, async ({ page, openRecord, apiCalls }) => {
    await openRecord(page, { module: 'Deals', id: openDeal, user: 'sales', placement });
    const { status, reason } = recordWidget(page);
    await press(page, 'Lock record');
    await reason.fill('Audit');
    await press(page, 'Lock');
    await expect(status).toContainText('is locked.');
    await press(page, 'Unlock', 'Unlock record');
    await expect(status).toContainText('is unlocked.');
    // The status; the lock, the read that confirms it and what it means; the unlock and the read that confirms it.
    expect(apiCalls()).toHaveLength(6);
    await axe(page);
  });

test('one record chosen in a list is that record, several are counted', async ({ page, crm, apiCalls }) => {
  const list = (ids: string) =>
    addressOf(crm.crmUrl, `/crm/tab/Deals?ids=${ids}`, {
      user: 'sales',
      placement: 'list-button',
      listPage: 'record-lock.html',
    });
  await page.goto(list(manualDeal));
  await expect(recordWidget(page).status).toHaveText('Locked');
  await expect.poll(() => apiCalls().length).toBe(2);
  await page.goto(list(`${manualDeal},${openDeal}`));
  await expect(recordWidget(page).status).toHaveText('2 records selected');
  expect(apiCalls()).toHaveLength(2);
});

for (const [user, help] of [
  ['admin', /You can set it up for this module/],
  ['sales', /Ask an administrator/],
] as const)
  test(`a module without a configuration, tried by ${user}`, async ({ page, crm }) => {
    await page.goto(addressOf(crm.crmUrl, firstOf('Contacts')(crm), { user }));
    const { inside, status, reason } = recordWidget(page);
    await expect(status).toHaveText('Unlocked');
    await press(page, 'Lock record');
    await reason.fill('Audit');
    await press(page, 'Lock');
    await expect(status).toHaveText('Locking isn’t set up');
    await expect(inside.getByText(help)).toBeVisible();
  });

test('a name of any kind in the CRM leaves the widget alone', async ({ page, openRecord, crm }) => {
  const odd = crm.sandbox.org
    .records('Deals')
    .find(({ Deal_Name }) => String(Deal_Name).includes('<script>'));
  await openRecord(page, { module: 'Deals', id: odd?.id ?? '', user: 'sales' });
  await expect(recordWidget(page).status).toHaveText('Unlocked');
});

test('before its first content the page loads two scripts and one style of ours', async ({
  page,
  crm,
  openRecord,
}) => {
  const loaded: string[] = [];
  page.on('request', (request) => {
    if (request.url().startsWith(crm.widgetUrl)) loaded.push(request.url().slice(crm.widgetUrl.length));
  });
  await page.clock.install();
  await openRecord(page, { module: 'Deals', id: openDeal, user: 'sales', fault: 'hang' });
  await expect(recordWidget(page).status).toHaveText('Checking…');
  const code = loaded.filter((file) => /\.(js|css)$/.test(file));
  expect(code.sort()).toEqual([
    'assets/record-lock-view.js',
    'assets/record-lock.css',
    'assets/record-lock.js',
  ]);
});
