/** The pages of the zip and what is entered for each where it is installed. `docs/install.md` has the same table. */
export interface InstalledPage {
  /** Name to give the widget. */
  readonly name: string;
  /** As Zoho's form calls it. */
  readonly type: 'Related List' | 'Button' | 'Web Tab' | 'Settings';
  /** Its index page. */
  readonly index: string;
  readonly size: string;
}

export const PAGES: readonly InstalledPage[] = [
  {
    name: 'Record Lock',
    type: 'Related List',
    index: '/record-lock.html',
    size: 'sets its own height; 280 px wide or more',
  },
  { name: 'Lock Records', type: 'Button', index: '/records.html', size: '800 × 600 popup' },
  { name: 'Locked Records', type: 'Web Tab', index: '/records.html', size: 'the whole tab' },
  { name: 'Record Lock Settings', type: 'Settings', index: '/settings.html', size: 'the whole page' },
];

/** One line for each page that the zip holds, in columns. */
export function pageTable(files: readonly string[]): string[] {
  const pages = PAGES.filter(({ index }) => files.includes(`app${index}`));
  const rows = pages.map(({ name, type, index, size }) => [name, type, index, size]);
  const all = [['widget', 'type', 'index page', 'size'], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
