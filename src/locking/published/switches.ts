import { isObject } from '../../base/json';

/**
 * What an administrator has turned on in a module. Everything is off until then, and while it is published nowhere.
 *
 * How it is written: `explanationText(module, source, fields, { reasons, common, free, switches })`, from the settings page's
 * state, where `switches` is read back with `parseExplanation(text, module).switches`. Ids only: what is published names nobody.
 */
export interface Switches {
  /** People who are kept out may ask for an unlock. */
  readonly requests: boolean;
  /** Ids of the users who get requests about locks of rules: the first owns the task, the others get one each. */
  readonly requestsTo: readonly string[];
  /** Unlocking needs a reason. Zoho keeps no other place for it than a note, so this turns on the trail as well. */
  readonly unlockReason: boolean;
  /** Each lock, change of reason and unlock made on our pages adds a note to the record. */
  readonly trail: boolean;
  /** The lock form offers to remind the person who locks. */
  readonly reminders: boolean;
}

/** The most people who get a request about the lock of a rule. */
export const MOST_ASKED = 3;

export const ALL_OFF: Switches = {
  requests: false,
  requestsTo: [],
  unlockReason: false,
  trail: false,
  reminders: false,
};

/** Switches as they are published. Anything else than a plain `true` is off, anything else than an id is nobody. */
export function parseSwitches(value: unknown): Switches {
  if (!isObject(value)) return ALL_OFF;
  const { requests, requestsTo, unlockReason, trail, reminders } = value;
  const ids: readonly unknown[] = Array.isArray(requestsTo) ? requestsTo : [];
  return {
    requests: requests === true,
    requestsTo: ids
      .filter((id): id is string => typeof id === 'string' && /^\d{1,30}$/.test(id))
      .slice(0, MOST_ASKED),
    unlockReason: unlockReason === true,
    trail: trail === true || unlockReason === true,
    reminders: reminders === true,
  };
}
