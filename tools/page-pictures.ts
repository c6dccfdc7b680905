/** The pictures of the larger pages, for the README and for the listing: whole pages in the CRM around them, over the packed zip. */
import type { Browser, Page } from '@playwright/test';
import { guard } from '../test/e2e/support/guard';
import { addressOf } from '../test/e2e/support/places';
import { TAB_FRAME } from '../test/e2e/support/records-page';
import { automaticDeal } from '../test/e2e/support/scenes/scene';
import { settingsPage } from '../test/e2e/support/settings-page';
import { WIDGET_FRAME } from '../test/e2e/support/widget';
import type { RunningSandbox } from '../test/sandbox/server';

/** The size that every one of Zoho's services takes for a picture of a listing. */
const LISTING = { width: 1280, height: 800 };

const SETTINGS = '/crm/settings/record-lock';
const LOCKED = '/crm/web-tab/WebTab1_Widget';

export async function takePages(
  browser: Browser,
  crm: RunningSandbox,
  images: string,
  listing: string,
  wanted: (name: string) => boolean,
): Promise<void> {
  /** Opens a place as an administrator, in a fresh browser over fresh data, and takes what `take` takes. */
  async function at(name: string, path: string, take: (page: Page) => Promise<void>): Promise<void> {
    if (!wanted(name)) return;
    crm.sandbox.reset();
    const context = await browser.newContext({ locale: 'en-US', timezoneId: 'UTC', viewport: LISTING });
    await guard(context, []);
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    try {
      await page.goto(addressOf(crm.crmUrl, path, { user: 'admin' }));
      await take(page);
    } catch (error) {
      console.error(`${name}: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
      process.exitCode = 1;
    } finally {
      await context.close();
    }
  }

  /** Until nothing moves any more: the calls behind the first content are made one after the other. */
  const shoot = async (page: Page, file: string, frame?: string): Promise<void> => {
    await page.waitForTimeout(2_500);
    const place = frame ? page.locator(frame) : page;
    await place.screenshot({ path: file, animations: 'disabled' });
  };

  await at('listing-record', `/crm/tab/Deals/${automaticDeal}`, async (page) => {
    await page.frameLocator(WIDGET_FRAME).getByText('Closed Won').first().waitFor();
    await shoot(page, `${listing}/screenshot-1.png`);
  });
  await at('readme-records listing-records', LOCKED, async (page) => {
    const tab = page.frameLocator(TAB_FRAME);
    await tab.getByRole('combobox', { name: 'Module' }).selectOption({ label: 'Deals' });
    await tab.getByRole('table', { name: 'Records' }).waitFor();
    await shoot(page, `${images}/records.png`, TAB_FRAME);
    await shoot(page, `${listing}/screenshot-2.png`);
  });
  await at('readme-overview listing-overview', SETTINGS, async (page) => {
    await page.frameLocator(WIDGET_FRAME).getByRole('table', { name: 'Modules' }).waitFor();
    await shoot(page, `${images}/overview.png`, WIDGET_FRAME);
    await shoot(page, `${listing}/screenshot-3.png`);
  });
  await at('readme-settings listing-settings', SETTINGS, async (page) => {
    const ui = settingsPage(page);
    await ui.open('Deals');
    await shoot(page, `${images}/settings.png`, WIDGET_FRAME);
    // A change that is stricter, and one that is looser, with what it locks.
    const rule = ui.rule('Closed Won');
    await rule.getByRole('button', { name: 'Edit' }).click();
    await rule.getByRole('checkbox', { name: /^Lock .*matching/ }).check();
    await ui.frame.getByRole('checkbox', { name: 'Tags' }).check();
    await ui.frame.getByRole('checkbox', { name: 'Portal users' }).uncheck();
    await ui.button('Save changes').click();
    await ui.frame.getByRole('dialog').waitFor();
    await shoot(page, `${listing}/screenshot-4.png`);
    await ui.frame.getByRole('dialog').screenshot({ path: `${images}/review.png`, animations: 'disabled' });
  });
}
