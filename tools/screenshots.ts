/**
 * `npm run screenshots`: opens every state of the record widget in the packed zip and takes its picture, narrow, usual and
 * wide, by day and by night, into `dist/screenshots/`; the pictures of the README into `docs/images/`, and those of the listing into
 * `docs/listing/`. Words after `--` choose pictures by a part of their names, `readme` those of the README, `listing` those of the
 * listing.
 */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type BrowserContextOptions, chromium, type Page } from '@playwright/test';
import { guard } from '../test/e2e/support/guard';
import { packedZip } from '../test/e2e/support/packed-zip';
import { type Address, addressOf } from '../test/e2e/support/places';
import { recordWidget } from '../test/e2e/support/record-widget';
import { SCENES } from '../test/e2e/support/scenes';
import type { RecordScene } from '../test/e2e/support/scenes/scene';
import { WIDGET_FRAME } from '../test/e2e/support/widget';
import { startServer } from '../test/sandbox/server';
import { findBrowser } from './find-browser';
import { takePages } from './page-pictures';
import { RECORD_LOCK } from './record-lock';

interface Look {
  readonly name: string;
  readonly address: Partial<Address>;
  /** Only the states that a record opens in: what a person does is told by English names. */
  readonly opened?: boolean;
}

const LOOKS: readonly Look[] = [
  { name: '280-day', address: { width: '280' } },
  { name: '360-day', address: { width: '360' } },
  { name: '360-night', address: { width: '360', mode: 'night' } },
  { name: '1000-day', address: { width: '1000' } },
  { name: '280-de', address: { width: '280', lang: 'de_DE' }, opened: true },
  { name: '360-ar', address: { width: '360', lang: 'ar_EG' }, opened: true },
];

/** Which states the README shows, and how. */
const README: readonly (readonly [scene: string, picture: string])[] = [
  ['unlocked', 'record-unlocked'],
  ['locked-by-another', 'record-locked'],
  ['locked-by-rule-administrator', 'record-locked-by-rule'],
];

const fromRoot = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const folder = (path: string) => {
  mkdirSync(fromRoot(path), { recursive: true });
  return fromRoot(path);
};

const words = process.argv.slice(2);
const wanted = (text: string) => words.length === 0 || words.some((word) => text.includes(word));
const shots = folder('dist/screenshots');
const images = folder('docs/images');

const found = findBrowser();
const browser = await chromium.launch({
  executablePath: found.path,
  chromiumSandbox: found.sandbox,
  env: { ...process.env, ...found.env },
});
const crm = await startServer({ ...RECORD_LOCK, app: { zip: packedZip() }, sdk: 'real' });

/** A fresh browser and fresh data for each picture, so that none depends on another. */
async function take(
  scene: RecordScene,
  address: Partial<Address>,
  file: string,
  options: BrowserContextOptions,
) {
  crm.sandbox.reset();
  const context = await browser.newContext({ locale: 'en-US', timezoneId: 'UTC', ...options });
  await guard(context, []);
  const page = await context.newPage();
  page.setDefaultTimeout(8_000);
  try {
    await scene.before?.(page, crm);
    const path = typeof scene.path === 'string' ? scene.path : scene.path(crm);
    const url = addressOf(crm.crmUrl, path, { ...scene.address, ...address });
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    await scene.steps?.(page, crm);
    await settled(page, scene);
    const place = page.url().includes('/record-lock.html')
      ? page.locator('main')
      : page.locator(WIDGET_FRAME);
    await place.screenshot({ path: file, animations: 'disabled' });
  } catch (error) {
    console.error(`${file}: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
    process.exitCode = 1;
  } finally {
    await context.close();
  }
}

/** Until the state is there with all that explains it, and the frame has its height. */
async function settled(page: Page, scene: RecordScene): Promise<void> {
  const { region } = recordWidget(page);
  const deadline = Date.now() + 8_000;
  let before = '';
  for (let same = 0; same < 3 && Date.now() < deadline; ) {
    await page.waitForTimeout(100);
    const now = `${await region.innerHTML()} ${JSON.stringify(await region.boundingBox())}`;
    const isThere =
      !now.includes('>…<') && (scene.name.startsWith('connecting') || !now.includes('skeleton'));
    same = isThere && now === before ? same + 1 : 0;
    before = now;
  }
}

const usual = { viewport: { width: 1280, height: 900 } };
for (const { name, address, opened } of LOOKS)
  for (const scene of SCENES)
    if (wanted(`${scene.name}-${name}`) && !(opened && scene.steps))
      await take(scene, address, `${shots}/${scene.name}-${name}.png`, usual);

for (const [name, picture] of README) {
  const scene = SCENES.find((one) => one.name === name);
  if (scene && wanted(`readme-${name}`))
    await take(scene, { width: '360' }, `${images}/${picture}.png`, { ...usual, deviceScaleFactor: 2 });
}

await takePages(browser, crm, images, fromRoot('docs/listing'), wanted);

await browser.close();
await crm.close();
