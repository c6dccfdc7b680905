/**
 * What every browser test starts from: a CRM of its worker's own over the packed zip, with fresh sample data, watched
 * so that the test fails on an outside request, a policy violation or an error in the console.
 */
import { test as base, type Page } from '@playwright/test';
import { RECORD_LOCK } from '../../../tools/record-lock';
import { type RunningSandbox, startServer } from '../../sandbox/server';
import { guard } from './guard';
import { packedZip } from './packed-zip';
import { type Address, addressOf, type RecordPlace } from './places';

interface PerTest {
  /** Opens a record's page as `user`, with the sandbox's switches. */
  readonly openRecord: (page: Page, place: RecordPlace & Address) => Promise<void>;
  /** Opens the CRM's settings with the settings page in it. */
  readonly openSettings: (page: Page, address: Address) => Promise<void>;
  /** A page of another browser, so of another person; closed after the test. */
  readonly otherBrowser: () => Promise<Page>;
  /**
   * The API calls that widgets made since the test began, in order; but for those to what is published, of which each page
   * makes one at most: `explanations.spec.ts` counts them.
   */
  readonly apiCalls: () => RunningSandbox['widgetCalls'];
  /** What went wrong unasked; must be empty at the end, so a test that provokes something takes it out. */
  readonly problems: string[];
}

export const test = base.extend<
  PerTest & { readonly freshData: undefined },
  { readonly crm: RunningSandbox }
>({
  crm: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the needed fixtures from this pattern
    async ({}, use) => {
      const crm = await startServer({ ...RECORD_LOCK, app: { zip: packedZip() }, sdk: 'real' });
      await use(crm);
      await crm.close();
    },
    { scope: 'worker' },
  ],
  freshData: [
    async ({ crm }, use) => {
      crm.sandbox.reset();
      await use(undefined);
    },
    { auto: true },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: as above
  problems: async ({}, use) => {
    const problems: string[] = [];
    await use(problems);
    base.expect(problems, 'problems seen by the guard').toEqual([]);
  },
  context: async ({ context, problems }, use) => {
    await guard(context, problems);
    await use(context);
  },
  otherBrowser: async ({ browser, problems, contextOptions }, use) => {
    const contexts: { close(): Promise<void> }[] = [];
    await use(async () => {
      const context = await browser.newContext(contextOptions);
      contexts.push(context);
      await guard(context, problems);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
  openRecord: async ({ crm }, use) => {
    await use(async (page, { module, id, ...address }) => {
      await page.goto(addressOf(crm.crmUrl, `/crm/tab/${module}/${id}`, address));
    });
  },
  openSettings: async ({ crm }, use) => {
    await use(async (page, address) => {
      await page.goto(addressOf(crm.crmUrl, '/crm/settings/record-lock', address));
    });
  },
  apiCalls: async ({ crm }, use) => {
    const before = crm.widgetCalls.length;
    await use(() =>
      crm.widgetCalls.slice(before).filter(({ path }) => !path.includes('/settings/variables')),
    );
  },
});

export { expect } from '@playwright/test';
