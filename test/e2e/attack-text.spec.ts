/** Hostile text in everything that the CRM or an address can say: it is shown, and does nothing. */
import { expect, test } from './support/fixtures';
import { HOSTILE_TEXTS, HUGE_TEXT } from './support/hostile-text';
import { collectViolations, expectInert, widgetFrame } from './support/inert';
import { poisonReplies } from './support/poison';
import { recordWidget } from './support/record-widget';
import { automaticDeal, manualDeal, press, setReason } from './support/scenes/scene';
import { settingsPage } from './support/settings-page';

/** Higher than any lock needs, in CSS pixels. */
const RECORD = 2_500;
const SETTINGS = 9_000;

test('any reason is shown as it is', async ({ page, crm, openRecord }) => {
  const violations = await collectViolations(page);
  await openRecord(page, { module: 'Deals', id: manualDeal, user: 'sales', width: '280' });
  const { inside, status, button } = recordWidget(page);
  await expect(status).toHaveText('Locked');
  const frame = await widgetFrame(page);
  for (const text of [...Object.values(HOSTILE_TEXTS), HUGE_TEXT]) {
    setReason(crm, manualDeal, text);
    await button('Refresh').click();
    await expect
      .poll(() => inside.locator('.reason').evaluate((shown, meant) => shown.textContent === meant, text))
      .toBe(true);
    await expectInert(frame, RECORD);
  }
  await button('Show all').click();
  await expectInert(frame, RECORD);
  await press(page, 'Edit reason');
  await expectInert(frame, RECORD);
  expect(violations).toEqual([]);
});

test('names, rules and refusals on the record page', async ({ page, crm, openRecord }) => {
  const violations = await collectViolations(page);
  const tried = await poisonReplies(page);
  const { inside, status, region } = recordWidget(page);
  for (const lang of ['en_US', 'ar_EG']) {
    await openRecord(page, { module: 'Deals', id: automaticDeal, user: 'admin', width: '280', lang });
    await expect(inside.getByText('Closed Won')).toBeVisible();
    await expectInert(await widgetFrame(page), RECORD);
  }
  await openRecord(page, { module: 'Deals', id: manualDeal, user: 'viewer', width: '280' });
  await expect(status).toHaveText('Locked');
  await press(page, 'Unlock', 'Unlock record');
  await expect(region.locator('.bad')).toBeVisible();
  await expectInert(await widgetFrame(page), RECORD);
  expect(violations).toEqual([]);
});
