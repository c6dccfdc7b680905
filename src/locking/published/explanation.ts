import { reasonProblem } from '../lock/reason';

/**
 * What everybody may know of a module's locking, because ordinary users cannot read its configuration: published by the
 * settings page, read by the record page. Anybody who may write variables may have written it: see `parseSummary`.
 */
export interface Summary {
  /** API name. */
  readonly module: string;
  /** The published part of the configuration, in Zoho's own form so that it explains a lock as the whole one would; null: none. */
  readonly configuration?: unknown;
  /** Tells whether the configuration has changed since, see `fingerprint`. */
  readonly hash?: unknown;
  /** When the configuration was last changed, ISO 8601; '' where Zoho does not say. */
  readonly modified?: unknown;
  /** Reasons to offer in this module, and in every module. */
  readonly reasons: readonly string[];
  readonly common: readonly string[];
  /** Whether a reason may be typed, too. */
  readonly free: boolean;
  /** What did not fit or could not be told safely: `values`, or `criteria` with the id of a rule. */
  readonly dropped?: unknown;
}

export const SUMMARY_VERSION = 1;

/** The longest text that is written or read, in UTF-16 code units: Zoho names no limit for a variable's value. */
export const SUMMARY_LIMIT = 10_000;

/** Name of the variable with a module's summary. Of an extension's variable the namespace stands before it. */
export const summaryName = (module: string): string => `record_lock_${module}`;

const isReasons = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string' && !reasonProblem(one));

/**
 * The summary of this module in a variable's text; null for everything else: damaged, too long, of another module or version.
 * What its configuration holds is not checked here, see `explainLock`.
 */
export function parseSummary(text: unknown, module: string): Summary | null {
  if (typeof text !== 'string' || text.length > SUMMARY_LIMIT) return null;
  try {
    const found: Partial<Record<keyof Summary | 'v', unknown>> | null = JSON.parse(text);
    if (found?.v !== SUMMARY_VERSION || found.module !== module) return null;
    const { reasons, common, free } = found;
    return isReasons(reasons) && isReasons(common) && typeof free === 'boolean'
      ? { ...found, module, reasons, common, free }
      : null;
  } catch {
    return null;
  }
}
