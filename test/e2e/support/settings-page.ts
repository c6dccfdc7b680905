import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';
import { widget } from './widget';

/** Milliseconds that a machine with other work may take for the start, for opening a module, or for saving. */
const BUSY = 15_000;

/** The settings page as an administrator finds their way through it. */
export interface SettingsPage {
  readonly frame: FrameLocator;
  readonly modules: Locator;
  readonly status: Locator;
  button(name: string): Locator;
  /** Chooses from the menu of what is rare or dangerous. */
  choose(item: string): Promise<void>;
  /** Opens a module and waits until its configuration can be edited. */
  open(module: string): Promise<void>;
  rule(name: string): Locator;
  /** Picks one from a combobox by typing its label. */
  pick(combobox: Locator, label: string): Promise<void>;
  /** Saves, confirms the review, and waits for what the page says of it. */
  save(announcement?: string): Promise<void>;
  /** Deletes the open module's configuration. */
  remove(name: string): Promise<void>;
}

export function settingsPage(page: Page): SettingsPage {
  const frame = widget(page);
  const modules = frame.getByRole('navigation', { name: 'Modules' });
  const status = frame.getByRole('status');
  const button = (name: string) => frame.getByRole('button', { name, exact: true });
  // A module without a configuration has another name for it.
  const saving = frame.getByRole('button', { name: /^(Save changes|Turn on locking)$/ });
  return {
    frame,
    modules,
    status,
    button,
    async choose(item) {
      await button('More').click();
      await button(item).click();
    },
    async open(module) {
      await modules.getByRole('link', { name: new RegExp(`^${module} `) }).click({ timeout: BUSY });
      await expect(frame.getByRole('heading', { level: 1, name: module })).toBeVisible({ timeout: BUSY });
      await expect(saving).toBeVisible({ timeout: BUSY });
    },
    rule: (name) => frame.getByRole('region', { name: `Rule ${name}`, exact: true }),
    async pick(combobox, label) {
      await combobox.click();
      await combobox.fill(label);
      await frame.getByRole('option', { name: label }).first().click();
    },
    async save(announcement = 'Saved') {
      await saving.click();
      await frame.getByRole('dialog').getByRole('button', { name: /^Save/ }).click({ timeout: BUSY });
      await expect(status).toHaveText(announcement, { timeout: BUSY });
    },
    async remove(name) {
      await button('More').click();
      await button('Delete configuration').click();
      const dialog = frame.getByRole('dialog');
      await dialog.getByRole('textbox').fill(name);
      await dialog.getByRole('button', { name: /^Delete / }).click();
      await expect(status).toHaveText('Deleted', { timeout: BUSY });
    },
  };
}
