/** Watches a browser context: nothing leaves the machine, nothing is refused by the policy, nothing is logged as an error. */
import type { BrowserContext, ConsoleMessage } from '@playwright/test';
import { readStandIn } from '../../sandbox/sdk/build-stand-in';
import { SDK_URL } from '../../sandbox/serve/widget-origin';

/**
 * Answers the SDK's address with the stand-in, refuses every other request to the outside, and returns the list that
 * every problem seen in any page or frame is added to (CSP violations are console errors, so they are in it).
 */
export async function guard(context: BrowserContext, problems: string[]): Promise<void> {
  await context.route(isOutside, async (route) => {
    const url = route.request().url();
    if (url === SDK_URL) return route.fulfill({ contentType: 'text/javascript', body: await readStandIn() });
    problems.push(`a request left the machine: ${url}`);
    return route.abort();
  });
  context.on('console', (message) => {
    if (message.type() === 'error' && !isAnsweredFault(message)) problems.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => problems.push(`uncaught: ${error.error().message}`));
}

const isOutside = (url: URL) =>
  !['127.0.0.1', 'localhost'].includes(url.hostname) && url.protocol.startsWith('http');

/** Chromium logs every refused API call of the CRM page; tests that ask for a fault want them. */
const isAnsweredFault = (message: ConsoleMessage) =>
  message.text().startsWith('Failed to load resource') && message.location().url.includes('/crm/v8/');
