import type { Json } from '../sandbox/api/json';

export interface Answer {
  readonly status: number;
  /** The parsed body; undefined when there is none. */
  readonly body: unknown;
}

/** A call as one user; the path begins after `/crm/v8`. */
export type Call = (method: string, path: string, body?: Json) => Promise<Answer>;

/** What the suite needs of an org: the sandbox gives it, and so can a real one set aside for tests. */
export interface ContractApi {
  /** A user who may lock and may customise. */
  readonly administrator: Call;
  /** A user who may lock and may not customise; left out where there is one account only. */
  readonly user?: Call;
  /** A user whose profile lacks the Lock permission. */
  readonly withoutLock?: Call;
  /**
   * A module that supports locking and has no configuration: the suite makes one and deletes it again, and begins
   * nothing where one is there already. Its name field is the only mandatory one; the two others are plain texts.
   */
  readonly module: string;
  readonly nameField: string;
  readonly textField: string;
  readonly excludedField: string;
  readonly unsupportedModule: string;
}
