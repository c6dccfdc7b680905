/** Two administrators at one configuration, a lost reply, a reload, and the keyboard alone. */
import { axe } from './support/axe';
import { expect, test } from './support/fixtures';
import { settingsPage } from './support/settings-page';

test('two administrators: nothing is overwritten unseen', async ({
  page,
  otherBrowser,
  crm,
  openSettings,
}) => {
  const other = await otherBrowser();
  const [first, second] = [settingsPage(page), settingsPage(other)];
  await openSettings(page, { user: 'admin' });
  await openSettings(other, { user: 'admin2' });
  await first.open('Deals');
  await second.open('Deals');
  await second.frame.getByRole('checkbox', { name: 'Portal users' }).uncheck();
  await second.button('Edit').first().click();
  await second.frame.getByRole('textbox', { name: 'Rule name' }).fill('Won and paid');
  await second.save();
  await first.frame.getByRole('checkbox', { name: 'Tags' }).check();
  await first.button('Edit').first().click();
  await first.frame.getByRole('textbox', { name: 'Rule name' }).fill('Won');
  await first.save('Not saved');
  const dialog = first.frame.getByRole('dialog', { name: 'Someone else changed this configuration' });
  await expect(dialog).toContainText('Second Administrator saved it on');
  expect(crm.sandbox.org.configurationOf('Deals')?.lock_for_portal_users).toBe(false);
  await expect(dialog).toContainText('Portal users are no longer locked out.');
  await axe(page);
  const merge = first.button('Merge and review');
  await expect(merge).toHaveAttribute('aria-disabled', 'true');
  const choice = dialog.getByRole('group', { name: 'Rule Won, name' });
  await choice.getByRole('radio', { name: 'Theirs: Won and paid' }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await expect(choice.getByRole('radio', { name: 'Mine: Won' })).toBeChecked();
  await merge.click();
  const review = first.frame.getByRole('dialog', { name: 'Review changes' });
  await expect(review).toContainText('Tags is blocked on locked records.');
  await axe(page);
  await first.button('Save').click();
  await expect(first.status).toHaveText('Saved');
  const saved = crm.sandbox.org.configurationOf('Deals');
  expect(saved?.lock_for_portal_users).toBe(false);
  expect(saved?.restricted_actions).toContain('tags');
  expect(saved?.locking_rules?.map(({ name }) => name)).toEqual(['Won']);
});

test('a lost reply is settled by reading', async ({ page, crm, openSettings }) => {
  const ui = settingsPage(page);
  await openSettings(page, { user: 'admin', fault: 'lost-reply', faultOn: 'writes' });
  await ui.open('Deals');
  await ui.frame.getByRole('checkbox', { name: 'Tags' }).check();
  await ui.save();
  await expect(ui.frame.getByText('Everything is saved. The reply was lost')).toBeVisible();
  expect(crm.sandbox.org.configurationOf('Deals')?.restricted_actions).toContain('tags');
});

test('unsaved changes survive a reload, and the browser asks before leaving', async ({
  page,
  openSettings,
}) => {
  const ui = settingsPage(page);
  await openSettings(page, { user: 'admin' });
  await ui.open('Deals');
  await ui.frame.getByRole('checkbox', { name: 'Tags' }).check();
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await page.reload();
  expect(asked).toEqual(['beforeunload']);
  await expect(ui.frame.getByText('Your unsaved changes from')).toBeVisible();
  await expect(ui.frame.getByRole('checkbox', { name: 'Tags' })).toBeChecked();
  await ui.button('Discard changes').click();
  await page.reload();
  expect(asked).toHaveLength(1);
  await ui.open('Deals');
  await expect(ui.frame.getByRole('checkbox', { name: 'Tags' })).not.toBeChecked();
});

test('by keyboard alone: choose a module, change every setting, save', async ({
  page,
  crm,
  openSettings,
}) => {
  const ui = settingsPage(page);
  const { frame } = ui;
  await openSettings(page, { user: 'admin' });
  const search = frame.getByRole('searchbox', { name: 'Search modules' });
  await search.focus();
  await page.keyboard.type('contac');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(frame.getByRole('heading', { level: 1, name: 'Contacts' })).toBeFocused();

  // Past what a new configuration can start from.
  const manual = frame.getByRole('radio', { name: 'Manual' });
  const atManual = () => manual.evaluate((radio) => radio === document.activeElement);
  for (let i = 0; i < 8 && !(await atManual()); i++) await page.keyboard.press('Tab');
  await expect(manual).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(frame.getByRole('radio', { name: 'Everyone', exact: true })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await expect(frame.getByRole('combobox', { name: 'Exempt profiles' })).toBeFocused();
  await page.keyboard.type('Contr');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(frame.getByRole('checkbox', { name: 'Portal users' })).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await expect(frame.getByRole('checkbox', { name: 'Delete' })).toBeFocused();
  await page.keyboard.press('Space');
  for (let i = 0; i < 4; i++) await page.keyboard.press('Tab');
  await expect(frame.getByRole('combobox', { name: 'Blocked buttons' })).toBeFocused();
  await page.keyboard.type('Contact Action 3');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(frame.getByRole('combobox', { name: 'Editable fields' })).toBeFocused();
  await page.keyboard.type('Descr');
  await page.keyboard.press('Enter');
  const save = ui.button('Turn on locking');
  const isFocused = () => save.evaluate((button) => button === document.activeElement);
  for (let i = 0; i < 20 && !(await isFocused()); i++) await page.keyboard.press('Tab');
  await expect(save).toBeFocused();
  await page.keyboard.press('Enter');
  const review = frame.getByRole('dialog', { name: 'Review changes' });
  await expect(review).toContainText('Description');
  await expect(review.getByRole('region', { name: 'Review changes' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(ui.button('Save')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(ui.status).toHaveText('Saved');
  await expect(ui.button('Save changes')).toBeFocused();
  expect(crm.sandbox.org.configurationOf('Contacts')).toMatchObject({
    lock_type: 'manual',
    locked_for: 'all_profiles_except_excluded_profiles',
    lock_for_portal_users: false,
    restricted_actions: ['update', 'delete'],
  });
  expect(
    crm.sandbox.org.configurationOf('Contacts')?.excluded_fields?.map(({ api_name }) => api_name),
  ).toEqual(['Description']);

  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(ui.button('More')).toBeFocused();
  const askToDelete = async (): Promise<void> => {
    await page.keyboard.press('Enter');
    await page.keyboard.press('End');
    await expect(ui.button('Delete configuration')).toBeFocused();
    await page.keyboard.press('Enter');
  };
  await askToDelete();
  await expect(frame.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(ui.button('More')).toBeFocused();
  await askToDelete();
  await page.keyboard.type('contacts');
  await page.keyboard.press('Enter');
  await expect(ui.status).toHaveText('Deleted');
});

test('a module that was just configured can be locked', async ({
  page,
  otherBrowser,
  crm,
  openSettings,
  openRecord,
}) => {
  const ui = settingsPage(page);
  await openSettings(page, { user: 'admin' });
  await ui.open('Contacts');
  await ui.save();
  const sales = await otherBrowser();
  const id = crm.sandbox.org.records('Contacts')[0]?.id ?? '';
  await openRecord(sales, { module: 'Contacts', id, user: 'sales' });
  const record = settingsPage(sales);
  await record.button('Lock record').click();
  await record.frame.getByRole('textbox').fill('Checked');
  await record.button('Lock').click();
  await expect.poll(() => crm.sandbox.org.lockOf('Contacts', id)?.source).toBe('Manual');
});
