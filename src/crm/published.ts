import { isObject } from '../base/json';
import {
  explanationVariable,
  type OfferedReasons,
  offeredReasons,
  type PublishedExplanation,
  parseExplanation,
} from '../locking/published/explanation';
import type { ReadVariable } from './read-variable';

/** Milliseconds after which what is published is read again; that nothing is may change at any time. */
export const PUBLISHED_LIFE = 3_600_000;
export const ABSENCE_LIFE = 60_000;

/** What was published about modules, kept for the browser session. */
export interface Published {
  /** What is known; null: nothing (usable) is published; undefined: not asked lately. */
  kept(module: string): PublishedExplanation | null | undefined;
  /** Whether it was read within the last minute: reading again would hardly tell more. */
  justRead(module: string): boolean;
  /** Reads it where it is not known. A failure leaves it unknown. */
  read(module: string): Promise<void>;
  /** Reads it at its source, or as told; a failure leaves what was known. */
  readAgain(module: string, read?: ReadVariable): Promise<void>;
  /** Resolves when no reading is under way. */
  settled(module: string): Promise<void>;
  /** A person wants to know anew: what is kept does not do any more. */
  forget(module: string): void;
  /** The reasons to choose from, as far as known. */
  offered(module: string): OfferedReasons;
  /** Zoho's word for how the module locks: `manual`, `automatic` or `both`; null where it is not known. */
  lockType(module: string): string | null;
}

/** What the browser session keeps for one person. */
export interface KeptForPerson {
  get(name: string): unknown;
  set(name: string, value: unknown): void;
}

export function createPublished(
  readVariable: ReadVariable,
  session: KeptForPerson,
  now: () => number,
): Published {
  const readings = new Map<string, Promise<void>>();
  const name = (module: string) => `summary.${module}`;

  async function readNow(module: string, read: ReadVariable): Promise<void> {
    const answer = await read(explanationVariable(module));
    if (!answer.ok) return;
    // Anything else than an explanation may be long and is not worth keeping.
    const text = parseExplanation(answer.value, module) && answer.value;
    session.set(name(module), { at: now(), text });
  }

  /** What the session holds, if it is younger than `life` milliseconds. */
  function held(module: string, life: number): { readonly text: unknown } | undefined {
    const found = session.get(name(module));
    if (typeof found !== 'object' || !found || !('at' in found) || !('text' in found)) return undefined;
    return Math.abs(now() - Number(found.at)) < life ? found : undefined;
  }

  const justRead = (module: string): boolean => held(module, ABSENCE_LIFE) !== undefined;

  function kept(module: string): PublishedExplanation | null | undefined {
    const found = held(module, PUBLISHED_LIFE);
    const explanation = found && parseExplanation(found.text, module);
    return explanation || (justRead(module) ? null : undefined);
  }

  /** One reading at a time: whoever asks meanwhile waits for the same answer. */
  function readAgain(module: string, read = readVariable): Promise<void> {
    const reading = readings.get(module) ?? readNow(module, read).finally(() => readings.delete(module));
    readings.set(module, reading);
    return reading;
  }

  return {
    kept,
    justRead,
    read: async (module) => void (kept(module) === undefined && (await readAgain(module))),
    readAgain,
    settled: async (module) => readings.get(module),
    forget: (module) => session.set(name(module), null),
    lockType(module) {
      const configuration = kept(module)?.configuration;
      return isObject(configuration) && typeof configuration.lock_type === 'string'
        ? configuration.lock_type
        : null;
    },
    offered: (module) => offeredReasons(kept(module)),
  };
}
