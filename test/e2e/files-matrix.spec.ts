/**
 * Each page's own files, and Zoho's, before every way in which a file can fail. A page never claims what it does not know, says at
 * the place that was asked for what did not load, and works once the file comes: by itself, or after Retry.
 */
import type { FrameLocator, Page } from '@playwright/test';
import { SDK_URL } from '../sandbox/serve/widget-origin';
import { breakFile, FILE_FAULTS, type FileFault } from './support/file-faults';
import { expect, test } from './support/fixtures';
import { IN_FULL, tryCell } from './support/matrix-cell';
import { addressOf } from './support/places';
import { recordWidget } from './support/record-widget';
import { openDeal } from './support/scenes/scene';
import { settingsPage } from './support/settings-page';
import { widget } from './support/widget';

const SLOW = { timeout: 20_000 };
/** Milliseconds after which a file that is on its way comes late. */
const LATE = 9_000;

/** Texts that the pages must not show while a file is missing: keys of messages, and what is not known yet. */
const RAW_KEY = /\b(common|record|settings)\.[a-z]\w/;

interface Scene {
  open(page: Page): Promise<void>;
  /** Asks for whatever the file holds, where it is not part of the opening. */
  ask?(page: Page): Promise<void>;
  /** The page as it should be when everything came. */
  works(page: Page): Promise<void>;
  /** The page while the file does not come at all. */
  without(page: Page): Promise<void>;
}

/** What the page shows by itself when none of our scripts runs there; its time is not waited for. */
async function stuck(inside: FrameLocator): Promise<void> {
  const remark = inside.locator('.stuck');
  await remark.evaluate((element) => {
    for (const animation of element.getAnimations()) animation.finish();
  });
  await expect(remark).toContainText('This page can’t start in this frame.');
  await expect(remark).toBeVisible();
}

const recordWorks = async (page: Page): Promise<void> => {
  const { status } = recordWidget(page);
  await expect(status.getByRole('heading')).toHaveText('Unlocked', SLOW);
};
const formOpens = async (page: Page): Promise<void> => {
  const { button, reason } = recordWidget(page);
  if (!(await reason.isVisible())) await button('Lock record').click(SLOW);
  await expect(reason).toBeVisible(SLOW);
};
const listed = async (page: Page): Promise<void> => {
  await expect(settingsPage(page).modules.getByRole('link', { name: /^Deals/ })).toBeVisible(SLOW);
};
const rows = async (page: Page): Promise<void> => {
  await expect(widget(page).getByRole('row')).toHaveCount(2, SLOW);
};
const says = (text: string | RegExp) => async (page: Page) => {
  await expect(widget(page).locator('body')).toContainText(text, SLOW);
};

const scenes = (
  openRecord: (page: Page, lang?: string) => Promise<void>,
  openSettings: (page: Page) => Promise<void>,
  openRecords: (page: Page) => Promise<void>,
) => {
  const record = { open: (page: Page) => openRecord(page), works: recordWorks };
  const records = { open: openRecords, works: rows };
  const settings = { open: openSettings, works: listed };
  const editor = async (page: Page) => {
    await listed(page);
    await settingsPage(page)
      .modules.getByRole('link', { name: /^Deals/ })
      .click();
  };
  const files: Record<string, readonly [file: string | RegExp, scene: Scene]> = {
    'record: start': ['**/assets/record-lock.js', { ...record, without: (page) => stuck(widget(page)) }],
    'record: view': ['**/assets/record-lock-view.js', { ...record, without: says('This page didn’t load') }],
    'record: forms': [
      '**/assets/record-lock-deferred.js',
      {
        open: record.open,
        async ask(page) {
          await recordWidget(page).button('Lock record').click(SLOW);
        },
        works: formOpens,
        without: says('Part of this page didn’t load'),
      },
    ],
    'record: style sheet': ['**/assets/record-lock.css', { ...record, without: recordWorks }],
    'record: language': [
      '**/assets/record.de.json',
      {
        open: (page) => openRecord(page, 'de_DE'),
        async works(page) {
          const { button, status } = recordWidget(page);
          if (await button('Refresh').isVisible()) await button('Refresh').click();
          await expect(status.getByRole('heading')).toHaveText('Nicht gesperrt');
        },
        without: recordWorks,
      },
    ],
    'record: Zoho’s script': [SDK_URL, { ...record, without: says('Zoho’s script didn’t load') }],
    'records: start': ['**/assets/records.js', { ...records, without: (page) => stuck(widget(page)) }],
    'records: view': ['**/assets/records-view.js', { ...records, without: says('This page didn’t load') }],
    'records: actions': [
      '**/assets/records-deferred.js',
      {
        ...records,
        async works(page) {
          await expect(widget(page).getByRole('button', { name: 'Lock 1 record' })).toBeVisible(SLOW);
        },
        without: says('Part of this page didn’t load'),
      },
    ],
    'records: style sheet': ['**/assets/records.css', { ...records, without: rows }],
    'settings: start': ['**/assets/settings.js', { ...settings, without: (page) => stuck(widget(page)) }],
    'settings: view': ['**/assets/settings-view.js', { ...settings, without: says('This page didn’t load') }],
    'settings: editor': [
      '**/assets/settings-open-editor.js',
      {
        open: openSettings,
        ask: editor,
        async works(page) {
          const { modules, button } = settingsPage(page);
          if (!(await button('Save changes').isVisible()))
            await modules.getByRole('link', { name: /^Deals/ }).click(SLOW);
          await expect(button('Save changes')).toBeVisible(SLOW);
        },
        async without(page) {
          await says('Part of this page didn’t load')(page);
          // The list goes on: the open module's row does not wait for its editor.
          await expect(widget(page).getByRole('progressbar')).toHaveCount(0, SLOW);
        },
      },
    ],
    'settings: style sheet': ['**/assets/settings.css', { ...settings, without: listed }],
    'settings: Zoho’s script': [SDK_URL, { ...settings, without: says('Zoho’s script didn’t load') }],
  };
  return files;
};

/** Presses what the page offers for asking again, once it does; `works` tells whether that was needed. */
async function recover(page: Page, works: () => Promise<void>): Promise<void> {
  const inside = widget(page);
  const again = inside
    .getByRole('button', { name: 'Retry', exact: true })
    .or(inside.getByRole('link', { name: /^(Retry|Reload)$/ }))
    .first();
  await expect(async () => {
    if (await inside.locator('.stuck').count()) await stuck(inside);
    if (await again.isVisible()) await again.click();
    await works();
  }).toPass({ timeout: 25_000, intervals: [100, 250] });
}

const FILES = Object.keys(
  scenes(
    async () => {},
    async () => {},
    async () => {},
  ),
);
/** Locally: each file once, and those that are asked for by a click before every fault. */
const tried = (file: string, fault: FileFault): boolean =>
  IN_FULL || fault === 'once' || (fault === 'always' && /view|forms|editor/.test(file));

for (const file of FILES)
  test(`the pages cope when a file fails: ${file}`, async ({
    page,
    openRecord,
    openSettings,
    crm,
    problems,
  }) => {
    test.setTimeout(120_000);
    await page.clock.install();
    const all = scenes(
      (on, lang = 'en_US') => openRecord(on, { module: 'Deals', id: openDeal, user: 'sales', lang }),
      (on) => openSettings(on, { user: 'admin' }),
      async (on) => {
        const place = { user: 'sales', placement: 'list-button', ids: openDeal } as const;
        await on.goto(addressOf(crm.crmUrl, '/crm/tab/Deals', place));
      },
    );
    const [pattern, scene] = all[file] ?? [];
    if (!pattern || !scene) throw new Error(`There is no scene for ${file}`);
    for (const fault of FILE_FAULTS.filter((each) => tried(file, each)))
      await tryCell('Files', file, fault, async () => {
        await page.unrouteAll();
        const broken = await breakFile(page, pattern, fault);
        const claims = async () => {
          const text =
            (await widget(page)
              .locator('body')
              .innerText({ timeout: 1_000 })
              .catch(() => '')) ?? '';
          expect(text).not.toMatch(RAW_KEY);
        };
        const opening = scene.open(page);
        // A frame that waits for a late file keeps the whole page from being loaded.
        if (fault !== 'late' || scene.ask) await opening;
        await scene.ask?.(page);
        if (fault === 'late') {
          await expect.poll(() => broken.requests(), SLOW).toBeGreaterThan(0);
          await page.clock.fastForward(LATE);
          await claims();
          broken.arrive();
          await opening;
        }
        if (fault === 'always' || fault === 'wrong') {
          await scene.without(page);
          await claims();
          broken.end();
        }
        await recover(page, () => scene.works(page));
        await claims();
        // What a refused file leaves in the console is what this test asked for.
        problems.length = 0;
      });
  });
