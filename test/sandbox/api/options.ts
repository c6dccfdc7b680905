import type { Fixtures } from '../fixtures/fixtures';
import type { OptionChoices } from './option-switches';
import type { OrgKey } from './types';

/** How a sandbox is: what can be chosen while it runs, and what only its maker knows. */
export interface SandboxOptions extends OptionChoices {
  /** Seeds the sample data; 1 when absent. */
  readonly seed?: number;
  readonly now?: () => Date;
  /** Modules, fields, records and variables besides those of the sample org. */
  readonly fixtures?: Fixtures;
  /** `second` has the same shape with other ids; `other` lacks some names besides (see data/other-org.ts). */
  readonly orgKey?: OrgKey;
  /** Milliseconds that each call is open before it is carried out; the header `x-sandbox-latency` says it for one call. */
  readonly latency?: number;
  /** How to wait, for tests that have a clock of their own. */
  readonly wait?: (ms: number) => Promise<void>;
  /** Status of every refusal that is printed with 400 on one page and 403 on another; as the sandbox chose when absent. */
  readonly refusalStatus?: 400 | 403;
  /** The most conditions of one rule's criteria; no limit by default. */
  readonly mostConditions?: number;
}
