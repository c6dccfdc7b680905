/**
 * `npm run bench`: how long our pages take to ask the CRM and to show what it answers, against bare pages that do nothing else,
 * over a simulated network and on a slowed-down CPU. Ours and the bare one take turns; the medians count. Exit code 1 above
 * a page's limit of the ratio. Options: `--files <ms>` for each file, `--calls <ms>` for each API call, `--samples <n>`.
 */
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { findBrowser } from '../../tools/find-browser';
import { RECORD_LOCK } from '../../tools/record-lock';
import { packedZip } from '../e2e/support/packed-zip';
import { addressOf } from '../e2e/support/places';
import { type RunningSandbox, startServer } from '../sandbox/server';
import { barePages } from './bare-pages';
import { median } from './median';
import { benchSdk } from './sdk';
import { type Content, type Visit, visit } from './visit';

const WARM_UPS = 2;
const { values: options } = parseArgs({
  options: {
    files: { type: 'string', default: '40' },
    calls: { type: 'string', default: '150' },
    samples: { type: 'string', default: '21' },
  },
});

interface Page {
  readonly name: string;
  /** The most that its content may take, as a multiple of the bare page's. */
  readonly limit: number;
  readonly content: Content;
  readonly address: (crm: RunningSandbox) => string;
}

const PAGES: readonly Page[] = [
  {
    name: 'record page, to its status',
    limit: 1.08,
    content: { selector: '[role="status"]', text: /\b(Unl|L)ocked\b/ },
    address({ crmUrl, sandbox: { org } }) {
      const deal = org.records('Deals').find(({ id }) => !org.lockOf('Deals', id));
      return addressOf(crmUrl, `/crm/tab/Deals/${deal?.id}`, { user: 'sales', latency: options.calls });
    },
  },
  {
    // The bare page prints the names of the modules; ours lays out a list to work with.
    name: 'settings page, to its list of modules',
    limit: 1.25,
    content: { selector: 'nav', text: /Deals/ },
    address: ({ crmUrl }) =>
      addressOf(crmUrl, '/crm/settings/widget', { user: 'admin', latency: options.calls }),
  },
];

const { path, sandbox, env } = findBrowser();
const browser = await chromium.launch({
  executablePath: path,
  chromiumSandbox: sandbox,
  env: { ...process.env, ...env },
});
const sdk = await benchSdk();
const common = { ...RECORD_LOCK, sdk, fileDelay: Number(options.files) };
const ours = await startServer({ ...common, app: { zip: packedZip() } });
const bare = await startServer({ ...common, app: { zip: barePages() } });
console.log(
  `4x slower CPU, ${options.files} ms a file, ${options.calls} ms an API call, medians of ${options.samples}; SDK: ${sdk.name}`,
);
let slow = 0;
for (const page of PAGES) if ((await compare(page)) > page.limit) slow += 1;
await Promise.all([browser.close(), ours.close(), bare.close()]);
process.exitCode = slow ? 1 : 0;

async function compare({ name, limit, content, address }: Page): Promise<number> {
  const visits: { ours: Visit[]; bare: Visit[] } = { ours: [], bare: [] };
  for (let turn = -WARM_UPS; turn < Number(options.samples); turn++) {
    const one = await visit(browser, address(ours), content);
    const other = await visit(browser, address(bare), content);
    if (turn < 0) continue;
    visits.ours.push(one);
    visits.bare.push(other);
  }
  const of = (which: keyof typeof visits, what: keyof Visit) => median(visits[which].map((one) => one[what]));
  const ratio = of('ours', 'content') / of('bare', 'content');
  const row = (label: string, what: keyof Visit, unit: string, more = '') =>
    console.log(
      `  ${label.padEnd(22)} ${of('ours', what).toFixed(0).padStart(5)}${unit}   bare ${of('bare', what).toFixed(0).padStart(5)}${unit}${more}`,
    );
  console.log(`${name} (machine load ${loadavg()[0]?.toFixed(1)})`);
  row('first call', 'firstCall', ' ms');
  row('content', 'content', ' ms', `   ratio ${ratio.toFixed(3)} (limit ${limit})`);
  row('files until then', 'files', '   ');
  row('longest task > 50 ms', 'longestTask', ' ms');
  return ratio;
}
