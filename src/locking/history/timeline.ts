import type { Named } from '../../base/named';

/** An entry of a record's timeline about its lock. */
export interface LockEvent {
  readonly id: string;
  /** ISO 8601 with offset, as received. */
  readonly at: string;
  /** Null where the entry does not tell whether the record was locked or released. */
  readonly locked: boolean | null;
  /** Null where nobody did it. */
  readonly by: Named | null;
  /** Name of the rule that did it. */
  readonly rule: string | null;
  /** One of many records of a rule that was saved. */
  readonly inBulk: boolean;
}
