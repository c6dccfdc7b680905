import { buildCatalogue } from '../data/catalogue';
import { seedState } from '../data/seed';
import { Org } from './org';
import type { Catalogue, OrgState, SandboxOptions } from './types';

interface Seed {
  readonly catalogue: Catalogue;
  readonly state: OrgState;
}

const HOUR_MS = 3_600_000;
const KEPT = 4;
const seeds = new Map<string, Seed>();

/** Seeding thousands of records takes a while, so equal orgs that start within the same hour share one seed. */
function seedFor(options: SandboxOptions): Seed {
  const hour = Math.floor((options.now?.() ?? new Date()).getTime() / HOUR_MS);
  const { seed = 1, orgKey = 'main', size = 'usual', edition = 'enterprise' } = options;
  const key = [seed, orgKey, size, edition, hour].join(' ');
  const known = seeds.get(key);
  if (known) return known;
  const catalogue = buildCatalogue(options);
  const made = { catalogue, state: seedState(catalogue, options, new Date(hour * HOUR_MS)) };
  for (const old of [...seeds.keys()].slice(0, Math.max(0, seeds.size + 1 - KEPT))) seeds.delete(old);
  seeds.set(key, made);
  return made;
}

/** A new org at its seed. What changes in place is copied; records are replaced when they change, so they are shared. */
export function freshOrg(options: SandboxOptions): Org {
  const { catalogue, state } = seedFor(options);
  const { records, ...rest } = state;
  const copied = Object.fromEntries(Object.entries(records).map(([module, list]) => [module, { ...list }]));
  return new Org(catalogue, options, { ...structuredClone(rest), records: copied });
}
