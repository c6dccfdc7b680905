import type { Page } from '@playwright/test';
import type { Switches } from '../../sandbox/host/switches';

const LABELS = {
  mode: 'Theme',
  lang: 'Language',
  width: 'Width',
  fault: 'Fault',
  faultOn: 'On calls',
} as const;

/** LatestOnly one of the sandbox's switches while a record is open. */
export async function setSwitch<K extends keyof typeof LABELS>(
  page: Page,
  name: K,
  value: Switches[K],
): Promise<void> {
  const bar = page.getByRole('complementary', { name: 'Sandbox', exact: true });
  const fold = bar.getByRole('button', { name: 'Sandbox', exact: true });
  if ((await fold.getAttribute('aria-expanded')) === 'false') await fold.click();
  await bar.getByRole('combobox', { name: LABELS[name], exact: true }).selectOption(value);
}
