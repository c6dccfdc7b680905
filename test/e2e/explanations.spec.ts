/** From the settings page to everybody: why a record is locked, and which reasons are offered. */
import { landmarks } from '../sandbox/data/landmarks';
import { axe } from './support/axe';
import { expect, test } from './support/fixtures';
import { recordWidget } from './support/record-widget';
import { settingsPage } from './support/settings-page';

const { automaticDeal, openDeal } = landmarks();
const BUSY = { timeout: 15_000 };
const VARIABLES = '**/crm/v8/settings/variables**';

test('what an administrator saves is what others read and choose from', async ({
  page,
  otherBrowser,
  openSettings,
  openRecord,
  crm,
}) => {
  test.setTimeout(90_000);
  const ui = settingsPage(page);
  const explanations = ui.frame.getByRole('region', { name: 'Explanations' });
  const reasons = ui.frame.getByRole('region', { name: 'Lock reasons' });
  await openSettings(page, { user: 'admin' });
  await ui.open('Deals');
  await expect(explanations).toContainText('Not published yet', BUSY);

  const own = reasons.getByRole('group', { name: 'Reasons offered in Deals' });
  await own.getByRole('button', { name: 'Add a reason' }).click();
  await expect(own.getByRole('textbox', { name: 'Reason 1' })).toBeFocused();
  await page.keyboard.type('Being audited');
  await ui.frame.getByRole('checkbox', { name: 'Change owner' }).uncheck();
  await ui.save();
  await expect(explanations).toContainText('Up to date', BUSY);
  await axe(page);

  const before = crm.widgetCalls.length;
  // But for the settings page's, which looks once more after it saved.
  const calls = () =>
    crm.widgetCalls
      .slice(before)
      .filter(({ path }) => !path.endsWith('/settings/record_locking_configurations')).length;
  const sales = await otherBrowser();
  await openRecord(sales, { module: 'Deals', id: automaticDeal, user: 'sales', width: '280' });
  const widget = recordWidget(sales);
  const why = widget.inside.getByRole('region', { name: 'Why is this locked?' });
  await expect(widget.status).toHaveText('Locked by “Closed Won”', BUSY);
  await expect(widget.region).toContainText('because Stage is Closed Won');
  await expect(why).toContainText('Description and Next Step');
  await expect(why).toContainText('Edit and Delete');
  // The lock, and the record together with what is published, which is kept for the browser session.
  await expect.poll(calls).toBe(2);
  await sales.reload();
  await expect(widget.status).toContainText('Closed Won', BUSY);
  await expect.poll(calls).toBe(4);
  await axe(sales);

  // Free text is taken away, and only the other person's next browser session knows.
  await reasons.getByRole('checkbox', { name: 'Free text allowed' }).uncheck();
  await ui.save();
  await expect(explanations).toContainText('The explanations are published.', BUSY);
  const late = await otherBrowser();
  await openRecord(late, { module: 'Deals', id: openDeal, user: 'sales', width: '280' });
  const unlocked = recordWidget(late);
  await unlocked.button('Lock record').click(BUSY);
  await unlocked.inside.getByRole('radio', { name: 'Being audited' }).check(BUSY);
  await expect(unlocked.reason).toBeHidden();
  await axe(late);
  await unlocked.button('Lock').click();
  await expect(unlocked.region).toContainText('Being audited', BUSY);
  await expect(unlocked.status).toContainText('Locked', BUSY);
});

test('a refused publication fails no save, and reasons that were typed are kept', async ({
  page,
  openSettings,
}) => {
  test.setTimeout(90_000);
  const ui = settingsPage(page);
  const explanations = ui.frame.getByRole('region', { name: 'Explanations' });
  const reasons = ui.frame.getByRole('region', { name: 'Lock reasons' });
  await page.route(VARIABLES, (route) =>
    route.request().method() === 'GET'
      ? route.fallback()
      : route.fulfill({
          status: 403,
          contentType: 'application/json',
          body: JSON.stringify({
            code: 'NO_PERMISSION',
            message: 'permission denied',
            details: {},
            status: 'error',
          }),
        }),
  );
  await openSettings(page, { user: 'admin' });
  await ui.open('Deals');
  const everywhere = reasons.getByRole('group', { name: 'Reasons offered in every module' });
  await everywhere.getByRole('button', { name: 'Add a reason' }).click(BUSY);
  await page.keyboard.type('Legal hold');
  await ui.frame.getByRole('checkbox', { name: 'Change owner' }).uncheck();
  await ui.save();
  await expect(explanations).toContainText('The explanations aren’t published', BUSY);
  await ui.modules.getByRole('link', { name: /^Leads/ }).click();
  await expect(ui.frame.getByRole('dialog')).toContainText('Deals');
  await ui.button('Stay here').click();
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await expect(everywhere.getByRole('textbox', { name: 'Reason 1' })).toHaveValue('Legal hold', BUSY);
  await page.unroute(VARIABLES);
  await explanations.getByRole('button', { name: /^Publish/ }).click();
  await expect(explanations).toContainText('Up to date', BUSY);
});

test('a variable that holds something else is neither shown nor run', async ({ page, crm, openRecord }) => {
  const hostile = {
    v: 1,
    module: 'Deals',
    configuration: { id: '1', locking_rules: [{ id: '1', name: '<img src=x onerror=alert(1)>\u202e' }] },
    reasons: ['<b>x</b>'],
    common: { length: 1 },
    free: true,
  };
  const group = { id: '1', api_name: 'General' };
  crm.sandbox.org.state.variables.push({
    id: '1',
    name: 'x',
    api_name: 'record_lock_Deals',
    type: 'textarea',
    value: JSON.stringify(hostile),
    description: null,
    variable_group: group,
  });
  await openRecord(page, { module: 'Deals', id: automaticDeal, user: 'sales', width: '280' });
  const why = recordWidget(page).inside.getByRole('region', { name: 'Why is this locked?' });
  await expect(why).toContainText('An administrator can see', BUSY);
  await expect(recordWidget(page).region).not.toContainText('onerror');
});
