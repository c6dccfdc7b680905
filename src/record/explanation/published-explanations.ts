import type { ReadVariable } from '../../crm/read-variable';
import {
  explanationVariable,
  type PublishedExplanation,
  parseExplanation,
} from '../../locking/published/explanation';
import { type BrowserMemory, ofPerson } from '../../ui/browser-memory';

/** Milliseconds after which an explanation kept in the browser session is read again. */
export const EXPLANATION_LIFE = 3_600_000;

/** What was published about modules: read at most once per page load, and kept for the browser session. */
export interface Summaries {
  /** What is known; null: nothing (usable) is published; undefined: not asked lately. */
  kept(module: string): PublishedExplanation | null | undefined;
  /** Reads it, unless this page has done so before. A failure leaves it unknown. */
  read(module: string): Promise<void>;
  hasRead(module: string): boolean;
  /** It turned out to be of no use: the next page load reads it again. */
  forget(module: string): void;
}

export function createSummaries(
  readVariable: ReadVariable,
  memory: BrowserMemory,
  session: BrowserMemory,
  now: () => number,
): Summaries {
  const readings = new Map<string, Promise<void>>();
  const name = (module: string) => ofPerson(memory, `summary.${module}`);

  async function readNow(module: string): Promise<void> {
    const answer = await readVariable(explanationVariable(module));
    if (!answer.ok) return;
    // Anything else than an explanation may be long and is not worth keeping.
    const text = parseExplanation(answer.value, module) && answer.value;
    session.set(name(module), { at: now(), text });
  }

  return {
    kept(module) {
      const kept = session.get(name(module));
      if (typeof kept !== 'object' || !kept || !('at' in kept) || !('text' in kept)) return undefined;
      return Math.abs(now() - Number(kept.at)) < EXPLANATION_LIFE
        ? parseExplanation(kept.text, module)
        : undefined;
    },
    read(module) {
      const reading = readings.get(module) ?? readNow(module);
      readings.set(module, reading);
      return reading;
    },
    hasRead: (module) => readings.has(module),
    forget: (module) => session.set(name(module), null),
  };
}
