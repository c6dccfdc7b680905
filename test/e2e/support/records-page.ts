import type { FrameLocator, Locator, Page } from '@playwright/test';
import type { RunningSandbox } from '../../sandbox/server';
import { type Address, addressOf } from './places';
import { widget } from './widget';

/** The page of many records as a person finds it: by the names that screen readers say. */
export interface RecordsPage {
  readonly frame: FrameLocator;
  readonly table: Locator;
  readonly results: Locator;
  readonly status: Locator;
  /** A button by its whole name. */
  button(name: string): Locator;
}

/** The frame of the web tab, which the CRM names after the tab. */
export const TAB_FRAME = 'iframe[title="Locked records"]';

function recordsPage(frame: FrameLocator): RecordsPage {
  return {
    frame,
    table: frame.getByRole('table', { name: 'Records' }),
    results: frame.getByRole('region', { name: 'Results' }),
    status: frame.getByRole('status'),
    button: (name) => frame.getByRole('button', { name, exact: true }),
  };
}

/** Opens the page as a button on the list of deals does, with these rows ticked. */
export async function openSelection(
  page: Page,
  crm: RunningSandbox,
  ids: readonly string[],
  address: Address,
): Promise<RecordsPage> {
  const url = new URL(addressOf(crm.crmUrl, '/crm/tab/Deals', { placement: 'list-button', ...address }));
  url.searchParams.set('ids', ids.join());
  await page.goto(url.href);
  return recordsPage(widget(page));
}

/** Opens the web tab with the locked records of a module. */
export async function openLocked(
  page: Page,
  crm: RunningSandbox,
  module: string,
  address: Address,
): Promise<RecordsPage> {
  await page.goto(addressOf(crm.crmUrl, '/crm/web-tab/WebTab1_Widget', address));
  const opened = recordsPage(page.frameLocator(TAB_FRAME));
  await opened.frame.getByRole('combobox', { name: 'Module' }).selectOption({ label: module });
  return opened;
}

/** Deals without a lock, in the order of the CRM. */
export const unlockedDeals = ({ sandbox: { org } }: RunningSandbox, count: number): string[] =>
  org
    .records('Deals')
    .filter(({ id }) => !org.lockOf('Deals', id))
    .slice(0, count)
    .map(({ id }) => id);
