/** The files of a project that its documents can name, without what is installed or made. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Project {
  /** Paths from the root, with `/`. */
  readonly files: readonly string[];
  /** Whether a file or a folder is at this path. */
  has(path: string): boolean;
  read(path: string): string;
  /** Names of the scripts of the `package.json` in a folder, none where there is none. */
  scripts(folder: string): readonly string[];
  /** Whether an installed package brings this program. */
  hasProgram(name: string): boolean;
}

const NOT_OURS = new Set(['node_modules', 'dist', 'reports', 'test-results', 'playwright-report']);

export function openProject(root: string): Project {
  const files = filesBelow(root, '');
  const folders = new Set(files.flatMap((file) => foldersOf(file)));
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  return {
    files,
    read,
    has: (path) => files.includes(path) || folders.has(path.replace(/\/$/, '')),
    scripts: (folder) => {
      const manifest = folder === '' ? 'package.json' : `${folder}/package.json`;
      if (!files.includes(manifest)) return [];
      return Object.keys(JSON.parse(read(manifest)).scripts ?? {});
    },
    hasProgram: (name) => existsSync(join(root, 'node_modules/.bin', name)),
  };
}

function filesBelow(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isFile()) return [path];
    // Hidden folders hold the version control and caches; `.ci` is ours.
    const ours = !NOT_OURS.has(entry.name) && (!entry.name.startsWith('.') || entry.name === '.ci');
    return entry.isDirectory() && ours ? filesBelow(root, path) : [];
  });
}

function foldersOf(file: string): string[] {
  const parts = file.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
