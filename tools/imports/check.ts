/** The rules about imports that the linter cannot say, over one project folder. Cycles are Biome's, unused files knip's. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { wrongDirections } from './directions';
import { hostGlobals } from './host-globals';
import { readModules } from './module-graph';

export interface ImportReport {
  readonly modules: number;
  readonly problems: readonly string[];
}

/** Reads `src`, `test`, `tools` and `vite.config.ts` below `root`. */
export function checkImports(root: string): ImportReport {
  const modules = readModules(root, ['src', 'test', 'tools', 'vite.config.ts']);
  const problems = [
    ...wrongDirections(modules.values(), shippedPackages(root)),
    ...hostGlobals(modules.values()),
  ];
  return { modules: modules.size, problems };
}

function shippedPackages(root: string): string[] {
  const { dependencies = {} }: { dependencies?: Record<string, string> } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  return Object.keys(dependencies);
}
