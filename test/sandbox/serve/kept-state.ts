import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const WRITE_AFTER_MS = 300;

/** What a restart finds again: the org as it was, in one JSON file. */
export interface KeptState {
  read(): unknown;
  /** Writes soon; several changes in a row are one write. */
  changed(): void;
  forget(): void;
  /** Writes what is still waiting. */
  flush(): void;
}

/** A file that cannot be read counts as no state: the sandbox then starts from its sample data. */
export function keptState(path: string, snapshot: () => unknown): KeptState {
  let waiting: NodeJS.Timeout | undefined;
  const write = () => {
    waiting = undefined;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.new`, JSON.stringify(snapshot()));
    renameSync(`${path}.new`, path);
  };
  const cancel = () => {
    clearTimeout(waiting);
    waiting = undefined;
  };
  return {
    read: () => {
      try {
        return JSON.parse(readFileSync(path, 'utf8'));
      } catch {
        return undefined;
      }
    },
    changed: () => {
      waiting ??= setTimeout(write, WRITE_AFTER_MS);
    },
    forget: () => {
      cancel();
      rmSync(path, { force: true });
    },
    flush: () => {
      if (!waiting) return;
      cancel();
      write();
    },
  };
}
