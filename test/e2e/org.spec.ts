/** The extension over a real org, here one that a second sandbox plays behind access tokens. */
import { RECORD_LOCK } from '../../tools/record-lock';
import { startOrgServer } from '../sandbox/org/org-server';
import { startZoho } from '../sandbox/org/zoho-stand-in';
import { expect, test } from './support/fixtures';
import { packedZip } from './support/packed-zip';
import { widget } from './support/widget';

test('a real org is read, and written to only when that was allowed', async ({ page }) => {
  const zoho = await startZoho();
  const { org } = zoho.sandbox;
  const deal = org.records('Deals').find(({ id }) => !org.lockOf('Deals', id))?.id ?? '';
  const common = { credentials: zoho.credentials, endpoints: zoho.endpoints };
  const start = (allowWrites: boolean) =>
    startOrgServer({ ...RECORD_LOCK, ...common, allowWrites, app: { zip: packedZip() }, sdk: 'real' });
  const [reading, writing] = [await start(false), await start(true)];
  const lock = async ({ crmUrl, entrance }: typeof reading) => {
    await page.goto(entrance);
    await expect(page).toHaveURL(`${crmUrl}/`);
    await page.goto(`${crmUrl}/crm/tab/Deals/${deal}`);
    await expect(widget(page).getByRole('status')).toContainText('Unlocked');
    await widget(page).getByRole('button', { name: 'Lock record' }).click();
    await widget(page).getByRole('textbox').fill('Checked by finance');
    await widget(page).getByRole('button', { name: 'Lock', exact: true }).click();
  };

  await lock(reading);
  await expect(page.getByText('Real org (eu), reads only')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Reset data' })).toHaveCount(0);
  await expect(widget(page).getByText('--allow-writes').last()).toBeVisible();
  await expect(widget(page).getByRole('textbox')).toHaveValue('Checked by finance');
  expect(org.lockOf('Deals', deal)).toBeUndefined();
  // The key of one start opens no other.
  expect((await page.request.get(`${writing.crmUrl}/crm/v8/org`)).status()).toBe(403);

  await lock(writing);
  await expect(widget(page).getByRole('status')).toContainText('Locked');
  expect(org.lockOf('Deals', deal)?.reason).toBe('Checked by finance');
  await Promise.all([reading.close(), writing.close(), zoho.close()]);
});
