/** Hostile text in everything that the CRM or an address can say: it is shown, and does nothing. */
import { expect, test } from './support/fixtures';
import { HOSTILE_TEXTS, HUGE_TEXT } from './support/hostile-text';
import { collectViolations, expectInert, widgetFrame } from './support/inert';
import { poisonReplies } from './support/poison';
import { recordWidget } from './support/record-widget';
import { automaticDeal, manualDeal, press, setReason } from './support/scenes/scene';
import { settingsPage } from './support/settings-page';
import { WIDGET_FRAME } from './support/widget';

/** Higher than any lock needs, in CSS pixels. */
const RECORD = 2_500;
const SETTINGS = 9_000;
/** Looks again soon: there are many texts. */
const QUICKLY = { intervals: [20, 50, 100], timeout: 15_000 };

test('any reason is shown as it is', async ({ page, crm, openRecord }) => {
  test.setTimeout(60_000);
  const violations = await collectViolations(page);
  await openRecord(page, { module: 'Deals', id: manualDeal, user: 'sales', width: '280' });
  const { inside, status, button } = recordWidget(page);
  await expect(status).toHaveText('Locked');
  const frame = await widgetFrame(page);
  const show = async (text: string) => {
    setReason(crm, manualDeal, text);
    await button('Refresh').click();
    const shown = inside.locator('.reason');
    await expect.poll(() => shown.evaluate((box) => box.textContent?.length), QUICKLY).toBe(text.length);
    expect(await shown.evaluate((box, meant) => box.textContent === meant, text)).toBe(true);
    await expectInert(frame, RECORD);
  };
  const { bidi, onlyInvisible, surrogates, marks, longWord, manyLines, ...others } = HOSTILE_TEXTS;
  await show(Object.values(others).join('\n'));
  for (const text of [bidi, onlyInvisible, surrogates, marks, longWord, manyLines]) await show(text);
  await press(page, 'Edit reason');
  await expectInert(frame, RECORD);
  await press(page, 'Cancel');
  await show(HUGE_TEXT);
  await press(page, 'Show all');
  await expectInert(frame, RECORD);
  expect(violations).toEqual([]);
});

test('names, rules and refusals on the record page', async ({ page, openRecord }) => {
  const violations = await collectViolations(page);
  await poisonReplies(page);
  const { inside, status, region } = recordWidget(page);
  for (const lang of ['en_US', 'ar_EG']) {
    await openRecord(page, { module: 'Deals', id: automaticDeal, user: 'admin', width: '280', lang });
    await expect(inside.getByText('Closed Won').first()).toBeVisible();
    await expectInert(await widgetFrame(page), RECORD);
  }
  await openRecord(page, { module: 'Deals', id: manualDeal, user: 'viewer', width: '280' });
  await expect(status).toHaveText('Locked');
  await press(page, 'Unlock', 'Unlock record');
  await expect(region.locator('.bad')).toBeVisible();
  await expectInert(await widgetFrame(page), RECORD);
  expect(violations).toEqual([]);
});

test('names, labels, rules and refusals on the settings page', async ({ page, openSettings }) => {
  test.setTimeout(60_000);
  const violations = await collectViolations(page);
  const tried = await poisonReplies(page);
  const ui = settingsPage(page);
  await openSettings(page, { user: 'admin', width: '640' });
  await ui.modules.getByRole('link', { name: /^Deals / }).click();
  await expect(ui.button('Save changes')).toBeVisible({ timeout: 15_000 });
  const frame = await widgetFrame(page);
  await expectInert(frame, SETTINGS);
  await ui.frame
    .getByRole('region', { name: /^Rule / })
    .getByRole('button', { name: 'Edit' })
    .click();
  for (const name of ['Field', 'Value']) {
    await ui.frame.getByRole('combobox', { name }).first().click();
    await expectInert(frame, SETTINGS);
    await page.keyboard.press('Escape');
  }
  await ui.frame.getByRole('checkbox', { name: 'Portal users' }).click();
  await ui.button('Save changes').click();
  await expect(ui.button('Save')).toBeVisible();
  await expectInert(frame, SETTINGS);
  await ui.button('Save').click();
  await expect(ui.frame.getByRole('region', { name: 'Notice' })).toBeVisible();
  await expectInert(frame, SETTINGS);
  // One column, with the name of the module on the button that unfolds the list.
  await page.locator(WIDGET_FRAME).evaluate((box) => Object.assign(box.style, { width: '360px' }));
  await expectInert(frame, SETTINGS);
  await ui.choose('Delete configuration');
  await expectInert(frame, SETTINGS);
  expect(tried.size, 'texts tried, each under its key').toBeGreaterThan(200);
  expect(violations).toEqual([]);
});

test('addresses and languages', async ({ page, crm, openRecord }) => {
  const violations = await collectViolations(page);
  const { longWord: _, manyLines: __, surrogates: ___, ...short } = HOSTILE_TEXTS;
  const all = encodeURIComponent(Object.values(short).join(' '));
  for (const file of ['record-lock.html', 'settings.html']) {
    await page.goto(`${crm.widgetUrl}${file}?serviceOrigin=${all}&${all}=${all}#${all}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Not inside Zoho CRM');
    await expectInert(page.mainFrame(), RECORD);
  }
  await openRecord(page, { module: 'Deals', id: manualDeal, user: 'sales', lang: short.image + short.icu });
  await expect(recordWidget(page).status).toHaveText('Locked');
  await expectInert(await widgetFrame(page), RECORD);
  expect(violations).toEqual([]);
});

test('what would do harm is noticed', async ({ page, openRecord, problems }) => {
  const violations = await collectViolations(page);
  await openRecord(page, { module: 'Deals', id: manualDeal, user: 'sales' });
  await expect(recordWidget(page).status).toHaveText('Locked');
  const frame = await widgetFrame(page);
  await frame.locator('.reason').evaluate((box, markup) => {
    box.innerHTML = markup;
  }, HOSTILE_TEXTS.image);
  await expect.poll(() => violations.join()).toContain('script-src');
  await expect(expectInert(frame, RECORD)).rejects.toThrow('injected');
  await expect.poll(() => problems.splice(0).join()).toContain('Content Security Policy');
});
