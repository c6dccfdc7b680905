/** A project of somebody else that has the package installed and nothing of ours around it. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PACKAGE = fileURLToPath(new URL('../../../src/widget-sdk-types', import.meta.url));
const TSC = join(createRequire(import.meta.url).resolve('typescript/package.json'), '../bin/tsc');

const OPTIONS = [
  ...['--noEmit', '--strict', '--skipLibCheck', 'false', '--moduleDetection', 'force'],
  ...['--target', 'es2022', '--lib', 'es2022,dom', '--types', '@zohocrm/widget-sdk-types'],
];

export interface Modules {
  readonly module: string;
  readonly resolution: string;
  /** Of the project's `package.json`. */
  readonly type: 'module' | 'commonjs';
}

export interface Project {
  /** What the compiler says about files of the project, by name; nothing when they are right. */
  compile(files: Readonly<Record<string, string>>, modules: Modules): string;
  remove(): void;
}

export function projectWithPackage(): Project {
  const folder = mkdtempSync(join(tmpdir(), 'widget-'));
  mkdirSync(join(folder, 'node_modules/@zohocrm'), { recursive: true });
  symlinkSync(PACKAGE, join(folder, 'node_modules/@zohocrm/widget-sdk-types'), 'dir');
  return {
    compile(files, { module, resolution, type }) {
      writeFileSync(join(folder, 'package.json'), JSON.stringify({ type }));
      for (const [name, source] of Object.entries(files)) writeFileSync(join(folder, name), source);
      const how = ['--module', module, '--moduleResolution', resolution];
      const run = spawnSync(process.execPath, [TSC, ...OPTIONS, ...how, ...Object.keys(files)], {
        cwd: folder,
        encoding: 'utf8',
      });
      return run.stdout;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
