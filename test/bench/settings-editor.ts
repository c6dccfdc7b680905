/**
 * Part of `npm run bench`: how quick the editor of a big configuration is, on a slowed-down CPU. From each key press or
 * click to the next paint, and from the arrival of the module's data to the editor. Exit code 1 above the limits.
 */
import { type Browser, chromium, type Frame, type Page } from '@playwright/test';
import { findBrowser } from '../../tools/find-browser';
import { RECORD_LOCK } from '../../tools/record-lock';
import { packedZip } from '../e2e/support/packed-zip';
import { addressOf } from '../e2e/support/places';
import { startServer } from '../sandbox/server';
import { CONFIGURATION_REPLY, FIELDS_REPLY } from './editor-data';
import { median } from './median';
import { timeToPaint } from './time-to-paint';
import { WATCH_OPENING } from './watch-opening';

const CPU_SLOWDOWN = 4;
const PAINT_LIMIT = 50;
const OPEN_LIMIT = 300;
const OPENINGS = 7;
const ROUNDS = 7;

const { path, sandbox, env } = findBrowser();
const browser = await chromium.launch({
  executablePath: path,
  chromiumSandbox: sandbox,
  env: { ...process.env, ...env },
});
const crm = await startServer({ ...RECORD_LOCK, app: { zip: packedZip() }, sdk: 'stand-in' });
const openings: number[] = [];
const actions = new Map<string, number[]>();
for (let turn = -1; turn < OPENINGS; turn++) {
  const { page, frame, opened } = await openEditor(browser);
  if (turn >= 0) openings.push(opened);
  if (turn === OPENINGS - 1)
    for (let round = -1; round < ROUNDS; round++) await work(page, frame, round >= 0);
  await page.context().close();
}
await Promise.all([browser.close(), crm.close()]);

const slow = [...actions].filter(([, times]) => median(times) > PAINT_LIMIT);
console.log(
  `settings editor, 5 rules of 25 conditions, 500 fields, ${CPU_SLOWDOWN}x slower CPU, medians of ${ROUNDS}`,
);
console.log(`  open after the data arrived  ${median(openings).toFixed(0)} ms  (limit ${OPEN_LIMIT})`);
for (const [name, times] of actions) console.log(`  ${name.padEnd(27)}  ${median(times).toFixed(0)} ms`);
console.log(`  each to its paint            limit ${PAINT_LIMIT} ms`);
process.exitCode = slow.length || median(openings) > OPEN_LIMIT ? 1 : 0;

/** The editor of Deals with the big configuration, and how long it took from the last of its data to its paint. */
async function openEditor(from: Browser): Promise<{ page: Page; frame: Frame; opened: number }> {
  const context = await from.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const answer = (url: RegExp, json: object) =>
    page.route(url, (route) =>
      route.request().method() === 'GET' ? route.fulfill({ json }) : route.fallback(),
    );
  await answer(/settings\/fields\?.*module=Deals/, FIELDS_REPLY);
  await answer(/record_locking_configurations\?.*module=Deals/, CONFIGURATION_REPLY);
  await page.addInitScript(WATCH_OPENING);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  await page.goto(addressOf(crm.crmUrl, '/crm/settings/record-lock', { user: 'admin', latency: '100' }));
  const frame = await (await page.waitForSelector('iframe[title="Record Lock"]')).contentFrame();
  if (!frame) throw new Error('The page shows no widget.');
  await frame.getByRole('link', { name: /^Deals/ }).click();
  const opened = await frame.evaluate<number>('window.editorPainted');
  // What comes later (profiles, buttons, the other modules' states) is no part of what is measured.
  await page.waitForTimeout(3000);
  return { page, frame, opened };
}

/** One round of everything that is done in the rule editor. The first round warms up. */
async function work(page: Page, frame: Frame, counts: boolean): Promise<void> {
  const measure = async (
    name: string,
    type: 'keydown' | 'click',
    act: () => Promise<void>,
  ): Promise<void> => {
    const time = await timeToPaint(frame, type, act);
    if (counts) actions.set(name, [...(actions.get(name) ?? []), time]);
  };
  const press = (name: string, key: string) => measure(name, 'keydown', () => page.keyboard.press(key));
  const click = async (name: string, selector: string): Promise<void> => {
    const target = frame.locator(selector).first();
    await target.scrollIntoViewIfNeeded();
    await measure(name, 'click', () => target.click());
  };
  const rule = '[aria-label="Rule Big rule 2"]';
  const condition = (number: number) => `${rule} [aria-label="Condition ${number}"]`;
  await click('open a rule', `${rule} button:has-text("Edit")`);
  await frame.locator(`${rule} input[required]`).focus();
  await press('type in the name', 'x');
  await press('take it back', 'Backspace');
  await click('open the list of fields', `${condition(3)} [aria-label="Field"]`);
  await press('type to find a field', 'n');
  await press('type on', 'u');
  await press('next field', 'ArrowDown');
  await press('last field', 'End');
  await press('give up', 'Escape');
  await click('open a picklist', `${condition(2)} [aria-label="Value"]`);
  await press('close it', 'Escape');
  await frame.locator(`${condition(1)} [aria-label="Value"]`).focus();
  await press('type a value', 'y');
  await press('take the value back', 'Backspace');
  await click('open a menu', `${condition(1)} .menu button`);
  await press('move down', 'ArrowDown');
  await press('close the menu', 'Escape');
  await click('add a condition', `${rule} button:text-is("Add condition"):not([aria-label])`);
  await click('remove it', `${rule} [aria-label="Remove Condition 26"]`);
  await click('close the rule', `${rule} button:has-text("Done")`);
  await click('check an action', 'input[type="checkbox"]:not(:disabled)');
  await click('uncheck it', 'input[type="checkbox"]:not(:disabled)');
}
