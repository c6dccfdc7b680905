import { flat, type Refusal } from './errors';
import { isArray, isObject } from './json';
import type { SandboxOptions } from './options';

/** Zoho's limits of calls at once, for each org and app. */
const EDITIONS: Readonly<Record<NonNullable<SandboxOptions['edition']>, number>> = {
  'without-locking': 5,
  free: 5,
  standard: 10,
  professional: 15,
  enterprise: 20,
  ultimate: 25,
};
/** Queries and composite calls share a smaller limit, the same in every edition. */
const HEAVY_LIMIT = 10;
/** A composite call counts as five, however many parts it has. */
const COMPOSITE_WEIGHT = 5;

/** What a call takes of the two limits while it is open. */
export interface Load {
  readonly calls: number;
  readonly heavy: number;
}

export const NO_LOAD: Load = { calls: 0, heavy: 0 };

const isQuery = (path: string): boolean => path.endsWith('/coql');

/** Each part of a composite call takes of the smaller limit what it would take alone. */
export function loadOf(path: string, body: unknown): Load {
  if (isQuery(path)) return { calls: 1, heavy: 1 };
  if (!path.endsWith('/__composite_requests')) return { calls: 1, heavy: 0 };
  const parts = isObject(body) && isArray(body.__composite_requests) ? body.__composite_requests : [];
  const queries = parts.filter((part) => isObject(part) && typeof part.uri === 'string' && isQuery(part.uri));
  return { calls: COMPOSITE_WEIGHT, heavy: 1 + queries.length };
}

const limitOf = ({ concurrency = 'unlimited', edition = 'enterprise' }: SandboxOptions): number => {
  if (concurrency === 'unlimited') return Number.POSITIVE_INFINITY;
  return concurrency === 'edition' ? EDITIONS[edition] : concurrency;
};

const tooMany = (message: string): Refusal => flat(429, 'TOO_MANY_REQUESTS', message);

/** Counts the calls that are open in one org. A call that would be one too many is refused before anything is done. */
export class CallsAtOnce {
  private calls = 0;
  private heavy = 0;

  /** Lets a call in, and answers how it leaves; a refusal (429) when there is no room. */
  enter(load: Load, options: SandboxOptions): (() => void) | Refusal {
    const limit = limitOf(options);
    // A lone call always fits: the smallest edition could make no composite call otherwise.
    if (load.calls > 0 && this.calls > 0 && this.calls + load.calls > limit)
      return tooMany(
        'The concurrency limit of your organization is exceeded. Please try again after some time.',
      );
    if (Number.isFinite(limit) && load.heavy > 0 && this.heavy + load.heavy > HEAVY_LIMIT)
      return tooMany('The sub-concurrency limit of this API is exceeded. Please try again after some time.');
    this.calls += load.calls;
    this.heavy += load.heavy;
    let isIn = true;
    return () => {
      if (!isIn) return;
      isIn = false;
      this.calls -= load.calls;
      this.heavy -= load.heavy;
    };
  }
}
