/** Whose code is in the scripts that ship, and under which licences: read from the bundles, not from a list kept by hand. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

const IN_PACKAGE = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/;

/** The folders of the packages that modules come from; `ids` as the bundler names them. */
export const packagesOf = (ids: readonly string[]): string[] => [
  ...new Set(ids.flatMap((id) => IN_PACKAGE.exec(id.replace(/^\0/, ''))?.[1] ?? [])),
];

/**
 * The text that ships: our own licence (`root`), then each package's name, version, licence and the licence's text.
 * Throws when a package names no licence or brings no text of it.
 */
export function licenseList(root: string, packages: readonly string[]): string {
  const entries = packages.map((folder) => ({ folder, ...manifestOf(folder) }));
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  return [{ folder: root, ...manifestOf(root) }, ...entries]
    .map(({ folder, name, version, license }) => {
      const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.(md|txt))?$/i.test(entry));
      if (!license || !file) throw new Error(`${name} ships, but says nothing of its licence`);
      return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
    })
    .join(`\n${'-'.repeat(80)}\n\n`)
    .replaceAll('\r\n', '\n');
}

const manifestOf = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
