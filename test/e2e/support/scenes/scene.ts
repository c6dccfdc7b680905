/** Every state of the record widget, with how to come to it: what the browser tests check is what the pictures show. */
import { expect, type Page } from '@playwright/test';
import { landmarks } from '../../../sandbox/data/landmarks';
import type { RunningSandbox } from '../../../sandbox/server';
import type { Address } from '../places';
import { recordWidget } from '../record-widget';

export interface RecordScene {
  readonly name: string;
  /** Path of the CRM; the address of a record is the usual one. */
  readonly path: string | ((crm: RunningSandbox) => string);
  readonly address: Address;
  readonly status: string | RegExp;
  /** What must be readable besides. */
  readonly shows: readonly (string | RegExp)[];
  /** All buttons, in their order. */
  readonly buttons: readonly string[];
  /** API calls, from the start until everything that explains the state is there. */
  readonly calls: number;
  /** What is to be found on the way to the page. */
  readonly before?: (page: Page, crm: RunningSandbox) => unknown;
  /** What the person does once the page is open. */
  readonly steps?: (page: Page, crm: RunningSandbox) => Promise<unknown>;
  /** The browser itself reports what this scene provokes. */
  readonly logs?: RegExp;
}

export const { openDeal, manualDeal, automaticDeal, bothDeal } = landmarks();
export const dealPath = (id: string) => `/crm/tab/Deals/${id}`;
export const PATHS = {
  open: dealPath(openDeal),
  manual: dealPath(manualDeal),
  automatic: dealPath(automaticDeal),
  both: dealPath(bothDeal),
};

/** The first record of a module. */
export const firstOf =
  (module: string) =>
  ({ sandbox }: RunningSandbox): string =>
    `/crm/tab/${module}/${sandbox.org.records(module)[0]?.id ?? ''}`;

/** Gives a deal's lock another reason, as if it had always been so. */
export function setReason({ sandbox: { org } }: RunningSandbox, id: string, reason: string | null): void {
  const lock = org.lockOf('Deals', id);
  if (!lock) throw new Error(`Deal ${id} has no lock.`);
  org.setLock('Deals', id, { ...lock, reason });
}

/** Presses buttons of the widget, one after the other. */
export const press = async (page: Page, ...names: string[]) => {
  for (const name of names) await recordWidget(page).button(name).click();
};
/** Lets seconds pass, as many as it takes, until this is shown. */
export const later = (page: Page, text: string) =>
  expect(async () => {
    await page.clock.fastForward(1_000);
    await expect(recordWidget(page).inside.getByText(text)).toBeVisible({ timeout: 100 });
  }).toPass();
/** A clock that `later` can move. */
export const withClock = (page: Page) => page.clock.install();
