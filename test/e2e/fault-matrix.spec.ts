/**
 * The fault matrix where it differs at the wire: over the packed zip and the SDK's own way. All calls before all faults are tried
 * at the transport: `test/faults/matrix.test.ts`. The outcome is left in `reports/fault-matrix-browser.md`.
 */
import type { Page } from '@playwright/test';
import type { Fault } from '../sandbox/host/switches';
import { readStandIn } from '../sandbox/sdk/build-stand-in';
import { SDK_URL } from '../sandbox/serve/widget-origin';
import type { RunningSandbox } from '../sandbox/server';
import { at, fillCells, setFault } from './support/fault-cells';
import { expect, test } from './support/fixtures';
import { recordWidget } from './support/record-widget';
import { automaticDeal, manualDeal, openDeal, press } from './support/scenes/scene';
import { settingsPage } from './support/settings-page';

// One worker for the file, so that one table holds all cells.
test.describe.configure({ mode: 'default', timeout: 60_000 });
const cells = fillCells();
test.afterAll(() => void process.stdout.write(cells.write()));

const deal = (id: string) => ({ module: 'Deals', id });
const CONFIGURATIONS = '/crm/v8/settings/record_locking_configurations';
const SLOW = { timeout: 15_000 };

/** Faults that reach a widget by ways of their own; the last three are carried out. */
/** Several reads in one call are posted, too. */
const isWrite = ({ method, path }: { readonly method: string; readonly path: string }): boolean =>
  method !== 'GET' && !/__composite_requests|coql/.test(path);

const READS: readonly Fault[] = ['offline', '503', 'html', 'empty', 'late'];
const UNACTED: readonly Fault[] = ['offline', '403', '503'];
const ACTED: readonly Fault[] = ['lost-reply', 'html', 'wrong-envelope', 'late'];

/** Moves past the bound of the page's calls, then past the reply that comes too late. `sent`: the call is under way. */
async function pass(page: Page, fault: Fault, sent: () => boolean): Promise<void> {
  if (fault !== 'late') return;
  await expect.poll(sent, SLOW).toBe(true);
  await page.clock.fastForward(21_000);
  await page.clock.fastForward(6_000);
}

/**
 * Whether a widget has sent such a call since the log was cleared; `after`: since it has sent that one, because the CRM's own page
 * reads the record, too.
 */
const asked =
  ({ sandbox }: RunningSandbox, method: string, part: string, after = '') =>
  (): boolean =>
    sandbox.log
      .slice(sandbox.log.findIndex((call) => call.path.includes(after)))
      .some((call) => call.method === method && `${call.path}$`.includes(part));

test.describe('record page', () => {
  test('opening', async ({ page, openRecord, crm }) => {
    await page.clock.install();
    const { status } = recordWidget(page);
    for (const fault of READS)
      await cells.try('record: read lock', fault, async () => {
        crm.sandbox.clearLog();
        await openRecord(page, { ...deal(manualDeal), ...at('sales', 'Locking_Information__s', { fault }) });
        await pass(page, fault, asked(crm, 'GET', 'Locking_Information__s'));
        await expect(status).toHaveText('Couldn’t check');
        await setFault(page, 'none');
        await press(page, 'Retry');
        await expect(status).toHaveText('Locked');
      });
  });

  for (const [name, user, id, faultAt, heading, told] of [
    ['read access', 'sales', manualDeal, `/Deals/${manualDeal}$`, 'Locked', 'You can’t edit it either.'],
    [
      'read configuration',
      'admin',
      automaticDeal,
      CONFIGURATIONS,
      'Locked automatically',
      'Locked by “Closed Won”',
    ],
  ] as const)
    test(name, async ({ page, openRecord, crm }) => {
      await page.clock.install();
      const { status, inside } = recordWidget(page);
      for (const fault of READS)
        await cells.try(`record: ${name}`, fault, async () => {
          crm.sandbox.clearLog();
          await openRecord(page, { ...deal(id), ...at(user, faultAt, { fault }) });
          await expect(status).toHaveText(heading);
          await pass(page, fault, asked(crm, 'GET', faultAt, 'Locking_Information__s'));
          await expect(status).toHaveText(heading);
          await setFault(page, 'none');
          await press(page, 'Refresh');
          await expect(inside.getByText(told)).toBeVisible();
        });
    });

  for (const [name, id, method, begin, send, done] of [
    ['lock', openDeal, 'POST', ['Lock record'], ['Lock'], 'record is locked with your reason'],
    ['edit reason', manualDeal, 'PUT', ['Edit reason'], ['Save'], 'reason is saved'],
    ['unlock', manualDeal, 'DELETE', ['Unlock'], ['Unlock record'], 'record is unlocked'],
  ] as const)
    test(name, async ({ page, openRecord, crm }) => {
      await page.clock.install();
      const { org } = crm.sandbox;
      const { status, reason } = recordWidget(page);
      const before = org.lockOf('Deals', id) ?? null;
      const wanted = (text: string) => (name === 'unlock' ? undefined : text);
      await openRecord(page, { ...deal(id), ...at('sales', `${method} `) });
      for (const fault of [...UNACTED, ...ACTED])
        await cells.try(`record: ${name}`, fault, async () => {
          const acted = ACTED.includes(fault);
          const text = `Reason under ${fault}`;
          await press(page, ...begin);
          if (name !== 'unlock') await reason.fill(text);
          await setFault(page, fault);
          crm.sandbox.clearLog();
          await press(page, ...send);
          await pass(page, fault, asked(crm, method, 'Locking_Information__s'));
          await expect(status).toContainText(
            acted ? `${done}. The reply was lost on the way.` : /Nothing was changed|don’t have permission/,
          );
          if (acted) expect(org.lockOf('Deals', id)?.reason).toBe(wanted(text));
          else expect(org.lockOf('Deals', id) ?? null).toEqual(before);
          await setFault(page, 'none');
          if (!acted) {
            if (name !== 'unlock') await expect(reason).toHaveValue(text);
            // What was refused is not offered again until the person asks anew.
            if (fault === '403') await press(page, 'Refresh');
            await press(page, ...send);
            await expect(status).toContainText(/is (un)?locked\.|is saved/);
            expect(org.lockOf('Deals', id)?.reason).toBe(wanted(text));
          }
          const writes = crm.sandbox.log.filter((call) => isWrite(call) && call.status < 300);
          expect(writes).toHaveLength(1);
          org.setLock('Deals', id, before);
          await press(page, 'Refresh');
          await expect(status.getByRole('heading')).toHaveText(before ? 'Locked' : 'Unlocked');
        });
    });

  test('reading back', async ({ page, openRecord, crm }) => {
    await page.clock.install();
    const { org } = crm.sandbox;
    const { status, reason } = recordWidget(page);
    await openRecord(page, { ...deal(openDeal), ...at('sales', 'GET ') });
    for (const fault of READS)
      await cells.try('record: read lock, after a write', fault, async () => {
        await press(page, 'Lock record');
        await reason.fill(fault);
        await setFault(page, fault);
        crm.sandbox.clearLog();
        await press(page, 'Lock');
        await pass(page, fault, asked(crm, 'GET', 'Locking_Information__s'));
        await expect(status).toContainText('Zoho CRM accepted this, but the lock can’t be read.');
        await expect(status.getByRole('heading')).toHaveText('Couldn’t check');
        await expect(reason).toHaveValue(fault);
        await setFault(page, 'none');
        await press(page, 'Refresh');
        await expect(status.getByRole('heading')).toHaveText('Locked');
        org.setLock('Deals', openDeal, null);
        await press(page, 'Refresh');
        await expect(status.getByRole('heading')).toHaveText('Unlocked');
      });
  });

  test('every reply comes twice', async ({ page, openRecord, crm }) => {
    const { status, reason } = recordWidget(page);
    await cells.try('record: every call', 'duplicate', async () => {
      await openRecord(page, { ...deal(openDeal), user: 'sales', fault: 'duplicate' });
      crm.sandbox.clearLog();
      await press(page, 'Lock record');
      await reason.fill('Once');
      await press(page, 'Lock');
      await expect(status).toHaveText('Locked The record is locked.');
      await press(page, 'Edit reason');
      await reason.fill('Twice');
      await press(page, 'Save');
      await expect(status).toHaveText('Locked The reason is saved.');
      await press(page, 'Unlock', 'Unlock record');
      await expect(status).toHaveText('Unlocked The record is unlocked.');
      const writes = crm.sandbox.log.filter(({ method }) => method !== 'GET');
      expect(writes.map(({ method }) => method)).toEqual(['POST', 'PUT', 'DELETE']);
    });
  });

  test('the limit of calls', async ({ page, openRecord, apiCalls }) => {
    await page.clock.install();
    const { status, inside } = recordWidget(page);
    await cells.try('record: read lock', '429 once', async () => {
      await openRecord(page, { ...deal(manualDeal), ...at('sales', '', { fault: '429', faultOn: 'next' }) });
      await expect(inside.getByText('Zoho CRM is limiting requests')).toBeVisible();
      await page.clock.fastForward(3_000);
      await expect(status).toHaveText('Locked');
      // So that no call of this page is counted with the next one's.
      await expect(inside.getByText('You can’t edit it either.')).toBeVisible();
    });
    await cells.try('record: read lock', '429 many', async () => {
      const before = apiCalls().length;
      await openRecord(page, { ...deal(manualDeal), ...at('sales', '', { fault: '429' }) });
      for (const tries of [1, 2]) {
        await expect.poll(() => apiCalls().length - before).toBe(tries);
        await expect(inside.getByText('Zoho CRM is limiting requests')).toBeVisible();
        await page.clock.fastForward(5_000);
      }
      await expect(status).toHaveText('Couldn’t check');
      expect(apiCalls().length - before).toBe(3);
      await setFault(page, 'none');
      await press(page, 'Retry');
      await expect(status).toHaveText('Locked');
    });
  });
});

test.describe('settings page', () => {
  const FAULTS: readonly Fault[] = ['offline', 'html'];

  for (const [name, faultAt, fatal] of [
    ['read modules', '/settings/modules', true],
    ['read feature', '/__features/', false],
    ['read configuration, for the list', `${CONFIGURATIONS}?module=Leads`, false],
  ] as const)
    test(name, async ({ page, openSettings }) => {
      const { frame, modules, button } = settingsPage(page);
      for (const fault of FAULTS)
        await cells.try(`settings: ${name}`, fault, async () => {
          await openSettings(page, at('admin', faultAt, { fault }));
          const heading = frame.getByRole('heading', { level: 1 });
          if (fatal) await expect(heading).toHaveText('Couldn’t read the modules', SLOW);
          else await expect(frame.getByText('15 modules', { exact: true })).toBeVisible(SLOW);
          await setFault(page, 'none');
          if (fatal) await button('Retry').click();
          const again = modules.getByRole('button', { name: /Leads/ });
          if (name.includes('list')) await again.click();
          await expect(modules.getByRole('link', { name: /^Leads (Manual|Auto|Both)/ })).toBeVisible(SLOW);
          await expect(again).toHaveCount(0);
        });
    });

  for (const [name, faultAt] of [
    ['read configuration', `${CONFIGURATIONS}?module=Deals`],
    ['read fields', '/settings/fields'],
    ['read profiles', '/settings/profiles'],
    ['read buttons', '/settings/custom_buttons'],
  ] as const)
    test(`${name}, for the editor`, async ({ page, openSettings }) => {
      const { frame, modules, button, open } = settingsPage(page);
      await openSettings(page, at('admin', faultAt));
      const main = frame.getByRole('main');
      for (const fault of FAULTS)
        await cells.try(`settings: ${name}, for the editor`, fault, async () => {
          await open('Contacts');
          await setFault(page, fault);
          if (name !== 'read configuration') await open('Deals');
          else {
            await modules.getByRole('link', { name: /^Deals/ }).click();
            await expect(main).toContainText(/You seem to be offline|can’t be reached|can’t be read/, SLOW);
          }
          await setFault(page, 'none');
          const retry = main.getByRole('button', { name: 'Retry' });
          await expect(async () => {
            // A button that has been pressed is gone as soon as there is something to show.
            if (await retry.count()) await retry.first().click({ timeout: 1_000 });
            await expect(button('Save changes')).toBeVisible({ timeout: 1_000 });
            await expect(retry).toHaveCount(0);
          }).toPass(SLOW);
        });
    });

  test('saving', async ({ page, openSettings, crm }) => {
    const { frame, status, button, open } = settingsPage(page);
    const { org } = crm.sandbox;
    const tags = frame.getByRole('checkbox', { name: 'Tags' });
    // A module without a configuration has another name for it.
    const saveButton = frame.getByRole('button', { name: /^(Save changes|Turn on locking)$/ });
    const isSaved = (module: string) =>
      org.configurationOf(module)?.restricted_actions.includes('tags') === true;
    await openSettings(page, at('admin', `${CONFIGURATIONS}?module=`, { faultOn: 'writes' }));
    for (const [module, call] of [
      ['Deals', 'change configuration'],
      ['Contacts', 'create configuration'],
    ] as const) {
      await open(module);
      for (const fault of ['503', 'lost-reply', 'html'] as const)
        await cells.try(`settings: ${call}`, fault, async () => {
          await tags.check();
          await setFault(page, fault);
          crm.sandbox.clearLog();
          await saveButton.click();
          await button('Save').click();
          await expect(status).toHaveText(fault === '503' ? 'Not saved' : 'Saved', SLOW);
          await expect(frame.getByRole('region', { name: 'Notice' })).toContainText(
            fault === '503' ? 'Nothing was changed' : 'The reply was lost',
          );
          expect(isSaved(module)).toBe(fault !== '503');
          await setFault(page, 'none');
          await expect(tags).toBeChecked();
          if (fault === '503') {
            await saveButton.click();
            await button('Save').click();
            await expect(status).toHaveText('Saved', SLOW);
          }
          expect(
            crm.sandbox.log.filter(
              (c) => c.method !== 'GET' && c.status < 300 && c.path.includes('record_locking_configurations'),
            ),
          ).toHaveLength(1);
          expect(isSaved(module)).toBe(true);
          // Back to where the next fault finds it.
          if (module === 'Contacts') {
            await settingsPage(page).remove(module);
          } else {
            await tags.uncheck();
            await settingsPage(page).save();
          }
        });
    }
  });

  test('deleting', async ({ page, openSettings, crm }) => {
    const { frame, status, choose, open } = settingsPage(page);
    await openSettings(page, at('admin', 'DELETE '));
    for (const [fault, module] of [
      ['503', 'Deals'],
      ['lost-reply', 'Quotes'],
      ['html', 'Leads'],
    ] as const)
      await cells.try('settings: delete configuration', fault, async () => {
        await open(module);
        await setFault(page, fault);
        await choose('Delete configuration');
        await frame.getByRole('dialog').getByRole('textbox').fill(module);
        await frame
          .getByRole('dialog')
          .getByRole('button', { name: /^Delete / })
          .click();
        await expect(status).toHaveText(fault === '503' ? 'Not deleted' : 'Deleted', SLOW);
        expect(crm.sandbox.org.configurationOf(module) === undefined).toBe(fault !== '503');
        await setFault(page, 'none');
        if (fault === '503') await settingsPage(page).remove(module);
        expect(crm.sandbox.org.configurationOf(module)).toBeUndefined();
      });
  });

  test('the limit of calls', async ({ page, openSettings }) => {
    await page.clock.install();
    const { frame, status } = settingsPage(page);
    await cells.try('settings: read configuration, for the list', '429 once', async () => {
      await openSettings(page, at('admin', CONFIGURATIONS, { fault: '429' }));
      await expect(status).toContainText('Zoho CRM is limiting requests', SLOW);
      await setFault(page, 'none');
      await page.clock.fastForward(5_000);
      await expect(frame.getByText('15 modules', { exact: true })).toBeVisible(SLOW);
      await expect(status).toBeEmpty();
    });
  });

  test('every reply comes twice', async ({ page, openSettings, crm }) => {
    const ui = settingsPage(page);
    await cells.try('settings: every call', 'duplicate', async () => {
      await openSettings(page, { user: 'admin', fault: 'duplicate' });
      await ui.open('Deals');
      crm.sandbox.clearLog();
      await ui.frame.getByRole('checkbox', { name: 'Tags' }).check();
      await ui.save();
      await ui.remove('Deals');
      const writes = crm.sandbox.log.filter(
        ({ method, path }) => method !== 'GET' && path.includes('record_locking_configurations'),
      );
      expect(writes.map(({ method }) => method)).toEqual(['PUT', 'DELETE']);
    });
  });
});

test.describe('host', () => {
  /** Both pages: what is shown when all is well, and how they are opened. */
  const well = async (page: Page, which: 'record' | 'settings') => {
    if (which === 'record') await expect(recordWidget(page).status).toHaveText('Locked', SLOW);
    else await expect(settingsPage(page).modules).toBeVisible(SLOW);
  };

  for (const which of ['record', 'settings'] as const)
    test(`of the ${which} page`, async ({ page, openRecord, openSettings, problems, crm }) => {
      await page.clock.install();
      const heading = recordWidget(page).inside.getByRole('heading', { level: 1 });
      const open = (fault: Fault) =>
        which === 'record'
          ? openRecord(page, { ...deal(manualDeal), user: 'admin', fault })
          : openSettings(page, { user: 'admin', fault });
      const ready = () => expect(heading).toBeVisible();

      for (const fault of ['no-init', 'late-init'] as const)
        await cells.try(`host of the ${which} page`, fault, async () => {
          await open(fault);
          await ready();
          await page.clock.fastForward(10_500);
          await expect(heading).toHaveText('Zoho CRM doesn’t answer');
          if (fault === 'late-init') await page.clock.fastForward(2_000);
          else {
            await setFault(page, 'none');
          }
          await well(page, which);
        });
      for (const fault of ['page-load-twice', 'page-load-moves'] as const)
        await cells.try(`host of the ${which} page`, fault, async () => {
          await open(fault);
          await well(page, which);
        });
      await cells.try(`host of the ${which} page`, 'no-page-load', async () => {
        await open('no-page-load');
        await ready();
        await page.clock.fastForward(5_500);
        if (which === 'record') await expect(heading).toHaveText('No record');
        else await well(page, which);
      });
      await cells.try(`host of the ${which} page`, 'script loads twice', async () => {
        const body = await readStandIn();
        const again = `;(() => { const s = document.createElement('script'); s.src = '${SDK_URL}?again'; document.head.append(s); })();`;
        await page.route(`${SDK_URL}*`, (route) =>
          route.fulfill({
            contentType: 'text/javascript',
            body: route.request().url() === SDK_URL ? body + again : body,
          }),
        );
        await open('none');
        await well(page, which);
        await page.unroute(`${SDK_URL}*`);
        problems.splice(0);
      });
      await cells.try(`host of the ${which} page`, 'script does not load', async () => {
        await page.route(SDK_URL, (route) => route.abort());
        await open('none');
        await expect(heading).toHaveText('Zoho’s script didn’t load');
        await page.unroute(SDK_URL);
        await recordWidget(page).button('Retry').click();
        await well(page, which);
        expect(problems.splice(0).every((problem) => problem.includes('Failed to load resource'))).toBe(true);
      });
      expect(crm.sandbox.log.filter(isWrite)).toEqual([]);
    });
});
