import { reasonProblem } from './reason';

/**
 * What everybody may know of a module's locking, because ordinary users cannot read its configuration: published by the
 * settings page, read by the record page. Anybody who may write variables may have written it: see `parseSummary`.
 */
export interface Summary {
  /** The published part of the configuration, in Zoho's own form so that it explains a lock as the whole one would; null: none. */
  readonly configuration: { readonly [key: string]: unknown } | null;
  /** Tells whether the configuration has changed since, see `fingerprint`. */
  readonly hash: string;
  /** When the configuration was last changed, ISO 8601; '' where Zoho does not say. */
  readonly modified: string;
  /** Reasons to offer in this module, and in every module. */
  readonly reasons: readonly string[];
  readonly common: readonly string[];
  /** Whether a reason may be typed, too. */
  readonly free: boolean;
  /** What did not fit or could not be told safely: parts of what a rule says. */
  readonly dropped: readonly string[];
}

export const SUMMARY_VERSION = 1;

/** The longest text that is written or read, in UTF-16 code units: Zoho names no limit for a variable's value. */
export const SUMMARY_LIMIT = 10_000;

/** Name of the variable with a module's summary. Of an extension's variable the namespace stands before it. */
export const summaryName = (module: string): string => `record_lock_${module}`;

type Json = { readonly [key: string]: unknown };
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);

/** Reasons as they can be sent. */
export const isReasons = (value: unknown): value is string[] => isTexts(value) && !value.some(reasonProblem);

const isConfiguration = (value: unknown): value is Json =>
  isObject(value) &&
  isText(value.id) &&
  Array.isArray(value.locking_rules) &&
  value.locking_rules.every((rule) => isObject(rule) && isText(rule.id) && isText(rule.name));

/** The summary of this module in a variable's text; null for everything else: damaged, too long, of another module or version. */
export function parseSummary(text: unknown, module: string): Summary | null {
  if (!isText(text) || text.length > SUMMARY_LIMIT) return null;
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isObject(found) || found.v !== SUMMARY_VERSION || found.module !== module) return null;
  const { configuration, hash, modified, reasons, common, free, dropped } = found;
  return (configuration === null || isConfiguration(configuration)) &&
    isText(hash) &&
    isText(modified) &&
    isReasons(reasons) &&
    isReasons(common) &&
    typeof free === 'boolean' &&
    isTexts(dropped)
    ? { configuration, hash, modified, reasons, common, free, dropped }
    : null;
}
