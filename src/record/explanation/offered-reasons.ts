import { sameReason } from '../../locking/lock/reason';
import type { PublishedExplanation } from '../../locking/published/explanation';

/** The reasons an administrator offers: those of the module first, then those of all modules, none twice. */
export interface Offer {
  readonly reasons: readonly string[];
  /** Whether other reasons may be typed. Without any to choose from they always may. */
  readonly free: boolean;
}

export function offeredReasons(summary: PublishedExplanation | null | undefined): Offer {
  const all = summary ? [...summary.reasons, ...summary.common] : [];
  const reasons = all.filter((reason, i) => all.findIndex((other) => sameReason(other, reason)) === i);
  return { reasons, free: !summary || summary.free || !reasons.length };
}

export const mayBeSent = ({ reasons, free }: Offer, reason: string): boolean =>
  free || reasons.some((offered) => sameReason(offered, reason));
