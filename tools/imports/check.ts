/** Every rule about imports, over one project folder. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { wrongDirections } from './directions';
import { cycles, orphans } from './graph-rules';
import { hostGlobals } from './host-globals';
import { readModules } from './module-graph';

export interface ImportReport {
  readonly modules: number;
  readonly problems: readonly string[];
}

/** Reads `src`, `test`, `tools` and `vite.config.ts` below `root`; the pages in `app` say where what ships begins. */
export function checkImports(root: string): ImportReport {
  const modules = readModules(root, ['src', 'test', 'tools', 'vite.config.ts']);
  const problems = [
    ...wrongDirections(modules.values(), shippedPackages(root)),
    ...hostGlobals(modules.values()),
    ...cycles(modules).map((cycle) => `import cycle: ${cycle}`),
    ...orphans(modules, pageEntries(root)).map((path) => `${path} is imported by nothing`),
  ];
  return { modules: modules.size, problems };
}

function shippedPackages(root: string): string[] {
  const { dependencies = {} }: { dependencies?: Record<string, string> } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  return Object.keys(dependencies);
}

/** The modules that the pages' script tags name. */
function pageEntries(root: string): string[] {
  return readdirSync(join(root, 'app'))
    .filter((name) => name.endsWith('.html'))
    .flatMap((name) => [
      ...readFileSync(join(root, 'app', name), 'utf8').matchAll(/<script[^>]+src="\.\.\/(src\/[^"]+)"/g),
    ])
    .map(([, path = '']) => path);
}
