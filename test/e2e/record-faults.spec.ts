/** When a call goes wrong: nothing is claimed that is not known, and no text is lost. */
import type { Page } from '@playwright/test';
import type { Fault } from '../sandbox/host/switches';
import { SDK_URL } from '../sandbox/serve/widget-origin';
import { expect, test } from './support/fixtures';
import { recordWidget } from './support/record-widget';
import { setSwitch } from './support/sandbox-bar';
import { manualDeal, openDeal, press } from './support/scenes/scene';

const OPEN = { module: 'Deals', id: openDeal, user: 'sales' } as const;
const LOCKED = { module: 'Deals', id: manualDeal, user: 'sales' } as const;

async function typeReason(page: Page): Promise<void> {
  await press(page, 'Lock record');
  await recordWidget(page).reason.fill('Waiting for the contract');
}

/** Whether the fault lets the call through decides what is true afterwards. */
const WRITES: readonly (readonly [fault: Fault, says: string, locked: boolean, calls: number])[] = [
  // A lock is read to confirm it, and what it means is asked then.
  ['lost-reply', 'The record is locked with your reason. The reply was lost on the way.', true, 4],
  ['html', 'The record is locked with your reason. The reply was lost on the way.', true, 4],
  ['truncated', 'The record is locked with your reason. The reply was lost on the way.', true, 4],
  ['empty', 'The record is locked with your reason. The reply was lost on the way.', true, 4],
  ['500', 'Nothing was changed.', false, 3],
  ['offline', 'Nothing was changed.', false, 2],
  ['429', 'is limiting requests. Try again in a minute.', false, 2],
  ['401', 'You’re signed out of Zoho CRM.', false, 2],
];

for (const [fault, says, locked, calls] of WRITES)
  test(`locking meets ${fault}`, async ({ page, openRecord, apiCalls, crm }) => {
    await openRecord(page, { ...OPEN, fault, faultOn: 'writes' });
    const { status, reason, button } = recordWidget(page);
    await typeReason(page);
    await press(page, 'Lock');
    await expect(status).toContainText(says);
    await expect(status.getByRole('heading')).toHaveText(locked ? 'Locked' : 'Unlocked');
    expect(crm.sandbox.org.lockOf('Deals', openDeal)?.reason).toBe(
      locked ? 'Waiting for the contract' : undefined,
    );
    await expect.poll(() => apiCalls().length).toBe(calls);
    if (locked) return expect(button('Unlock')).toBeVisible();
    await expect(reason).toHaveValue('Waiting for the contract');
    await setSwitch(page, 'fault', 'none');
    await press(page, 'Lock');
    await expect(status).toContainText('The record is locked.');
  });

test('unlocking and correcting meet a lost reply', async ({ page, openRecord }) => {
  await openRecord(page, { ...LOCKED, fault: 'lost-reply', faultOn: 'writes' });
  const { status, reason } = recordWidget(page);
  await press(page, 'Edit reason');
  await reason.fill('Prices are checked');
  await press(page, 'Save');
  await expect(status).toContainText('The reason is saved. The reply was lost on the way.');
  await press(page, 'Unlock', 'Unlock record');
  await expect(status).toContainText('The record is unlocked. The reply was lost on the way.');
  await expect(recordWidget(page).button('Undo')).toBeVisible();
});

test('a write that is never answered has a bound, after which the truth is read', async ({
  page,
  openRecord,
  apiCalls,
}) => {
  await page.clock.install();
  await openRecord(page, { ...OPEN, fault: 'hang', faultOn: 'writes' });
  const { inside, status, reason } = recordWidget(page);
  await typeReason(page);
  await press(page, 'Lock');
  await expect(inside.getByRole('button', { name: 'Locking…', exact: true })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await page.clock.fastForward(4_000);
  await expect(status).toContainText('Zoho CRM is taking a while to answer');
  await page.clock.fastForward(17_000);
  await expect(status).toContainText('Nothing was changed.');
  await expect(reason).toHaveValue('Waiting for the contract');
  expect(apiCalls().map(({ method }) => method)).toEqual(['GET', 'GET']);
});

test('when nothing can be read after an uncertain write, nothing is claimed', async ({
  page,
  openRecord,
}) => {
  await openRecord(page, OPEN);
  const { status, reason } = recordWidget(page);
  await typeReason(page);
  await setSwitch(page, 'fault', 'lost-reply');
  await press(page, 'Lock');
  await expect(status).toContainText('We couldn’t confirm this.');
  await expect(reason).toHaveValue('Waiting for the contract');
  await setSwitch(page, 'fault', 'none');
  await press(page, 'Refresh');
  await expect(status.getByRole('heading')).toHaveText('Locked');
});

test('Retry reads again, and Refresh keeps what was known when it fails', async ({
  page,
  openRecord,
  apiCalls,
}) => {
  await openRecord(page, { ...LOCKED, fault: '500', faultOn: 'next' });
  const { inside, region, status } = recordWidget(page);
  await expect(status).toHaveText('Couldn’t check');
  await press(page, 'Retry');
  await expect(status).toHaveText('Locked');
  await expect(inside.getByText('You can’t edit it either.')).toBeVisible();
  expect(apiCalls()).toHaveLength(3);
  await setSwitch(page, 'fault', 'offline');
  await press(page, 'Refresh');
  await expect(status).toContainText('Locked Couldn’t refresh. This may be out of date.');
  await expect(region.locator('p.reason')).toContainText('Prices are being checked.');
});

test('a blocked script of Zoho can be tried again', async ({ page, openRecord, problems }) => {
  await page.route(SDK_URL, (route) => route.abort());
  await openRecord(page, OPEN);
  const { status } = recordWidget(page);
  await expect(status).toHaveText('Zoho’s script didn’t load');
  await page.unroute(SDK_URL);
  await press(page, 'Retry');
  await expect(status).toHaveText('Unlocked');
  expect(problems.splice(0).every((problem) => problem.includes('Failed to load resource'))).toBe(true);
});

test('a host that answers after all is believed', async ({ page, openRecord }) => {
  await page.clock.install();
  await openRecord(page, { ...OPEN, latency: '15000' });
  const { status } = recordWidget(page);
  await expect(status).toHaveText('Checking…');
  await page.clock.fastForward(3_500);
  await expect(recordWidget(page).inside.getByText('Zoho CRM is taking a while to answer…')).toBeVisible();
  await page.clock.fastForward(12_000);
  await expect(status).toHaveText('Unlocked');
});

test('a record is read again when it is looked at after 30 seconds, not before, and never by itself', async ({
  page,
  openRecord,
  apiCalls,
}) => {
  await page.clock.install();
  await openRecord(page, OPEN);
  const { region, status } = recordWidget(page);
  const look = async () => {
    await page.getByRole('heading', { level: 1 }).click();
    await region.click({ position: { x: 2, y: 2 } });
  };
  await expect(status).toHaveText('Unlocked');
  await look();
  await page.clock.fastForward(20_000);
  await look();
  expect(apiCalls()).toHaveLength(1);
  await page.clock.fastForward(600_000);
  expect(apiCalls()).toHaveLength(1);
  await look();
  await expect.poll(() => apiCalls().length).toBe(2);
});
