import type { Json, JsonObject } from '../../base/json';
import {
  addVersion,
  type KeptVersion,
  keepVersions,
  readVersions,
} from '../../locking/configuration/versions/kept-versions';
import type { BrowserMemory } from '../../ui/browser-memory';

/** The last configurations of a module, as this browser saw them. */
export interface Versions {
  /** The newest first. */
  all(): readonly KeptVersion[];
  /** Keeps what was just read or saved; null: there is none. */
  saw(source: JsonObject | null): void;
}

/** What may take this much room in a browser is kept for as many modules. */
const MOST_MODULES = 20;

export function createVersions(memory: BrowserMemory, module: string, now: () => number): Versions {
  const name = `versions.${module}`;
  const all = (): readonly KeptVersion[] => readVersions(memory.get(name));
  return {
    all,
    saw(source) {
      const before = all();
      // What there never was need not be remembered.
      if (source === null && !before.length) return;
      const after = addVersion(before, source, now());
      if (after === before) return;
      const others = memory.names().filter((one) => one.startsWith('versions.') && one !== name);
      for (const old of others.slice(0, Math.max(0, others.length - MOST_MODULES + 1))) memory.set(old, null);
      const kept: Json = keepVersions(after);
      memory.set(name, kept);
    },
  };
}
