import type { Json, JsonObject } from '../sandbox/api/json';

export interface Answer {
  readonly status: number;
  /** The parsed body; undefined when there is none. */
  readonly body: unknown;
}

/** A call as one user; the path begins after `/crm/v8`. */
export type Call = (method: string, path: string, body?: Json) => Promise<Answer>;

/** The fields of a module that the suite works with. */
export interface ContractFields {
  readonly nameField: string;
  readonly textField: string;
  readonly excludedField: string;
  /** A checkbox and a multi-select picklist with a value of its own; what needs them is left out where there are none. */
  readonly booleanField?: string;
  readonly multiField?: { readonly name: string; readonly values: readonly string[] };
}

/** What the suite needs of an org: the sandbox gives it, and so does a real one. */
export interface ContractApi extends ContractFields {
  /** A user who may lock and may customise. */
  readonly administrator: Call;
  /** A user who may lock and may not customise; left out where there is one account only. */
  readonly user?: Call;
  /** A user whose profile lacks the Lock permission. */
  readonly withoutLock?: Call;
  /** A module that supports locking. */
  readonly module: string;
  readonly unsupportedModule: string;
  /** What a record needs besides its name. */
  readonly values?: JsonObject;
  /**
   * Waits before a reading is tried again: a real org locks and unlocks many records in its own time. Left out where
   * everything is done when the reply comes.
   */
  readonly patience?: () => Promise<void>;
  /**
   * `own`: the module has no configuration; the suite makes one and deletes it again, and begins nothing where one is there
   * already. Otherwise configurations are only read, and this is the lock type that was found, null when there is none.
   */
  readonly configuration: 'own' | { readonly found: string | null };
}
