import { readFileSync } from 'node:fs';
import type { Arguments, WidgetArguments } from './arguments';
import { findWidget } from './find-widget';
import { readFixtures } from './fixtures/fixtures';
import { startSandbox } from './start-sandbox';

const HINTS = [
  'Be somebody else: choose another user in the bar below the page.',
  '"SDK calls" in the bar lists every call of the widget with its answer.',
  'Let things go wrong: choose a fault or a latency in the bar.',
];

/** A CRM on this machine with the named widget in it. */
export async function startWidget(given: WidgetArguments, { port, open }: Arguments): Promise<void> {
  const shown = findWidget(given);
  await startSandbox({
    ...shown,
    port,
    open,
    strict: given.strict,
    hints: HINTS,
    at: addressOf(given),
    ...(given.sdk ? { sdkFile: given.sdk } : {}),
    ...(given.fixtures ? { fixtures: readFixtures(readFileSync(given.fixtures, 'utf8')) } : {}),
  });
}

/** Where the CRM is opened; `:record` stands for a record of the module. */
function addressOf({ as, module }: WidgetArguments): string {
  const tab = `/crm/tab/${encodeURIComponent(module)}`;
  switch (as) {
    case 'settings':
      return '/crm/settings/widget';
    case 'web-tab':
      return '/crm/web-tab/Widget';
    case 'list-button':
      return `${tab}?placement=list-button&button=ListViewWithoutRecord`;
    case 'related-list':
      return `${tab}/:record`;
    default:
      return `${tab}/:record?placement=${as}`;
  }
}
