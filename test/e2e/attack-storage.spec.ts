/** After a long walk through both pages: nothing in the console, and nothing in the browser but what was typed there. */
import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures';
import { widgetFrame } from './support/inert';
import { recordWidget } from './support/record-widget';
import { automaticDeal, manualDeal, openDeal, press } from './support/scenes/scene';
import { settingsPage } from './support/settings-page';

/** Everything that the extension's origin keeps in this browser. */
async function kept(page: Page): Promise<[name: string, value: string][]> {
  const frame = await widgetFrame(page);
  const stored = await frame.evaluate(async () => ({
    texts: [...Object.entries(localStorage), ...Object.entries(sessionStorage)],
    others: [
      // The sandbox's CRM has another port of the same host, and cookies know no ports.
      document.cookie.replace(/^sandbox-user=\w+$/, ''),
      ...(await indexedDB.databases()),
      ...(await caches.keys().catch(() => [])),
    ].filter(Boolean),
  }));
  expect(stored.others).toEqual([]);
  return stored.texts.map(([name, value]) => [
    name.replace(`record-lock.${new URL(page.url()).origin} `, ''),
    String(value),
  ]);
}

test('a long walk leaves what was typed, and no more', async ({ page, crm, openRecord, openSettings }) => {
  const logged: string[] = [];
  page.on('console', (message) => logged.push(message.text()));
  const { org } = crm.sandbox;
  const theirs = org.locksOf('Deals').flatMap(([, { reason }]) => reason ?? []);
  const { status, reason } = recordWidget(page);

  await openRecord(page, { module: 'Deals', id: openDeal, user: 'sales' });
  await press(page, 'Lock record');
  await reason.fill('Typed and sent');
  await press(page, 'Lock');
  await expect(status).toContainText('The record is locked.');
  await openRecord(page, { module: 'Deals', id: manualDeal, user: 'sales' });
  await press(page, 'Edit reason');
  await reason.fill('Typed and left');
  await press(page, 'Cancel');
  await openRecord(page, { module: 'Deals', id: automaticDeal, user: 'admin' });
  await expect(recordWidget(page).status.getByText('Locked by “Closed Won”')).toBeVisible();
  const afterRecords = await kept(page);

  const ui = settingsPage(page);
  await openSettings(page, { user: 'admin' });
  await ui.open('Deals');
  await ui.frame.getByRole('checkbox', { name: 'Portal users' }).click();
  await page.reload();
  await expect(ui.frame.getByText('Your unsaved changes from')).toBeVisible();
  const afterSettings = await kept(page);

  const user = (key: string) => org.users().find((one) => one.key === key)?.id;
  // What is published is read behind the heading, which this test does not wait for as an administrator.
  const late = `summary.Deals.${user('admin')}`;
  expect(
    afterRecords
      .map(([name]) => name)
      .filter((name) => name !== late)
      .sort(),
  ).toEqual([
    `draft.edit.Deals.${manualDeal}.${user('sales')}`,
    'locale',
    `reasons.${user('sales')}`,
    // What is published for everybody, here nothing.
    `summary.Deals.${user('sales')}`,
    'theme',
    'user',
  ]);
  expect(
    afterSettings
      .map(([name]) => name)
      .filter((name) => name !== late && !afterRecords.some(([one]) => one === name))
      .sort(),
  ).toEqual([`draft.Deals.${user('admin')}`, 'module', `versions.${user('admin')}.Deals`]);
  // Earlier versions name who saved each of them; docs/security.md says so. Nothing else names people.
  const all = [...afterRecords, ...afterSettings]
    .filter(([name]) => !name.startsWith('versions.'))
    .map(([, value]) => value)
    .join('\n');
  expect(all).toContain('Typed and sent');
  expect(all).toContain('Typed and left');
  const people = org.users().flatMap(({ name, email }) => [name, email]);
  const records = org.records('Deals').map((record) => org.nameOf('Deals', record));
  expect([...people, ...records, ...theirs].filter((text) => text && all.includes(text))).toEqual([]);
  // The browser's own line about a reply that is an error, here that nothing is published, holds no data.
  expect(logged.filter((text) => !text.startsWith('Failed to load resource: the server'))).toEqual([]);
});
