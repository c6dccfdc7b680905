/** The CRM page of the sandbox by itself, with a widget in it that only prints what it hears. */
import { fileURLToPath } from 'node:url';
import { test as base, expect, type Page } from '@playwright/test';
import axeCore from 'axe-core';
import { type RunningSandbox, startServer } from '../sandbox/server';
import { widget } from './support/widget';

const SHOWN = {
  title: 'Record Lock',
  page: 'widget.html',
  settingsPage: 'settings.html',
  webTabs: [{ name: 'sandbox__Tab', title: 'A web tab', page: 'settings.html' }],
  buttons: [{ name: 'other_button', page: 'widget.html' }],
};
const ECHO = fileURLToPath(new URL('../sandbox/host/fixtures/echo-widget', import.meta.url));

const test = base.extend<{ readonly fresh: undefined }, { readonly crm: RunningSandbox }>({
  crm: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the needed fixtures from this pattern
    async ({}, use) => {
      const crm = await startServer({ ...SHOWN, app: { folder: ECHO }, sdk: 'stand-in' });
      await use(crm);
      await crm.close();
    },
    { scope: 'worker' },
  ],
  fresh: [
    async ({ crm }, use) => {
      crm.sandbox.reset();
      await use(undefined);
    },
    { auto: true },
  ],
  baseURL: ({ crm }, use) => use(crm.crmUrl),
});

/** The first deal in a stage, unlocked unless asked otherwise. */
function deal({ sandbox: { org } }: RunningSandbox, isLocked = false): { id: string; path: string } {
  const isOpen = (record: Readonly<Record<string, unknown>>) => record.Stage === 'Qualification';
  const found = org
    .records('Deals')
    .find(
      (record) => (org.lockOf('Deals', record.id) !== undefined) === isLocked && (isLocked || isOpen(record)),
    );
  const id = found?.id ?? '';
  return { id, path: `/crm/tab/Deals/${id}` };
}

const heard = async (page: Page, id: 'page-load' | 'reply' | 'user'): Promise<unknown> => {
  const place = widget(page).locator(`#${id}`);
  await expect(place).not.toBeEmpty();
  return JSON.parse((await place.textContent()) ?? '');
};

const edit = async (page: Page, field: string, choose: () => Promise<unknown>) => {
  await page.getByRole('button', { name: `Edit ${field}`, exact: true }).click();
  await choose();
  await page.getByRole('button', { name: 'Save' }).click();
};

test('a list can be turned, searched and opened at a record with an address of its own', async ({ page }) => {
  await page.goto('/');
  const rows = page.getByRole('table', { name: 'Deals' }).getByRole('row');
  await expect(rows).toHaveCount(51);
  const first = await rows.nth(1).getByRole('link').textContent();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(rows.nth(1).getByRole('link')).not.toHaveText(first ?? '');
  await page.getByRole('searchbox', { name: 'Search Deals' }).fill('Lakeside');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Deals with “Lakeside”' })).toBeVisible();
  await rows.nth(1).getByRole('link').click();
  await expect(page).toHaveURL(/\/crm\/tab\/Deals\/\d+$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Lakeside');
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Deals with “Lakeside”' })).toBeVisible();
});

test('a name with markup in it is text', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('link', { name: /<script>/ })).toBeVisible();
});

test('a field is edited in place and keeps its value', async ({ page, crm }) => {
  await page.goto(deal(crm).path);
  await edit(page, 'Next Step', () =>
    page.getByRole('textbox', { name: 'Next Step' }).fill('Call the buyer'),
  );
  await expect(page.getByText('Call the buyer')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Call the buyer')).toBeVisible();
});

test('a deal that is won becomes locked, and then refuses a change', async ({ page, crm }) => {
  await page.goto(deal(crm).path);
  const stage = page.getByRole('combobox', { name: 'Stage' });
  await edit(page, 'Stage', () => stage.selectOption('Closed Won'));
  await expect(page.getByText('Locked record')).toBeAttached();
  await edit(page, 'Amount', () => page.getByRole('spinbutton', { name: 'Amount' }).fill('1'));
  await expect(page.getByRole('alert')).toContainText('This record is locked');
  await page.getByText('More', { exact: true }).click();
  await page.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('status', { name: 'CRM message' })).toContainText('This record is locked');
});

test('each placement tells the widget what that placement of Zoho CRM tells', async ({ page, crm }) => {
  const { id, path } = deal(crm);
  const at = async (query: string) => {
    await page.goto(`${path}?${query}`);
    return heard(page, 'page-load');
  };
  expect(await at('placement=related-list')).toEqual({ Entity: 'Deals', EntityId: id });
  expect(await at('placement=panel')).toEqual({ Entity: 'Deals', EntityId: id });
  expect(await at('placement=popup')).toEqual({
    Entity: 'Deals',
    EntityId: [id],
    ButtonPosition: 'DetailView',
  });
  await page.goto('/crm/settings/record-lock');
  expect(await heard(page, 'page-load')).toEqual({});
});

test('records chosen in a list open the widget together', async ({ page }) => {
  await page.goto('/');
  for (const row of [1, 2, 3]) await page.getByRole('row').nth(row).getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Record Lock (3)' }).click();
  const load = await heard(page, 'page-load');
  expect(load).toMatchObject({ Entity: 'Deals', ButtonPosition: 'ListView' });
  expect(load).toHaveProperty('EntityId.length', 3);
  await page.getByRole('button', { name: 'Close Record Lock' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a button can be in each row of a list, and above a list where no record is chosen', async ({
  page,
}) => {
  await page.goto('/');
  await page.getByRole('row').nth(2).getByRole('button').click();
  const row = await heard(page, 'page-load');
  expect(row).toMatchObject({ Entity: 'Deals', ButtonPosition: 'ListViewEachRecord' });
  expect(row).toHaveProperty('EntityId.length', 1);
  await page.goto('/?placement=list-button&button=ListViewWithoutRecord');
  expect(await heard(page, 'page-load')).toEqual({
    Entity: 'Deals',
    ButtonPosition: 'ListViewWithoutRecord',
  });
});

/** What the widget's page gets for a call of the SDK, once the person has answered. */
const sdk = (page: Page, call: string): Promise<unknown> => widget(page).locator('body').evaluate(call);

test('a widget opens a web tab of its own with a message, which a reload keeps', async ({ page, crm }) => {
  await page.goto(deal(crm).path);
  await heard(page, 'page-load');
  expect(await sdk(page, "ZOHO.CRM.UI.Widget.open({ Entity: 'unknown' })")).toBe(false);
  await sdk(page, "void ZOHO.CRM.UI.Widget.open({ Entity: 'sandbox__Tab', Message: { module: 'Leads' } })");
  await expect(page).toHaveURL(/\/crm\/web-tab\/sandbox__Tab$/);
  const told = page.frameLocator('iframe[title="A web tab"]').locator('#page-load');
  await expect(told).toContainText('"module": "Leads"');
  await page.reload();
  await expect(told).toContainText('"module": "Leads"');
  await page.getByRole('link', { name: 'Deals' }).click();
  await page.getByRole('link', { name: 'A web tab' }).click();
  // By the side bar nothing is said to it.
  await expect(told).toHaveText('');
  await expect(page.frameLocator('iframe[title="A web tab"]').locator('#status')).toContainText('Connected');
});

test('a widget opens another one docked on the right and hears what it closes with', async ({
  page,
  crm,
}) => {
  await page.goto(deal(crm).path);
  await heard(page, 'page-load');
  const config = "{ api_name: 'other_button', type: 'widget', header: 'Other', width: '300px', right: '0' }";
  const closed = sdk(page, `ZDK.Client.openPopup(${config}, { given: 1 })`);
  const other = page.frameLocator('iframe[title="Other"]');
  await expect(other.locator('#page-load')).toContainText('"given": 1');
  const box = await page.getByRole('dialog', { name: 'Other popup' }).boundingBox();
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBe(page.viewportSize()?.width);
  await other.locator('body').evaluate("void $Client.close({ answer: 'yes' })");
  expect(await closed).toEqual({ answer: 'yes' });
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const unknown = await sdk(
    page,
    "ZDK.Client.openPopup({ api_name: 'x', type: 'widget' }).catch((e) => e.code)",
  );
  expect(unknown).toBe('INVALID_DATA');
});

test('messages, questions, inputs and loaders of a widget appear and settle', async ({ page, crm }) => {
  await page.goto(deal(crm).path);
  await heard(page, 'page-load');
  expect(await sdk(page, "ZDK.Client.showMessage('Saved', { type: 'success' })")).toBe(true);
  await expect(page.getByRole('status', { name: 'CRM message' })).toHaveText('Saved');

  const asked = sdk(page, "ZDK.Client.showConfirmation('Go on?', 'Yes', 'No')");
  await page.getByRole('dialog', { name: 'Go on?' }).getByRole('button', { name: 'No' }).click();
  expect(await asked).toBe(false);

  const told = sdk(page, "ZDK.Client.showAlert('Mind the step', 'Step')");
  await page.getByRole('dialog', { name: 'Step' }).getByRole('button', { name: 'OK' }).click();
  expect(await told).toBe(true);

  const choices = "[{ actual_value: 'a', display_value: 'A' }, { actual_value: 'b', display_value: 'B' }]";
  const input = `ZDK.Client.getInput([{ type: 'text', label: 'Name' }, { type: 'picklist', label: 'Which', list_options: ${choices} }], 'Say')`;
  const typed = sdk(page, input);
  const dialog = page.getByRole('dialog', { name: 'Say' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Ann');
  await dialog.getByRole('combobox', { name: 'Which' }).selectOption('B');
  await dialog.getByRole('button', { name: 'OK' }).click();
  expect(await typed).toEqual(['Ann', 'b']);
  const cancelled = sdk(page, input);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  expect(await cancelled).toBeNull();

  await sdk(page, "ZDK.Client.showLoader({ message: 'At work' })");
  await expect(page.getByText('At work')).toBeVisible();
  await sdk(page, 'ZDK.Client.hideLoader()');
  await expect(page.getByText('At work')).toHaveCount(0);
});

test('a person sends events to the widget, and hears its answer', async ({ page, crm }) => {
  await page.goto(deal(crm).path);
  await heard(page, 'page-load');
  await page.getByRole('button', { name: 'SDK calls' }).click();
  const send = async (event: string, data: string) => {
    await page.getByRole('combobox', { name: 'Event' }).selectOption(event);
    await page.getByRole('textbox', { name: 'Data (JSON)' }).fill(data);
    await page.getByRole('button', { name: 'Send event' }).click();
  };
  await send('Notify', '{"a":1}');
  await expect(widget(page).locator('#event')).toContainText('"a": 1');
  await send('NotifyAndWait', '"ping"');
  const said = page.getByRole('status', { name: 'CRM message' });
  await expect(said).toContainText('The widget answered {"heard":"ping"}');
  await send('Notify', '{');
  await expect(said).toContainText('has to be JSON');
});

test('every call of the SDK is listed with its answer, and what has none is marked', async ({
  page,
  crm,
}) => {
  await page.goto(`${deal(crm, true).path}?fault=hang&faultAt=GET /crm/v8/Leads`);
  await heard(page, 'user');
  await sdk(page, "void zrc.get('/crm/v8/Leads')");
  expect(await sdk(page, 'ZOHO.CRM.WIZARD.post({}).catch((e) => e.code)')).toBe('NOT_SUPPORTED');
  await page.getByRole('button', { name: 'SDK calls' }).click();
  const calls = page.getByRole('list', { name: 'SDK calls of the widget' }).getByRole('listitem');
  await expect(calls.filter({ hasText: 'zrc GET /crm/v8/Leads' })).toContainText('no answer yet');
  await expect(calls.filter({ hasText: 'WIZARD.post' })).toContainText('not built');
  const user = calls.filter({ hasText: 'CONFIG.getCurrentUser' });
  await expect(user).toContainText('answered');
  await user.getByText('CONFIG.getCurrentUser').click();
  await expect(user.getByText('"full_name"')).toBeVisible();
});

test('the frame becomes as tall as the widget asks, and as wide as the switch says', async ({
  page,
  crm,
}) => {
  await page.goto(`${deal(crm).path}?width=280`);
  const frame = page.getByTitle('Record Lock');
  await expect.poll(async () => (await frame.boundingBox())?.height).toBe(420);
  expect((await frame.boundingBox())?.width).toBe(280);
  await page.getByRole('combobox', { name: 'Width' }).selectOption('640');
  await expect.poll(async () => (await frame.boundingBox())?.width).toBe(640);
});

test('a frame has the usual height of its place until the widget asks for another', async ({ page, crm }) => {
  const heightAt = async (query: string) => {
    await page.goto(`${deal(crm).path}?fault=no-init&${query}`);
    await expect(widget(page).locator('#status')).toContainText('Waiting');
    return (await page.getByTitle('Record Lock').boundingBox())?.height;
  };
  expect(await heightAt('placement=related-list')).toBe(500);
  expect(await heightAt('placement=popup')).toBe(600);
  expect(await heightAt('placement=related-list&frame=80')).toBe(80);
});

test("theme and language are the user's, also after a reload", async ({ page, crm }) => {
  await page.goto(deal(crm).path);
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('night');
  await page.getByRole('combobox', { name: 'Language' }).selectOption('ar_EG');
  await page.reload();
  expect(await heard(page, 'user')).toMatchObject([{ users: [{ language: 'ar_EG' }] }, { mode: 'night' }]);
});

test('another user signs in and is somebody else to the widget', async ({ page, crm }) => {
  await page.goto(`${deal(crm).path}?user=admin`);
  expect(await heard(page, 'user')).toMatchObject([{ users: [{ name: 'John Smith' }] }, {}]);
  await page.getByRole('combobox', { name: 'User' }).selectOption('sales');
  await expect(page.getByRole('banner').getByText('Patricia Boyle')).toBeVisible();
  expect(await heard(page, 'user')).toMatchObject([{ users: [{ name: 'Patricia Boyle' }] }, {}]);
});

for (const [fault, reply] of Object.entries({
  offline: { failed: 'CONNECTION_ERROR' },
  'lost-reply': { failed: 'CONNECTION_ERROR' },
  '429': { failed: 'API_ERROR', status: 429 },
  '500': { failed: 'API_ERROR', status: 500 },
  '401': { failed: 'API_ERROR', status: 401 },
  html: { body: expect.stringContaining('<') },
  truncated: { body: expect.any(String) },
}))
  test(`the fault ${fault} reaches the widget`, async ({ page, crm }) => {
    await page.goto(`${deal(crm, true).path}?fault=${fault}`);
    expect(await heard(page, 'reply')).toEqual(expect.objectContaining(reply));
  });

test('a fault for the next call only is gone with it', async ({ page, crm }) => {
  await page.goto(`${deal(crm, true).path}?fault=500&faultOn=next`);
  expect(await heard(page, 'reply')).toMatchObject({ status: 500 });
  await expect(page.getByRole('combobox', { name: 'Fault' })).toHaveValue('none');
});

test('a call that hangs, a host that never answers and a PageLoad that never comes stay silent', async ({
  page,
  crm,
}) => {
  const { path } = deal(crm);
  await page.goto(`${path}?fault=hang`);
  await page.getByRole('button', { name: 'API calls: 1' }).click();
  await expect(page.getByRole('list', { name: 'API calls of the widget' })).toContainText('no answer');
  await expect(widget(page).locator('#reply')).toBeEmpty();
  await page.goto(`${path}?fault=no-page-load`);
  await expect(widget(page).locator('#status')).toContainText('Connected');
  await expect(widget(page).locator('#page-load')).toBeEmpty();
  await page.goto(`${path}?fault=no-init`);
  await expect(page.getByRole('heading', { level: 1 })).not.toBeEmpty();
  await expect(widget(page).locator('#status')).toContainText('Waiting');
});

test('a page of a third origin can fool a widget that does not guard itself', async ({ page, crm }) => {
  await page.goto(`${deal(crm).path}?fault=forged`);
  await expect(widget(page).locator('#page-load')).toContainText('../settings');
});

test('the calls of the widget are listed, and only those', async ({ page, crm }) => {
  await page.goto(deal(crm, true).path);
  await heard(page, 'reply');
  await page.getByRole('button', { name: 'API calls: 1' }).click();
  const list = page.getByRole('list', { name: 'API calls of the widget' }).getByRole('listitem');
  await expect(list).toHaveText([/GET \/crm\/v8\/Deals\/\d+\/Locking_Information__s\?fields=\S+ 200/]);
});

test('a request cannot be given a signal', async ({ page, crm }) => {
  await page.goto(deal(crm).path);
  await heard(page, 'reply');
  const outcome = await widget(page)
    .locator('body')
    .evaluate(() => {
      const config: object = { signal: new AbortController().signal };
      return zrc.get('/crm/v8/org', config).then(
        () => 'sent',
        (failure: unknown) => (failure instanceof DOMException ? failure.name : 'refused'),
      );
    });
  expect(outcome).toBe('DataCloneError');
});

test('the data can be reset', async ({ page, crm }) => {
  const { id } = deal(crm);
  await page.goto(`/crm/tab/Deals/${id}`);
  await edit(page, 'Next Step', () => page.getByRole('textbox', { name: 'Next Step' }).fill('Gone soon'));
  await expect(page.getByText('Gone soon')).toBeVisible();
  await page.getByRole('button', { name: 'Reset data' }).click();
  await expect(page.getByText('Gone soon')).toHaveCount(0);
  expect(crm.sandbox.org.record('Deals', id)?.Next_Step).not.toBe('Gone soon');
});

/** What axe finds in the CRM's own pages. */
async function violationsOf(page: Page): Promise<unknown> {
  await page.evaluate(axeCore.source);
  return page.evaluate(
    `axe.run({ exclude: [['iframe']] }, { iframes: false })
      .then((all) => all.violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`,
  );
}

for (const [name, path] of Object.entries({
  list: '/',
  record: '/?module=Deals&id=5843104000001068077',
  'record at night with a panel': '/?module=Deals&id=5843104000001068077&placement=panel&mode=night',
  'record with a popup': '/?module=Deals&id=5843104000001068077&placement=popup&bar=closed',
  settings: '/crm/settings/record-lock',
  'list of my tasks': '/crm/my-tasks?user=sales',
}))
  test(`the ${name} has no accessibility violation of its own`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole('navigation').getByRole('listitem')).not.toHaveCount(0);
    await expect(page.getByRole('heading', { level: 1 })).not.toBeEmpty();
    expect(await violationsOf(page)).toEqual([]);
  });

test('the button on a list opens its page in a popup of 800 × 600, which reloads the list when it says so', async ({
  page,
  crm,
}) => {
  await page.goto('/');
  await page.getByRole('checkbox', { name: 'Choose all' }).check();
  await page.getByRole('button', { name: 'Record Lock (50)' }).click();
  expect(await heard(page, 'page-load')).toHaveProperty('EntityId.length', 50);
  const popup = page.getByRole('dialog', { name: 'Record Lock popup' });
  // A page that hears nothing asks for no other size.
  await page.goto(
    '/?placement=list-button&button=ListViewWithoutRecord&listPage=settings.html&fault=no-page-load',
  );
  const box = await popup.locator('iframe').boundingBox();
  expect([Math.round(box?.width ?? 0), Math.round(box?.height ?? 0)]).toEqual([800, 600]);
  const [first] = crm.sandbox.org.records('Deals');
  if (first) crm.sandbox.org.putRecord('Deals', { ...first, Deal_Name: 'Renamed behind the popup' });
  const renamed = page.getByRole('link', { name: 'Renamed behind the popup' });
  await expect(widget(page).locator('#status')).toContainText('Connected');
  await expect(renamed).toHaveCount(0);
  await sdk(page, 'void ZOHO.CRM.UI.Popup.closeReload()');
  await expect(popup).toHaveCount(0);
  await expect(renamed).toBeVisible();
});

test('one person asks by a task, another one completes it and leaves a note', async ({ page, crm }) => {
  const { id, path } = deal(crm, true);
  await page.goto(`${path}?user=viewer`);
  const sales = crm.sandbox.people.find(({ key }) => key === 'sales')?.id;
  const task = {
    Subject: 'Please unlock <b>this</b>',
    Owner: { id: sales },
    What_Id: { id },
    $se_module: 'Deals',
  };
  const added = await page.request.post('/crm/v8/Tasks', { data: { data: [task] } });
  expect(added.status()).toBe(201);
  await page.getByRole('link', { name: 'My tasks' }).click();
  await expect(page.getByRole('region', { name: 'Asked of others' })).toContainText(task.Subject);
  await page.goto('/crm/my-tasks?user=sales');
  const toDo = page
    .getByRole('list', { name: 'To do' })
    .getByRole('listitem')
    .filter({ hasText: task.Subject });
  await toDo.getByRole('link').click();
  const tasks = page.getByRole('list', { name: 'Tasks of this record' });
  await tasks.getByRole('listitem').filter({ hasText: task.Subject }).getByRole('button').click();
  await expect(tasks.getByRole('listitem').filter({ hasText: task.Subject })).toContainText('Completed');
  await page.getByRole('textbox', { name: 'New note' }).fill('Not today');
  await page.getByRole('button', { name: 'Add note' }).click();
  await expect(page.getByRole('list', { name: 'Notes of this record' })).toContainText('Not today');
  expect(crm.sandbox.org.notesOf('Deals', id)).toMatchObject([{ Note_Content: 'Not today' }]);
});

test('the choices of the org and its API are in the bar, in groups', async ({ page, crm }) => {
  await page.goto('/?coql=refused');
  await page.getByRole('button', { name: 'Org and API' }).click();
  const many = page.getByRole('group', { name: 'Many records' });
  await expect(many.getByRole('combobox', { name: 'COQL', exact: true })).toHaveValue('refused');
  await many.getByRole('combobox', { name: 'Composite', exact: true }).selectOption('refused');
  await expect.poll(() => crm.sandbox.org.options.composite).toBe('refused');
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole('combobox', { name: 'Deals', exact: true }).selectOption('12000');
  await expect.poll(() => crm.sandbox.org.records('Deals').length).toBe(12_000);
});
