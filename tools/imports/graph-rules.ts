/** Cycles between modules, and modules left behind. */
import type { Module } from './module-graph';

/** Each cycle of `src` once, as `a -> b -> a`; an import of types alone is gone in what ships, so it closes none. */
export function cycles(modules: ReadonlyMap<string, Module>): string[] {
  const found = new Map<string, string>();
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) {
      const cycle = trail.slice(at);
      found.set([...cycle].sort().join(), [...cycle, path].join(' -> '));
      return;
    }
    if (done.has(path)) return;
    for (const { target, typeOnly } of modules.get(path)?.imports ?? [])
      if (!typeOnly) walk(target, [...trail, path]);
    done.add(path);
  };
  for (const path of modules.keys()) walk(path, []);
  return [...found.values()];
}

/** Modules of `src` that nothing imports, neither what ships nor a test. Declarations are let through. */
export function orphans(modules: ReadonlyMap<string, Module>, entries: readonly string[]): string[] {
  const wanted = new Set(entries);
  for (const { imports } of modules.values()) for (const { target } of imports) wanted.add(target);
  return [...modules.keys()].filter(
    (path) => path.startsWith('src/') && !path.endsWith('.d.ts') && !wanted.has(path),
  );
}
