import { createApp } from './app';
import { freshOrg } from './fresh-org';
import { isObject } from './json';
import type { Org } from './org';
import { type ApiCall, isOrgKey, type OrgState, type Person, type SandboxOptions } from './types';

export type { ApiCall, Person, SandboxOptions } from './types';
export type { Org };

/** A CRM in memory: its HTTP API, its people, and what was asked of it. */
export interface Sandbox {
  /**
   * Answers `/crm/v8/…`. The caller is named by the cookie `sandbox-user` or the header `x-sandbox-user`, and is 401
   * AUTHENTICATION_FAILURE without one; `x-sandbox-fault` asks for a fault (see faults.ts).
   */
  readonly fetch: (request: Request) => Promise<Response>;
  readonly people: readonly Person[];
  /** Back to the seed; options given here are laid over the first ones. */
  reset(options?: SandboxOptions): void;
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

const isState = (value: unknown): value is OrgState =>
  isObject(value) &&
  typeof value.counter === 'number' &&
  ['records', 'locks', 'configurations'].every((key) => isObject(value[key])) &&
  Array.isArray(value.variables);

export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const log: ApiCall[] = [];
  const record = (call: ApiCall): void => {
    log.push(structuredClone(call));
  };
  let org = freshOrg(options);
  let app = createApp(org, record);
  const begin = (changed?: SandboxOptions): void => {
    org = freshOrg({ ...options, ...changed });
    app = createApp(org, record);
  };
  return {
    fetch: async (request) => app.fetch(request),
    get people() {
      return org.catalogue.people;
    },
    get org() {
      return org;
    },
    log,
    clearLog: () => {
      log.length = 0;
    },
    reset: (changed) => {
      begin(changed);
      log.length = 0;
    },
    snapshot: () => ({ orgKey: org.key, ...structuredClone(org.state) }),
    restore: (snapshot) => {
      if (!isState(snapshot)) return;
      const { orgKey, ...state } = structuredClone<OrgState & { readonly orgKey?: unknown }>(snapshot);
      // The ids of a state are those of its org.
      if (orgKey !== undefined && orgKey !== org.key) {
        if (!isOrgKey(orgKey)) return;
        begin({ orgKey });
      }
      org.state = state;
    },
  };
}
