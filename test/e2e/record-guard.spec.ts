/** A page of a third origin sits beside the widget and posts forged PageLoads and replies at it. */
import { expect, test } from './support/fixtures';
import { recordWidget } from './support/record-widget';
import { automaticDeal, openDeal, press } from './support/scenes/scene';

test('forged PageLoads and replies change nothing, and cost nothing', async ({
  page,
  openRecord,
  apiCalls,
}) => {
  await openRecord(page, { module: 'Deals', id: openDeal, user: 'sales', fault: 'forged', latency: '300' });
  const { region, status, reason } = recordWidget(page);
  const stranger = page.frameLocator('iframe[title="Page of a third origin"]');
  await expect(stranger.getByText('posts forged messages')).toBeVisible();
  await expect(status).toHaveText('Unlocked');
  await press(page, 'Lock record');
  await reason.fill('Waiting for the contract');
  await press(page, 'Lock');
  await expect(status).toContainText('The record is locked.');
  await expect(region).not.toContainText('Forged');
  // What the new lock means to this user is asked after the status, sooner or later.
  const locks = apiCalls().filter(({ path }) => path.includes('Locking_Information__s'));
  expect(locks.map(({ method, path }) => `${method} ${path.split('/').slice(3, 5).join('/')}`)).toEqual(
    ['GET', 'POST', 'GET'].map((method) => `${method} Deals/${openDeal}`),
  );
});

test('what explains a lock cannot be forged either', async ({ page, openRecord, apiCalls }) => {
  await openRecord(page, {
    module: 'Deals',
    id: automaticDeal,
    user: 'admin',
    fault: 'forged',
    latency: '300',
  });
  const { inside, region, status } = recordWidget(page);
  await expect(status).toContainText('Locked by “Closed Won”');
  await expect(inside.getByText('You can’t edit it.')).toBeVisible();
  await expect(region).not.toContainText('Forged');
  expect(apiCalls()).toHaveLength(3);
});

test('a reply that is forged with the right promise and origin, but by another window, is dropped', async ({
  page,
  openRecord,
}) => {
  await page.clock.install();
  await openRecord(page, { module: 'Deals', id: openDeal, user: 'sales', fault: 'hang' });
  const { region, status } = recordWidget(page);
  await expect(status).toHaveText('Checking…');
  // A second frame of the CRM's own origin: same origin as the host, but not the parent window.
  await page.evaluate(() => {
    const frame = document.body.appendChild(document.createElement('iframe'));
    const script = frame.contentDocument?.createElement('script');
    if (!script) return;
    script.textContent = `setInterval(() => {
      for (let n = 100; n < 140; n += 1)
        for (let i = 0; i < parent.frames.length; i += 1)
          parent.frames[i].postMessage({ type: 'FRAMEWORK.EVENT', eventName: 'EVENT_RESPONSE', promiseid: 'Promise' + n,
            data: { status: 204, data: '' } }, '*');
      parent.forged = (parent.forged ?? 0) + 1;
    }, 10);`;
    frame.contentDocument?.body.append(script);
  });
  await expect.poll(() => page.evaluate('window.forged ?? 0')).toBeGreaterThan(0);
  await page.clock.fastForward(5_000);
  await expect(status).toHaveText('Checking…');
  await expect(region).not.toContainText('Unlocked');
});

for (const data of [
  { Entity: '../settings', EntityId: '1' },
  { Entity: 'Deals', EntityId: '1/../2' },
  { Entity: 'Deals', EntityId: ['1', 'x'] },
  { Entity: 'Deals/1', EntityId: 5 },
])
  test(`a PageLoad that is no record is not asked about: ${JSON.stringify(data)}`, async ({
    page,
    openRecord,
    apiCalls,
  }) => {
    await openRecord(page, { module: 'Deals', id: openDeal, user: 'sales', fault: 'no-page-load' });
    const { status } = recordWidget(page);
    await expect(status).toHaveText('Checking…');
    await page.evaluate((load) => {
      const frame = document.querySelector<HTMLIFrameElement>('iframe[title="Record Lock"]');
      const post = () =>
        frame?.contentWindow?.postMessage(
          { type: 'FRAMEWORK.EVENT', eventName: 'PageLoad', data: load },
          '*',
        );
      setInterval(post, 50);
    }, data);
    await expect(status).toHaveText('No record');
    expect(apiCalls()).toHaveLength(0);
  });
