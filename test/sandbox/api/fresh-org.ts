import { buildCatalogue } from '../data/catalogue';
import { seedState } from '../data/seed';
import type { SandboxOptions } from './options';
import { Org } from './org';
import { copyState } from './org-state';
import type { Catalogue, OrgState } from './types';

export interface Seed {
  readonly catalogue: Catalogue;
  readonly state: OrgState;
  /** The hour to which the times of the sample data are relative. */
  readonly at: Date;
}

const HOUR_MS = 3_600_000;
const KEPT = 4;
const seeds = new Map<string, Seed>();

/**
 * The sample data of an org. Seeding thousands of records takes a while, so equal orgs that start within the same hour
 * share one seed.
 */
export function seedFor(options: SandboxOptions, start: Date = options.now?.() ?? new Date()): Seed {
  const hour = Math.floor(start.getTime() / HOUR_MS);
  const {
    seed = 1,
    orgKey = 'main',
    size = 'usual',
    edition = 'enterprise',
    deals,
    lockedDeals,
    modules,
    fixtures,
  } = options;
  const key = JSON.stringify([
    seed,
    orgKey,
    size,
    edition === 'without-locking',
    deals,
    lockedDeals,
    modules,
    fixtures,
    hour,
  ]);
  const known = seeds.get(key);
  if (known) return known;
  const catalogue = buildCatalogue(options);
  const at = new Date(hour * HOUR_MS);
  const made = { catalogue, state: seedState(catalogue, options, at), at };
  for (const old of [...seeds.keys()].slice(0, Math.max(0, seeds.size + 1 - KEPT))) seeds.delete(old);
  seeds.set(key, made);
  return made;
}

/** A new org at its seed. */
export function freshOrg({ catalogue, state }: Seed, options: SandboxOptions): Org {
  return new Org(catalogue, options, copyState(state));
}
