/** Windows of the CRM's own origin that are not the widget's parent forge messages from before its start; so does a third origin. */
import { expect, test } from './support/fixtures';
import { openUnderForger } from './support/forger';
import { dealPath, openDeal } from './support/scenes/scene';

test('the record page hears its parent only', async ({ page, crm, apiCalls }) => {
  test.setTimeout(60_000);
  const opened = await openUnderForger(page, crm.crmUrl, dealPath(openDeal), 'sales');
  const { widget } = opened;
  const status = widget.getByRole('status');
  await expect(status).toHaveText('Unlocked', { timeout: 15_000 });
  await widget.getByRole('button', { name: 'Lock record' }).click();
  await widget.getByRole('textbox').fill('Waiting for the contract');
  await widget.getByRole('button', { name: 'Lock', exact: true }).click();
  await expect(status).toContainText('The record is locked.');
  expect(crm.sandbox.org.lockOf('Deals', openDeal)?.reason).toBe('Waiting for the contract');
  const asked = apiCalls().map(({ method, path }) => `${method} ${path.split('/').slice(3, 5).join('/')}`);
  expect([...new Set(asked)]).toEqual(['GET', 'POST'].map((method) => `${method} Deals/${openDeal}`));
  expect(
    await widget
      .locator('html')
      .evaluate((html) => ['lang', 'dir', 'data-theme'].map((name) => html.getAttribute(name))),
  ).toEqual(['en', 'ltr', 'day']);
  expect(await opened.arrived()).toBeGreaterThan(500);
  // The very same message moves the page when its parent sends it.
  await opened.crm?.evaluate(() => {
    const message = {
      type: 'FRAMEWORK.EVENT',
      eventName: 'PageLoad',
      data: { Entity: '../settings', EntityId: '1' },
    };
    document
      .querySelector<HTMLIFrameElement>('iframe[title="Record Lock"]')
      ?.contentWindow?.postMessage(message, '*');
  });
  await expect(status).toHaveText('No record');
});

test('the settings page hears its parent only', async ({ page, crm, apiCalls }) => {
  test.setTimeout(60_000);
  const { widget, arrived } = await openUnderForger(page, crm.crmUrl, '/crm/settings/record-lock', 'admin');
  await expect(widget.getByText('15 modules', { exact: true })).toBeVisible({ timeout: 15_000 });
  await widget.getByRole('link', { name: /^Deals / }).click();
  await expect(widget.getByRole('region', { name: 'Rule Closed Won' })).toBeVisible({ timeout: 15_000 });
  await expect(widget.locator('body')).not.toContainText('Forged');
  // Counting is the only call of the page that is no GET.
  const reads = ({ method, path }: { method: string; path: string }) =>
    method === 'GET' || path === '/crm/v8/coql';
  expect(apiCalls().filter((call) => !reads(call) || `${call.path}${call.query}`.includes('Forged'))).toEqual(
    [],
  );
  expect(await arrived()).toBeGreaterThan(500);
});
