import { expect, type Page } from '@playwright/test';
import axeCore from 'axe-core';
import { WIDGET_FRAME } from './widget';

/**
 * Expects no accessibility violation inside the widget's frame, as it is now. The rules run in the frame alone: the
 * page around it is the CRM's. A page of the extension that was opened by itself is looked at as a whole.
 */
export async function axe(page: Page, frameSelector: string = WIDGET_FRAME): Promise<void> {
  const opened = page.url().includes('/record-lock.html');
  const frame = opened
    ? page.mainFrame()
    : await (await page.locator(frameSelector).elementHandle())?.contentFrame();
  if (!frame) throw new Error('The page shows no widget.');
  await frame.evaluate(axeCore.source);
  const { violations } = await frame.evaluate<axeCore.AxeResults>('axe.run({ resultTypes: ["violations"] })');
  const found = violations.map(({ id, help, nodes }) => ({
    rule: `${id}: ${help}`,
    where: nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary}`),
  }));
  expect(found, 'accessibility violations').toEqual([]);
}
