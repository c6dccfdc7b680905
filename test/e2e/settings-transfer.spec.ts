/** A configuration goes to other modules, into a file, and from there into another organisation. */
import { readFileSync } from 'node:fs';
import { axe } from './support/axe';
import { expect, test } from './support/fixtures';
import { settingsPage } from './support/settings-page';

const CALL = /\/settings\/record_locking_configurations/;

test('is copied to two modules, of which one fails and is tried again', async ({
  page,
  crm,
  openSettings,
}) => {
  test.setTimeout(90_000);
  const ui = settingsPage(page);
  const { frame } = ui;
  await openSettings(page, { user: 'admin' });
  await ui.open('Deals');
  await ui.choose('Copy to modules');
  const dialog = frame.getByRole('dialog', { name: 'Copy the configuration of Deals' });
  await expect(dialog.getByRole('checkbox', { name: /^Accounts/ })).toBeDisabled();
  await dialog.getByRole('searchbox').fill('ct');
  await dialog.getByRole('checkbox', { name: /^Contacts/ }).press('Space');
  await dialog.getByRole('searchbox').fill('');
  await dialog.getByRole('checkbox', { name: /^Quotes/ }).check();
  await axe(page);
  await dialog.getByRole('button', { name: 'Next' }).press('Enter');
  await expect(dialog.getByText('This is what the 2 modules get.')).toBeFocused();

  const contacts = dialog.getByRole('region', { name: 'Contacts' });
  await expect(contacts).toContainText('Next Step (field) isn’t there.');
  await expect(contacts).toContainText('Automatic locking needs at least one rule.');
  await contacts.getByRole('combobox', { name: 'Stage (field)' }).selectOption('Lead Source');
  await contacts.getByRole('combobox', { name: 'Closed Won (value)' }).selectOption('Partner');
  await expect(contacts.getByRole('checkbox', { name: 'Copy to Contacts' })).toBeChecked();
  await expect(contacts).toContainText('This module has no configuration. It gets one:');
  await expect(contacts).toContainText('Lead Source is Partner.');

  const quotes = dialog.getByRole('region', { name: 'Quotes' });
  await quotes.getByRole('combobox', { name: 'Stage (field)' }).selectOption('Quote Stage');
  await quotes.getByRole('combobox', { name: 'Closed Won (value)' }).selectOption('Confirmed');
  await expect(quotes).toContainText('This module already has a configuration. It changes:');
  await expect(quotes).toContainText('The rule Confirmed or large is deleted.');
  await axe(page);

  await page.route(CALL, (route) =>
    route.request().method() === 'POST' ? route.abort('connectionreset') : route.fallback(),
  );
  await dialog.getByRole('button', { name: 'Copy to 2 modules' }).press('Enter');
  await expect(dialog).toContainText('1 of 2 modules now have the configuration.');
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Contacts' })).toContainText('Not saved');
  expect(crm.sandbox.org.configurationOf('Contacts')).toBeUndefined();
  expect(crm.sandbox.org.configurationOf('Quotes')).toMatchObject({
    restricted_actions: ['update', 'delete', 'change_owner'],
    locking_rules: [{ name: 'Closed Won', criteria: { value: 'Confirmed' } }],
  });
  await axe(page);
  await page.unroute(CALL);
  await dialog.getByRole('button', { name: 'Try 1 module again' }).click();
  await expect(dialog).toContainText('2 of 2 modules now have the configuration.');
  expect(crm.sandbox.org.configurationOf('Contacts')).toMatchObject({
    lock_type: 'both',
    locking_rules: [
      { name: 'Closed Won', criteria: { field: { api_name: 'Lead_Source' }, value: 'Partner' } },
    ],
  });
  await page.keyboard.press('Escape');
  await expect(ui.button('More')).toBeFocused();
  await expect(ui.modules.getByRole('link', { name: 'Contacts Manual + 1 rule' })).toBeVisible();
});

test('goes by a file to another organisation, where it is reviewed and saved', async ({
  page,
  crm,
  openSettings,
}, info) => {
  test.setTimeout(90_000);
  const ui = settingsPage(page);
  const { frame } = ui;
  await openSettings(page, { user: 'admin' });
  await ui.open('Deals');
  await frame.getByRole('checkbox', { name: 'Tags' }).check();
  await ui.choose('Export');
  const exporting = frame.getByRole('dialog', { name: 'Export the configuration of Deals' });
  await expect(exporting).toContainText('It doesn’t include your unsaved changes.');
  await axe(page);
  const box = exporting.getByRole('textbox', { name: 'The file as text' });
  await expect(box).toHaveJSProperty('scrollTop', 0);
  const text = await box.inputValue();
  expect(JSON.parse(text)).toMatchObject({ format: 'record-lock-configuration', version: 1 });
  // The frame that Zoho shows may forbid downloads; here it does not.
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    exporting.getByRole('link', { name: 'Download' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^record-lock-Deals-\d{4}-\d\d-\d\d\.json$/);
  const path = info.outputPath('export.json');
  await download.saveAs(path);
  expect(readFileSync(path, 'utf8')).toBe(text);

  await exporting.getByRole('button', { name: 'Close' }).click();
  await ui.button('Discard changes').click();
  await page.getByRole('button', { name: 'Sandbox', exact: true }).click();
  await page.getByRole('button', { name: 'Another org' }).click();
  await expect(page.getByRole('button', { name: 'Back to the first org' })).toBeVisible();
  await ui.open('Deals');
  await ui.choose('Import');
  const importing = frame.getByRole('dialog', { name: 'Import a configuration for Deals' });
  const pasted = importing.getByRole('textbox', { name: 'File contents' });
  await pasted.fill(text.replace('"version": 1', '"version": 2'));
  await importing.getByRole('button', { name: 'Check' }).click();
  await expect(importing).toContainText('A newer version of Record Lock made this file');
  await expect(importing).toContainText('At $.version.');
  await axe(page);
  await importing.getByLabel('File', { exact: true }).setInputFiles(path);
  await expect(importing).toContainText('From Deals, exported on');
  await expect(importing).toContainText('Contracts (profile) isn’t there.');
  await expect(importing).toContainText('Next Step (field) isn’t there.');
  await importing.getByRole('combobox', { name: 'Contracts (profile)' }).selectOption('Contract Management');
  await axe(page);
  await importing.getByRole('button', { name: 'Load into editor' }).click();
  await expect(ui.status).toHaveText('Imported, not saved yet');
  await expect(frame.getByText('1 item had no match and was left out')).toBeVisible();
  expect(crm.sandbox.org.configurationOf('Deals')).toBeUndefined();
  await ui.save();
  const saved = JSON.stringify(crm.sandbox.org.configurationOf('Deals'));
  expect(saved).not.toContain('5843104');
  expect(saved).toContain('Contract Management');
});

test('asks before an import takes the place of unsaved changes, from right to left as well', async ({
  page,
  openSettings,
}) => {
  const ui = settingsPage(page);
  const { frame } = ui;
  await openSettings(page, { user: 'admin', lang: 'ar_EG', mode: 'night', width: '640' });
  await frame
    .getByRole('link', { name: /^Deals/ })
    .first()
    .click();
  await frame.locator('#setting-lock_for_portal_users').click();
  await frame.getByRole('button', { name: 'المزيد', exact: true }).click();
  await frame.getByRole('button', { name: 'استيراد', exact: true }).click();
  const dialog = frame.getByRole('dialog');
  await expect(dialog).toContainText('لديك تغييرات غير محفوظة');
  await axe(page);
  const wide = await dialog.evaluate((box) => box.scrollWidth - box.clientWidth);
  expect(wide).toBeLessThanOrEqual(0);
  await dialog.getByRole('button', { name: 'الاحتفاظ بتغييراتي' }).click();
  await expect(dialog).toHaveCount(0);
});
