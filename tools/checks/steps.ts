/** What `npm test` checks, in order: the quick checks first, the browser last. */
import { type Counts, playwrightCounts, vitestCounts } from './counts';

export interface Step {
  readonly name: string;
  readonly command: string;
  /** The last line of its output says what it found, and stands behind its name. */
  readonly says?: true;
  /** Where the command leaves its counts; a step without tests counts as one check. */
  readonly report?: { readonly file: string; readonly counts: (text: string) => Counts };
}

const unit = (name: string, file: string, projects: string): Step => ({
  name,
  command: `vitest run ${projects} --reporter=default --reporter=json --outputFile.json=${file}`,
  report: { file, counts: vitestCounts },
});

const STATIC: readonly Step[] = [
  { name: 'documents', command: 'tsx tools/check-docs.ts' },
  { name: 'format and lint', command: 'biome ci --colors=off .' },
  { name: 'imports', command: 'tsx tools/check-imports.ts' },
  { name: 'types', command: 'tsc --noEmit' },
];

/** What `npm run check` runs while one works: under a minute. */
export const QUICK_STEPS: readonly Step[] = [
  ...STATIC,
  unit('tests without a document', 'reports/node.json', '--project node'),
];

export const STEPS: readonly Step[] = [
  ...STATIC,
  { name: 'known weaknesses of what ships', command: 'tsx tools/audit.ts', says: true },
  unit('unit and component tests', 'reports/unit.json', ''),
  { name: 'production build', command: 'vite build' },
  { name: 'sizes', command: 'size-limit' },
  { name: 'pack', command: 'tsx tools/pack.ts --twice' },
  { name: 'a browser', command: 'tsx tools/which-browser.ts' },
  {
    name: 'browser tests',
    command: 'playwright test --config test/e2e/playwright.config.ts',
    report: { file: 'reports/browser.json', counts: playwrightCounts },
  },
];
