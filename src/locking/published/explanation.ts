import { reasonProblem, sameReason } from '../lock/reason';
import { type FieldLabels, parseLabels } from './labels';
import { parseSwitches, type Switches } from './switches';

/**
 * What everybody may know about a module's locking. Ordinary users cannot read the configuration, so the settings page
 * publishes this and the record page reads it. Anybody who may write variables may have written it: see `parseExplanation`.
 */
export interface PublishedExplanation {
  /** API name. */
  readonly module: string;
  /** The published part of the configuration, in Zoho's own form, so that `explainLock` reads it like the whole one; null: none. */
  readonly configuration?: unknown;
  /** Shows whether the configuration has changed since, see `fingerprint`. */
  readonly hash?: unknown;
  /** When the configuration was last changed, ISO 8601; '' where Zoho does not say. */
  readonly modified?: unknown;
  /** Reasons to offer in this module, and in every module. */
  readonly reasons: readonly string[];
  readonly common: readonly string[];
  /** Whether a reason may be typed, too. */
  readonly free: boolean;
  /** What people see in place of API names and stored values; none in explanations of earlier versions. */
  readonly fields: FieldLabels;
  readonly switches: Switches;
  /** Findings that an administrator dismissed, as `dismissalOf` writes them: all administrators see the same. */
  readonly dismissed: readonly string[];
  /** What was left out because it was too long or not safe to tell: `values`, or `criteria` with the id of a rule. */
  readonly dropped?: unknown;
}

export const EXPLANATION_VERSION = 1;

/** The longest text that is written or read, in UTF-16 code units: Zoho names no limit for a variable's value. */
export const EXPLANATION_LIMIT = 10_000;

/** Name of the variable that holds a module's explanation. An extension's variable has its namespace before it. */
export const explanationVariable = (module: string): string => `record_lock_${module}`;

/** More dismissals than a configuration can have findings. */
const MOST_DISMISSED = 60;

const dismissedIn = (value: unknown): readonly string[] =>
  Array.isArray(value)
    ? value
        .filter((one): one is string => typeof one === 'string' && /^[0-9a-z]{1,8}\.[0-9a-z]{1,8}$/.test(one))
        .slice(0, MOST_DISMISSED)
    : [];

const isReasons = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string' && !reasonProblem(one));

/**
 * Reads a module's explanation from a variable's text; null when it is damaged, too long, or of another module or version.
 * The configuration inside it is not checked here, see `explainLock`.
 */
export function parseExplanation(text: unknown, module: string): PublishedExplanation | null {
  if (typeof text !== 'string' || text.length > EXPLANATION_LIMIT) return null;
  try {
    const found: Partial<Record<keyof PublishedExplanation | 'v', unknown>> | null = JSON.parse(text);
    if (found?.v !== EXPLANATION_VERSION || found.module !== module) return null;
    const { reasons, common, free } = found;
    return isReasons(reasons) && isReasons(common) && typeof free === 'boolean'
      ? {
          ...found,
          module,
          reasons,
          common,
          free,
          fields: parseLabels(found.fields),
          switches: parseSwitches(found.switches),
          dismissed: dismissedIn(found.dismissed),
        }
      : null;
  } catch {
    return null;
  }
}

/** The reasons an administrator offers: those of the module first, then those of all modules, none twice. */
export interface OfferedReasons {
  readonly reasons: readonly string[];
  /** Whether other reasons may be typed. Without any to choose from they always may. */
  readonly free: boolean;
}

export function offeredReasons(explanation: PublishedExplanation | null | undefined): OfferedReasons {
  const all = explanation ? [...explanation.reasons, ...explanation.common] : [];
  const reasons = all.filter((reason, i) => all.findIndex((other) => sameReason(other, reason)) === i);
  return { reasons, free: !explanation || explanation.free || !reasons.length };
}

export const mayBeSent = ({ reasons, free }: OfferedReasons, reason: string): boolean =>
  free || reasons.some((offered) => sameReason(offered, reason));
