/**
 * `npm run bench`: how long until the record page says whether the record is locked, against a bare page that asks
 * the same once and prints it. The two take latest; the medians count. Exit code 1 above the limit.
 */
import { chromium } from '@playwright/test';
import { findBrowser } from '../../tools/find-browser';
import { RECORD_LOCK } from '../../tools/record-lock';
import { packedZip } from '../e2e/support/packed-zip';
import { addressOf } from '../e2e/support/places';
import { widget } from '../e2e/support/widget';
import { type RunningSandbox, startServer } from '../sandbox/server';
import { barePage } from './bare-page';
import { median } from './median';
import { timeToStatus } from './time-to-status';

const SAMPLES = 21;
const WARM_UPS = 2;
const LATENCY_MS = '100';
const LIMIT = 1.15;

const { path, sandbox, env } = findBrowser();
const browser = await chromium.launch({
  executablePath: path,
  chromiumSandbox: sandbox,
  env: { ...process.env, ...env },
});
const ours = await startServer({ ...RECORD_LOCK, app: { zip: packedZip() }, sdk: 'stand-in' });
const bare = await startServer({ ...RECORD_LOCK, app: { zip: barePage() }, sdk: 'stand-in' });

const times: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
for (let turn = -WARM_UPS; turn < SAMPLES; turn++) {
  const one = await timeToStatus(browser, unlockedDeal(ours));
  const other = await timeToStatus(browser, unlockedDeal(bare));
  if (turn < 0) continue;
  times.ours.push(one);
  times.bare.push(other);
}
const calls = await callsOfOneVisit();
await Promise.all([browser.close(), ours.close(), bare.close()]);

const ratio = median(times.ours) / median(times.bare);
console.log(`time to status, 4x slower CPU, ${LATENCY_MS} ms per API call, medians of ${SAMPLES}`);
console.log(
  `  record page  ${median(times.ours).toFixed(0)} ms  (${calls} API call${calls === 1 ? '' : 's'})`,
);
console.log(`  bare page    ${median(times.bare).toFixed(0)} ms`);
console.log(`  ratio        ${ratio.toFixed(3)}  (limit ${LIMIT})`);
process.exitCode = ratio <= LIMIT ? 0 : 1;

/** The calls of one visit in all, also those that come after the status. */
async function callsOfOneVisit(): Promise<number> {
  const before = ours.widgetCalls.length;
  const page = await browser.newPage();
  await page.goto(unlockedDeal(ours));
  await widget(page).getByRole('status').getByText('Unlocked').waitFor();
  await page.waitForTimeout(1000);
  await page.close();
  return ours.widgetCalls.length - before;
}

function unlockedDeal({ crmUrl, sandbox: { org } }: RunningSandbox): string {
  const deal = org.records('Deals').find(({ id }) => !org.lockOf('Deals', id));
  return addressOf(crmUrl, `/crm/tab/Deals/${deal?.id}`, { user: 'sales', latency: LATENCY_MS });
}
