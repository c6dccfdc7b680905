/** Before saving: what a rule will lock, and the review of the change, over the data of the sandbox. */
import { axe } from './support/axe';
import { expect, test } from './support/fixtures';
import { settingsPage } from './support/settings-page';

/** Milliseconds for the pause after an edit and the calls after it. */
const COUNTED = { timeout: 15_000 };

test('a new rule says how many deals it matches, and saving how many it locks', async ({
  page,
  crm,
  openSettings,
}) => {
  const ui = settingsPage(page);
  const { frame } = ui;
  const { org } = crm.sandbox;
  const lost = org.records('Deals').filter(({ Stage }) => Stage === 'Closed Lost');
  const locked = lost.filter(({ id }) => org.lockOf('Deals', String(id)));
  await openSettings(page, { user: 'admin' });
  await ui.open('Deals');
  await ui.button('Add rule').click();
  await frame.getByRole('textbox', { name: 'Rule name' }).fill('Closed Lost');
  const rule = ui.rule('Closed Lost');
  const condition = rule.getByRole('group', { name: 'Condition 1', exact: true });
  await ui.pick(condition.getByRole('combobox', { name: 'Field' }), 'Stage');
  await ui.pick(condition.getByRole('combobox', { name: 'Comparator' }), 'is');
  await ui.pick(condition.getByRole('combobox', { name: 'Value' }), 'Closed Lost');
  await expect(rule).toContainText(`matches ${lost.length} records`, COUNTED);
  await axe(page);
  await rule.getByText(/^Show \d+ examples$/).click();
  const popup = page.context().waitForEvent('page');
  await rule.locator('details').getByRole('button').first().click();
  await expect((await popup).getByRole('heading', { level: 1 })).toBeVisible();
  await rule.getByRole('checkbox', { name: 'Lock matching records now' }).check();
  const saving = `Saving locks ${lost.length - locked.length} deals`;
  await expect(frame.getByRole('contentinfo')).toContainText(saving, COUNTED);
  await ui.button('Save changes').click();
  const review = frame.getByRole('dialog', { name: 'Review changes' });
  await expect(review).toContainText(saving, COUNTED);
  await expect(review).toContainText('Stage is Closed Lost');
  await expect(review).toContainText(`matches ${lost.length} records`, COUNTED);
  await axe(page);
  await ui.button('Back').click();
  await expect(review).toHaveCount(0);
  await ui.save();
  expect(lost.every(({ id }) => org.lockOf('Deals', String(id)))).toBe(true);
});
