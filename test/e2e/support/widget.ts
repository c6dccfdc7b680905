import type { FrameLocator, Page } from '@playwright/test';

/** Where the CRM shows the extension; the host page names the frame. */
export const WIDGET_FRAME = 'iframe[title="Record Lock"]';

/** The extension's frame in the CRM page. */
export function widget(page: Page): FrameLocator {
  return page.frameLocator(WIDGET_FRAME);
}
