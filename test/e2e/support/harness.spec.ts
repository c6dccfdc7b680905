/** The ground the other browser tests stand on: what they would not notice if it gave way. */
import axeCore from 'axe-core';
import type { RunningSandbox } from '../../sandbox/server';
import { expect, test } from './fixtures';
import { WIDGET_FRAME, widget } from './widget';

const someDeal = ({ sandbox }: RunningSandbox) => ({
  module: 'Deals',
  id: sandbox.org.records('Deals')[0]?.id ?? '',
});

test('a record shows the packed page, below a nested path and under the strict policy', async ({
  page,
  crm,
  openRecord,
}) => {
  const answered = page.waitForResponse((response) => response.url().startsWith(crm.widgetUrl));
  await openRecord(page, { ...someDeal(crm), user: 'sales' });
  const response = await answered;
  expect(new URL(response.url()).pathname).toMatch(/^(\/[\w.]+){2,}\/record-lock\.html$/);
  expect(response.headers()['content-security-policy']).toContain("default-src 'none'");
  await expect(widget(page).getByRole('region', { name: 'Record lock' })).toBeVisible();
});

test('two browsers are two people', async ({ page, crm, openRecord, otherBrowser }) => {
  const other = await otherBrowser();
  await openRecord(page, { ...someDeal(crm), user: 'sales' });
  await openRecord(other, { ...someDeal(crm), user: 'admin' });
  const signedIn = (cookies: { name: string; value: string }[]) =>
    cookies.find(({ name }) => name === 'sandbox-user')?.value;
  expect(signedIn(await page.context().cookies())).toBe('sales');
  expect(signedIn(await other.context().cookies())).toBe('admin');
});

test('the SDK comes from its own address, answered on this machine', async ({ page, crm, openRecord }) => {
  const sdk = page.waitForResponse((response) => response.url().startsWith('https://live.zwidgets.com/'));
  await openRecord(page, { ...someDeal(crm), user: 'sales' });
  expect((await sdk).status()).toBe(200);
});

test('a request to the outside is refused and noted', async ({ page, crm, problems }) => {
  await page.goto(crm.crmUrl);
  const outcome = await page.evaluate(() => fetch('https://example.com/').then(String, () => 'refused'));
  expect(outcome).toBe('refused');
  expect(problems.splice(0)).toContain('a request left the machine: https://example.com/');
});

test('a violation of the policy and an error in the console are noted', async ({
  page,
  crm,
  openRecord,
  problems,
}) => {
  await openRecord(page, { ...someDeal(crm), user: 'sales' });
  await widget(page)
    .locator('body')
    .evaluate((body) => {
      body.setAttribute('style', 'color: red');
      setTimeout(() => {
        throw new Error('thrown on purpose');
      });
    });
  await expect.poll(() => problems.join('\n')).toMatch(/Content Security Policy/);
  await expect.poll(() => problems.join('\n')).toMatch(/thrown on purpose/);
  problems.splice(0);
});

test('the accessibility rules run inside the frame in spite of the policy', async ({
  page,
  crm,
  openRecord,
}) => {
  await openRecord(page, { ...someDeal(crm), user: 'sales' });
  const frame = await (await page.locator(WIDGET_FRAME).elementHandle())?.contentFrame();
  await frame?.evaluate(() => document.body.append(document.createElement('button')));
  await frame?.evaluate(axeCore.source);
  const ids = await frame?.evaluate<string[]>(
    'axe.run().then((all) => all.violations.map((each) => each.id))',
  );
  expect(ids).toContain('button-name');
});
