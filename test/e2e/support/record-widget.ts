import type { FrameLocator, Locator, Page } from '@playwright/test';
import { widget } from './widget';

/** The record widget as a person finds it: by the names that screen readers say. */
export interface RecordWidget {
  readonly inside: Page | FrameLocator;
  readonly region: Locator;
  readonly status: Locator;
  readonly reason: Locator;
  /** A button by its whole name. */
  button(name: string): Locator;
}

/** The record widget in the CRM page, or by itself where its own page was opened. */
export function recordWidget(page: Page): RecordWidget {
  const inside = page.url().includes('/record-lock.html') ? page : widget(page);
  return {
    inside,
    region: inside.locator('main > section'),
    status: inside.getByRole('status'),
    reason: inside.getByRole('textbox'),
    button: (name) => inside.getByRole('button', { name, exact: true }),
  };
}
