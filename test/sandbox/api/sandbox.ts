import { createApp } from './app';
import { freshOrg, seedFor } from './fresh-org';
import { changesSince, readChanges, withChanges } from './kept-changes';
import { differing, type OptionChoices, seeds } from './option-switches';
import type { SandboxOptions } from './options';
import type { Org } from './org';
import type { ApiCall, Person } from './types';

export type { SandboxOptions } from './options';

/** A CRM in memory: its HTTP API, its people, and what was asked of it. */
export interface Sandbox {
  /**
   * Answers `/crm/v8/…`. The caller is named by the cookie `sandbox-user` or the header `x-sandbox-user`, and is 401
   * AUTHENTICATION_FAILURE without one; `x-sandbox-fault` asks for a fault (see faults.ts), `x-sandbox-latency` for a
   * call that is open so many milliseconds, `x-sandbox-fields: all` for a list with all fields, as older versions had it, and
   * `x-sandbox-caller: crm` marks a call of the CRM's own pages.
   */
  readonly fetch: (request: Request) => Promise<Response>;
  readonly people: readonly Person[];
  /** Back to the seed; options given here are laid over those that it was made with. */
  reset(options?: SandboxOptions): void;
  /** Lays choices over the present ones. One that the sample data depends on starts the org anew. */
  change(choices: OptionChoices): void;
  /** Every API call since the start or the last `clearLog`. */
  readonly log: readonly ApiCall[];
  clearLog(): void;
  /** What changed since the seed, as plain JSON, for a server to keep over a restart. */
  snapshot(): unknown;
  /** Takes a snapshot back; one that has not its shape is passed over. */
  restore(snapshot: unknown): void;
  /** Direct, synchronous readings. */
  readonly org: Org;
}

export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const log: ApiCall[] = [];
  const record = (call: ApiCall): void => {
    log.push(structuredClone(call));
  };
  const begin = (now: SandboxOptions, at?: Date) => {
    const seed = seedFor(now, at);
    const org = freshOrg(seed, now);
    return { seed, org, app: createApp(org, record) };
  };
  let present = begin(options);
  return {
    fetch: (request) => present.app(request),
    get people() {
      return present.org.catalogue.people;
    },
    get org() {
      return present.org;
    },
    log,
    clearLog: () => {
      log.length = 0;
    },
    reset: (changed) => {
      present = begin({ ...options, ...changed });
      log.length = 0;
    },
    change: (choices) => {
      const before = present.org.options;
      const changed = { ...before, ...choices };
      if (seeds(differing(before, choices))) present = begin(changed);
      else present.org.options = changed;
    },
    snapshot: () => changesSince(present.seed, present.org.options, present.org.state),
    restore: (snapshot) => {
      const kept = readChanges(snapshot);
      if (!kept) return;
      const { orgKey, choices, seededAt } = kept;
      present = begin({ ...options, ...choices, orgKey }, new Date(seededAt));
      const { records } = present.org.state;
      withChanges(records, kept);
      present.org.state = { ...kept.state, records };
    },
  };
}
