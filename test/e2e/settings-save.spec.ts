/** From nothing to a configuration and back, with every request held against the ones in Zoho's guide. */
import { CREATED } from '../locking/samples';
import { landmarks } from '../sandbox/data/landmarks';
import type { RunningSandbox } from '../sandbox/server';
import { expect, test } from './support/fixtures';
import { settingsPage } from './support/settings-page';

const PATH = '/crm/v8/settings/record_locking_configurations';
const KEY = 'record_locking_configurations';

/** The writes to configurations since the log was cleared: method, path below the API, and the one configuration sent. */
const writes = ({ sandbox }: RunningSandbox) =>
  sandbox.log
    .filter(({ method, path }) => method !== 'GET' && path.startsWith(PATH))
    .map(({ method, path, query, requestBody }) => ({
      method,
      path: path.slice(PATH.length),
      query,
      sent: (requestBody as { [KEY]?: unknown[] } | undefined)?.[KEY]?.[0],
    }));

const lockedDeals = ({ sandbox }: RunningSandbox, stage: string) =>
  sandbox.org.records('Deals').filter((deal) => deal.Stage === stage && sandbox.org.lockOf('Deals', deal.id));

for (const putMode of ['partial', 'replace'] as const)
  test(`create, update, delete a rule, delete the configuration (PUT: ${putMode})`, async ({
    page,
    crm,
    openSettings,
  }) => {
    test.setTimeout(90_000);
    crm.sandbox.reset({ putMode });
    const ui = settingsPage(page);
    const { frame } = ui;
    await openSettings(page, { user: 'admin' });
    await ui.open('Deals');
    await ui.remove('Deals');
    await expect(ui.modules.getByRole('link', { name: 'Deals Off' })).toBeVisible();
    expect(lockedDeals(crm, 'Closed Won')).toEqual([]);
    crm.sandbox.clearLog();

    await frame.getByRole('radio', { name: 'Automatic', exact: true }).check();
    await ui.pick(frame.getByRole('combobox', { name: 'Editable fields' }), 'Description');
    await ui.button('Add rule').click();
    await frame.getByRole('textbox', { name: 'Rule name' }).fill('Closed Won');
    const won = ui.rule('Closed Won');
    await won.getByRole('checkbox', { name: 'Lock matching records now' }).check();
    const condition = won.getByRole('group', { name: 'Condition 1', exact: true });
    await ui.pick(condition.getByRole('combobox', { name: 'Field' }), 'Stage');
    await ui.pick(condition.getByRole('combobox', { name: 'Comparator' }), 'is');
    await ui.pick(condition.getByRole('combobox', { name: 'Value' }), 'Closed Won');
    await ui.save();
    expect(writes(crm)).toEqual([{ method: 'POST', path: '', query: { module: 'Deals' }, sent: CREATED }]);
    const { wonUnlockedDeal } = landmarks();
    expect(crm.sandbox.org.lockOf('Deals', wonUnlockedDeal)?.source).toBe('Automatic');
    const created = crm.sandbox.org.configurationOf('Deals');
    crm.sandbox.clearLog();

    await frame.getByRole('radio', { name: 'Both', exact: true }).check();
    await ui.button('Add rule').click();
    // The rule before is still open.
    await ui.rule('2').getByRole('textbox', { name: 'Rule name' }).fill('Closed Lost');
    const lost = ui.rule('Closed Lost');
    await lost.getByRole('checkbox', { name: 'Lock matching records now' }).check();
    const first = lost.getByRole('group', { name: 'Condition 1', exact: true });
    await ui.pick(first.getByRole('combobox', { name: 'Field' }), 'Stage');
    await ui.pick(first.getByRole('combobox', { name: 'Comparator' }), 'is');
    await ui.pick(first.getByRole('combobox', { name: 'Value' }), 'Closed Lost');
    await lost.getByRole('button', { name: 'Add condition' }).first().click();
    const second = lost.getByRole('group', { name: 'Condition 2', exact: true });
    await ui.pick(second.getByRole('combobox', { name: 'Field' }), 'Stage');
    await ui.pick(second.getByRole('combobox', { name: 'Comparator' }), 'is');
    await ui.pick(second.getByRole('combobox', { name: 'Value' }), 'Closed-Lost to Competition');
    await lost.getByRole('combobox', { name: 'Match' }).selectOption('Any of these');
    await ui.save();
    const [update] = writes(crm);
    expect(update).toMatchObject({
      method: 'PUT',
      path: '',
      query: { module: 'Deals' },
      sent: {
        id: created?.id,
        lock_type: 'both',
        locking_rules: [
          { id: created?.locking_rules?.[0]?.id, name: 'Closed Won' },
          {
            name: 'Closed Lost',
            lock_existing_records: true,
            criteria: {
              group_operator: 'OR',
              group: [
                { comparator: 'equal', field: { api_name: 'Stage' }, value: 'Closed Lost' },
                { comparator: 'equal', field: { api_name: 'Stage' }, value: 'Closed-Lost to Competition' },
              ],
            },
          },
        ],
      },
    });
    expect(lockedDeals(crm, 'Closed Lost').length).toBeGreaterThan(0);
    crm.sandbox.clearLog();

    await ui.rule('Closed Won').getByRole('button', { name: 'Delete rule' }).click();
    await ui.save();
    expect(writes(crm)[0]).toMatchObject({
      method: 'PUT',
      sent: {
        id: created?.id,
        locking_rules: expect.arrayContaining([{ id: created?.locking_rules?.[0]?.id, _delete: true }]),
      },
    });
    expect(lockedDeals(crm, 'Closed Won')).toEqual([]);
    expect(crm.sandbox.org.configurationOf('Deals')?.locking_rules?.map(({ name }) => name)).toEqual([
      'Closed Lost',
    ]);
    crm.sandbox.clearLog();

    await ui.remove('Deals');
    expect(writes(crm)).toEqual([
      { method: 'DELETE', path: `/${created?.id}`, query: { module: 'Deals' }, sent: undefined },
    ]);
    expect(crm.sandbox.org.locksOf('Deals')).toEqual([]);
  });

test('opening and saving without a change sends nothing', async ({ page, crm, openSettings, apiCalls }) => {
  const ui = settingsPage(page);
  await openSettings(page, { user: 'admin' });
  await ui.open('Deals');
  await expect(ui.button('Save changes')).toHaveAttribute('aria-disabled', 'true');
  await ui.button('Save changes').click({ force: true });
  await ui.frame.getByRole('checkbox', { name: 'Tags' }).check();
  await expect(ui.frame.getByText('1 change', { exact: true })).toBeVisible();
  await ui.frame.getByRole('checkbox', { name: 'Tags' }).uncheck();
  await expect(ui.button('Save changes')).toHaveAttribute('aria-disabled', 'true');
  expect(apiCalls().filter(({ method, path }) => method !== 'GET' && path !== '/crm/v8/coql')).toEqual([]);
  expect(writes(crm)).toEqual([]);
});
